import { Component, createRef } from '../html.js';
import { createAsker } from './autocomplete.js';
import { asks, settled } from './choices.js';
import { drawLine } from './command-view.js';
import { begin, chip, fault, filesOf, isEmpty, KIND, payload, spare } from './command-state.js';
import { nextEmpty, offerAt } from './suggestions.js';
import { move } from './popup.js';
import { readFiles } from './upload.js';

/** @typedef {import('../types.d.ts').Client} Client */
/** @typedef {import('./command-state.js').Leaf} Leaf */
/** @typedef {import('./command-state.js').Chip} Chip */
/** @typedef {import('./suggestions.js').Line} Line */
/** @typedef {{ client: Client, leaf: Leaf, rest: string, onLeave: (text: string) => void }} Props */

/**
 * A command being written: its options as fields in a row, and above them what can be chosen.
 * @extends {Component<Props, Line>}
 */
export class CommandLine extends Component {
  /** @param {Props} props */
  constructor(props) {
    super(props);
    const chips = begin(props.leaf, props.rest);
    const last = chips.findLastIndex((one) => one.text !== '');
    /** @type {Line} */
    this.state = { chips, tail: '', at: Math.max(last, 0), active: 0, open: true, answer: null, tried: false };
  }
  root = createRef();
  asker = createAsker(
    (data) => this.props.client.act.complete(data),
    (answer) => this.setState({ answer, active: 0 }),
  );

  componentDidMount() {
    this.focus(this.state.at);
    this.ask();
  }
  componentWillUnmount() {
    this.asker.drop();
  }

  /** @param {number} at */
  focus(at) {
    const field = this.root.current?.querySelectorAll('.chip-field, .tail')[at];
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    if (field.type === 'text') field.setSelectionRange(field.value.length, field.value.length);
  }
  /** @param {Partial<Line>} patch @param {number} [at] moves the cursor there */
  change(patch, at) {
    this.setState(patch, () => {
      if (at !== undefined) this.focus(at);
      this.ask();
    });
  }
  ask() {
    const { chips, at, answer, open } = this.state;
    const one = chips[at];
    if (!one || !open || one.value !== null || !asks(one.option)) this.asker.drop();
    else if (answer?.at !== at || answer.text !== one.text) {
      void this.asker.ask(at, one.text, () => payload(this.props.leaf, chips, one.option));
    }
  }
  offer() {
    return offerAt(this.props.client.view, this.props.leaf, this.state);
  }

  /** @param {string} text */
  type(text) {
    const { chips, at, tail } = this.state;
    // `from:` behind other words is the option of that name, as in Discord.
    const name = /(?:^|\s)([\p{L}\p{N}_-]+):$/u.exec(text)?.[1];
    const option = name && spare(this.props.leaf, chips).find((spared) => spared.name === name);
    if (option) {
      const kept = text.slice(0, -name.length - 1).trimEnd();
      const before = chips.map((one, place) => (place === at ? { ...one, text: kept } : one));
      this.change(
        { chips: [...before, chip(option)], tail: '', at: before.length, active: 0, open: true },
        before.length,
      );
    } else if (at >= chips.length) {
      this.setState({ tail: text, active: text.trim() && text !== tail ? 0 : -1, open: true });
    } else {
      const typed = chips.map((one, place) => (place === at ? { ...one, text, value: null } : one));
      this.change({ chips: typed, active: 0, open: true });
    }
  }

  /** Takes the row, and moves on. @param {number} row @returns {Chip[]} */
  pick(row) {
    const { chips, at } = this.state;
    const offer = this.offer();
    const option = offer.options[row];
    const choice = offer.stale ? undefined : offer.choices[row];
    let after = chips;
    if (option) after = [...chips, chip(option)];
    else if (choice) {
      after = chips.map((one, place) => (place === at ? { ...one, text: choice.label, value: choice.value } : one));
    }
    const next = option ? chips.length : nextEmpty(after);
    this.change({ chips: after, tail: '', at: next, active: next < after.length ? 0 : -1, open: true }, next);
    return after;
  }

  /** @param {Chip[]} written */
  async send(written) {
    const { client, leaf, onLeave } = this.props;
    const chips = written.map((one) => settled(client.view, one));
    const wrong = chips.findIndex((one) => fault(one) !== null);
    if (wrong !== -1) {
      this.change({ tried: true, at: wrong, open: true, active: 0 }, wrong);
      return;
    }
    onLeave('');
    const filled = chips.filter((one) => !isEmpty(one));
    client.act.command(payload(leaf, filled, null), `/${leaf.path}`, await readFiles(filesOf(filled)));
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    const { target } = event;
    if (event.key === 'Escape' && !(target instanceof HTMLInputElement)) this.props.onLeave('');
    if (event.isComposing || !(target instanceof HTMLInputElement)) return;
    const { chips, at, active, open } = this.state;
    const { options, choices, stale } = this.offer();
    const count = stale ? 0 : options.length + choices.length;
    const next = move(event.key, active, count);
    const chosen = active >= 0 && active < count;
    if (next !== null) this.setState({ active: next });
    else if (event.key === 'Enter') this.enter(target, chosen);
    else if (event.key === 'Tab' && !event.shiftKey && chosen && target.type === 'text') this.pick(active);
    else if (event.key === 'Escape') {
      if (count > 0 && open && at < chips.length) this.setState({ open: false });
      else this.props.onLeave('');
    } else if (!this.edge(event.key, target)) return;
    event.preventDefault();
  };
  /** @param {HTMLInputElement} field @param {boolean} chosen */
  enter(field, chosen) {
    const { chips, at, active } = this.state;
    const one = chips[at];
    if (one?.option.type === KIND.attachment && !one.file) field.click();
    else if (!chosen) void this.send(chips);
    else {
      // A choice completes the line unless something required is still missing: then the cursor goes there.
      const after = this.pick(active);
      if (at < chips.length && nextEmpty(after) === after.length) void this.send(after);
    }
  }
  /** Backspace and arrows at the edge of a field; false where the key is the field's own. @param {string} key @param {HTMLInputElement} field */
  edge(key, field) {
    const { chips, at } = this.state;
    const words = field.type === 'text';
    const first = !words || (field.selectionStart === 0 && field.selectionEnd === 0);
    const last = !words || field.selectionStart === field.value.length;
    if (key === 'ArrowLeft' && first && at > 0) this.focus(at - 1);
    else if (key === 'ArrowRight' && last && at < chips.length) this.focus(at + 1);
    else if (key === 'Backspace' && first && (field.value === '' || !words)) this.remove();
    else return false;
    return true;
  }
  /** Backspace in an empty field: an optional one goes; from an empty line, back to the words. */
  remove() {
    const { chips, at } = this.state;
    const { leaf, onLeave } = this.props;
    const before = Math.max(at - 1, 0);
    const one = chips[at];
    if (one && !one.option.required && chips.length > 1) {
      this.change({ chips: chips.filter((_, place) => place !== at), at: before }, before);
    } else if (chips.every(isEmpty)) onLeave(`/${leaf.path}`);
    else this.focus(before);
  }

  render() {
    const { chips } = this.state;
    return drawLine(this.props.leaf, this.state, this.offer(), {
      root: this.root,
      onKey: this.onKey,
      pick: (row) => void this.pick(row),
      enter: (at) => this.change({ at, active: at < chips.length ? 0 : -1, open: true }),
      type: (text) => this.type(text),
      file: (one, file) => this.change({ chips: chips.map((other) => (other === one ? { ...one, file } : other)) }),
      toEnd: () => this.focus(chips.length),
      send: () => void this.send(chips),
    });
  }
}
