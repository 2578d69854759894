import { Component, createRef, h } from '../h.js';
import { icon } from '../icons.js';
import { asks, ownChoices, takes } from './choices.js';
import { drawChip } from './chip.js';
import { begin, chip, fault, filesOf, isEmpty, payload, spare } from './line.js';
import { move, popup } from './popup.js';
import { readFiles } from './upload.js';

/** @typedef {import('../types.d.ts').Room} Room */
/** @typedef {import('./line.js').Leaf} Leaf */
/** @typedef {import('./line.js').Chip} Chip */
/** @typedef {import('./choices.js').Choice} Choice */
/** @typedef {{ room: Room, leaf: Leaf, rest: string, onLeave: (text: string) => void }} Props */

/**
 * `at`: the option under the cursor; the number of chips where the cursor is behind them all, among the spare options.
 * `answer`: the choices that the bot gave, and for which words.
 * @typedef {object} Line
 * @property {Chip[]} chips
 * @property {string} tail
 * @property {number} at
 * @property {number} active
 * @property {boolean} open
 * @property {{ at: number, text: string, choices: Choice[] | null } | null} answer
 * @property {boolean} tried whether sending was tried, so that faults are shown
 */

/** @extends {Component<Props, Line>} */
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
  /** Counts the questions for choices: only the answer to the newest is shown. */
  turn = 0;

  componentDidMount() {
    this.focus(this.state.at);
    this.ask();
  }
  componentWillUnmount() {
    this.turn += 1;
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

  /** Asks the bot for choices for what stands in the field now, unless it has just answered that. */
  ask() {
    const { chips, at, answer, open } = this.state;
    const one = chips[at];
    if (!one || !open || one.value !== null || !asks(one.option)) return;
    if (this.asked === one.text && this.askedAt === at) return;
    if (answer?.at === at && answer.text === one.text) return;
    this.asked = one.text;
    this.askedAt = at;
    this.turn += 1;
    const { turn } = this;
    this.props.room.act.complete(payload(this.props.leaf, chips, one.option)).then((choices) => {
      if (turn !== this.turn) return;
      this.asked = undefined;
      const rows = choices?.map(({ name, value }) => ({ label: name, value })) ?? null;
      this.setState({ answer: { at, text: one.text, choices: rows }, active: 0 });
    });
  }
  /** @type {string | undefined} */
  asked = undefined;
  askedAt = -1;

  /** What the list offers where the cursor is. */
  offer() {
    const { chips, at, open, answer, tail } = this.state;
    const { room, leaf } = this.props;
    const one = chips[at];
    if (!one) {
      const sought = tail.trim().toLocaleLowerCase();
      const options = spare(leaf, chips).filter(({ name }) => name.toLocaleLowerCase().startsWith(sought));
      return { options, choices: null, stale: false, say: sought && options.length === 0 ? 'No such option.' : null };
    }
    if (!open || one.value !== null) return { options: [], choices: null, stale: false, say: null };
    if (!asks(one.option)) {
      const choices = ownChoices(room.view, one);
      return { options: [], choices, stale: false, say: choices?.length === 0 ? 'Nothing matches.' : null };
    }
    const stale = answer?.at !== at || answer.text !== one.text;
    const choices = answer?.at === at ? (answer.choices ?? []) : [];
    if (stale) return { options: [], choices, stale, say: choices.length === 0 ? 'Loading options…' : null };
    const say = answer?.choices
      ? 'Nothing matches. Enter sends what you typed.'
      : 'Loading the options failed. Enter sends what you typed.';
    return { options: [], choices, stale, say: choices.length === 0 ? say : null };
  }

  /** @param {string} text */
  type(text) {
    const { chips, at, tail } = this.state;
    const { leaf } = this.props;
    // `from:` behind other words is the option of that name, as in Discord.
    const name = /(?:^|\s)([\p{L}\p{N}_-]+):$/u.exec(text)?.[1];
    const option = name && spare(leaf, chips).find((spared) => spared.name === name);
    if (option) {
      const kept = text.slice(0, -name.length - 1).trimEnd();
      const before = chips.map((one, place) => (place === at ? { ...one, text: kept } : one));
      this.change(
        { chips: [...before, chip(option)], tail: '', at: before.length, active: 0, open: true },
        before.length,
      );
      return;
    }
    if (at >= chips.length) this.setState({ tail: text, active: text.trim() && text !== tail ? 0 : -1, open: true });
    else
      this.change({
        chips: chips.map((one, place) => (place === at ? { ...one, text, value: null } : one)),
        active: 0,
        open: true,
      });
  }

  /** Takes the row, and moves on. @param {number} row @returns {Chip[]} */
  pick(row) {
    const { chips, at } = this.state;
    const { options, choices } = this.offer();
    const option = options[row];
    const choice = choices?.[row];
    let after = chips;
    if (option) after = [...chips, chip(option)];
    else if (choice)
      after = chips.map((one, place) => (place === at ? { ...one, text: choice.label, value: choice.value } : one));
    const next = option ? chips.length : nextEmpty(after);
    this.change({ chips: after, tail: '', at: next, active: next < after.length ? 0 : -1, open: true }, next);
    return after;
  }

  /** @param {Chip[]} chips */
  async send(chips) {
    const { room, leaf, onLeave } = this.props;
    const wrong = chips.findIndex((one) => fault(one) !== null);
    if (wrong !== -1) {
      this.change({ tried: true, at: wrong, open: true, active: 0 }, wrong);
      return;
    }
    onLeave('');
    const filled = chips.filter((one) => !isEmpty(one));
    room.act.command(payload(leaf, filled, null), `/${leaf.path}`, await readFiles(filesOf(filled)));
  }

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    const { chips, at, active } = this.state;
    const { options, choices, stale } = this.offer();
    const count = stale ? 0 : options.length + (choices?.length ?? 0);
    const next = move(event.key, active, count);
    const chosen = active >= 0 && active < count;
    if (next !== null) this.setState({ active: next });
    else if (event.key === 'Enter') this.enter(event, chosen);
    else if (event.key === 'Tab' && !event.shiftKey && chosen && event.target.type === 'text') this.pick(active);
    else if (event.key === 'Escape') {
      if (count > 0 && this.state.open && at < chips.length) this.setState({ open: false });
      else this.props.onLeave('');
    } else if (!this.edge(event, event.target)) return;
    event.preventDefault();
  };
  /** @param {KeyboardEvent} event @param {boolean} chosen */
  enter(event, chosen) {
    const { chips, at, active } = this.state;
    const one = chips[at];
    if (one?.option.type === 11 && !one.file && event.target instanceof HTMLInputElement) {
      event.target.click();
      return;
    }
    if (!chosen) void this.send(chips);
    else {
      // A choice completes the line unless something required is still missing: then the cursor goes there.
      const after = this.pick(active);
      if (at < chips.length && nextEmpty(after) === after.length) void this.send(after);
    }
  }
  /** Backspace and arrows at the edge of a field. @param {KeyboardEvent} event @param {HTMLInputElement} field @returns {boolean} */
  edge(event, field) {
    const { chips, at } = this.state;
    const { leaf, onLeave } = this.props;
    const words = field.type === 'text';
    const first = !words || (field.selectionStart === 0 && field.selectionEnd === 0);
    const last = !words || field.selectionStart === field.value.length;
    if (event.key === 'ArrowLeft' && first && at > 0) this.focus(at - 1);
    else if (event.key === 'ArrowRight' && last && at < chips.length) this.focus(at + 1);
    else if (event.key === 'Backspace' && first && (field.value === '' || !words)) {
      const one = chips[at];
      if (one && !one.option.required && chips.length > 1) {
        const before = Math.max(at - 1, 0);
        this.change({ chips: chips.filter((_, place) => place !== at), at: before }, before);
      } else if (chips.every(isEmpty)) onLeave(`/${leaf.path}`);
      else this.focus(Math.max(at - 1, 0));
    } else return false;
    return true;
  }

  render() {
    const { room, leaf } = this.props;
    const { chips, at, active, tail, tried } = this.state;
    const { options, choices, stale, say } = this.offer();
    const one = chips[at];
    const rows = one
      ? (choices ?? [])
      : options.map(({ name, description, required }) => ({
          label: name,
          detail: description,
          mark: required ? '!' : '+',
        }));
    const spared = spare(leaf, chips).length;
    const faults = tried ? chips.flatMap((each) => (fault(each) ? [`${each.option.name}: ${fault(each)}`] : [])) : [];
    const combo = {
      expanded: rows.length > 0,
      active: active >= 0 && !stale && rows[active] ? `choice-${active}` : undefined,
    };
    const head = one
      ? [
          h('strong', null, one.option.name),
          ` ${one.option.description} `,
          h('small', null, `${takes(one.option)}${one.option.required ? ', required' : ''}`),
        ]
      : [h('strong', null, `/${leaf.path}`), ` ${leaf.description}`];
    const hint =
      one && rows.length > 0
        ? 'Enter: choose and send · Tab: choose and go on · Esc: keep what I typed'
        : one || rows.length === 0
          ? 'Enter sends'
          : 'Options that can be added · Enter sends';
    return [
      popup({
        name: one ? `Choices for ${one.option.name}` : 'Options',
        rows,
        active: stale ? -1 : active,
        stale,
        pick: (row) => void this.pick(row),
        head,
        say,
        hint,
      }),
      h(
        'div',
        { class: 'composer-box line', ref: this.root, onKeyDown: this.onKey, key: 'line' },
        h('span', { class: 'line-command' }, `/${leaf.path}`),
        chips.map((each, place) =>
          drawChip(room, each, {
            here: place === at,
            combo,
            wrong: tried ? fault(each) : null,
            onFocus: () => this.change({ at: place, active: 0, open: true }),
            onText: (text) => this.type(text),
            onFile: (file) =>
              this.change({ chips: chips.map((other) => (other === each ? { ...each, file } : other)) }),
          }),
        ),
        h('input', {
          class: 'tail',
          type: 'text',
          role: 'combobox',
          size: 3,
          value: tail,
          'aria-label': `/${leaf.path}: more options, Enter sends`,
          'aria-expanded': String(!one && rows.length > 0),
          'aria-controls': !one && rows.length > 0 ? 'choices' : undefined,
          'aria-activedescendant': one ? undefined : combo.active,
          'aria-autocomplete': 'list',
          onFocus: () => this.setState({ at: chips.length, active: -1, open: true }),
          onInput: /** @param {Event} event */ (event) => {
            if (event.target instanceof HTMLInputElement) this.type(event.target.value);
          },
        }),
        spared > 0 && one
          ? h(
              'button',
              { type: 'button', class: 'more', onClick: () => this.focus(chips.length) },
              `+${spared} optional`,
            )
          : null,
        h(
          'button',
          { type: 'button', class: 'icon-button send', 'aria-label': 'Send', onClick: () => void this.send(chips) },
          icon('send'),
        ),
      ),
      faults.length > 0 ? h('p', { class: 'notice', role: 'alert' }, faults.join(' ')) : null,
    ];
  }
}

/** The first required option that is still empty; behind them all where there is none. @param {readonly Chip[]} chips */
function nextEmpty(chips) {
  const at = chips.findIndex((one) => one.option.required && isEmpty(one));
  return at === -1 ? chips.length : at;
}
