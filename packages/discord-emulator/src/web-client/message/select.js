import { Component, createRef, h } from '../html.js';
import { icon } from '../icons.js';
import { narrow } from './select-options.js';

/** @typedef {import('./select-options.js').Option} Option */

/**
 * @typedef {object} Props
 * @property {string} id unique on the page
 * @property {string} name what a screen reader calls it
 * @property {string} placeholder
 * @property {readonly Option[]} options
 * @property {readonly string[]} values
 * @property {number} min
 * @property {number} max
 * @property {boolean} [disabled]
 * @property {boolean} [busy]
 * @property {boolean} [invalid]
 * @property {boolean} [searchable]
 * @property {string} [describedBy]
 * @property {(values: string[]) => void} onChange
 */

/**
 * Discord's select: one value is taken at once, several are taken when the list is shut.
 * @extends {Component<Props, { open: boolean, up: boolean, at: number, words: string, picked: string[] }>}
 */
export class Select extends Component {
  state = { open: false, up: false, at: 0, words: '', picked: /** @type {string[]} */ ([]) };
  root = createRef();
  trigger = createRef();

  componentDidMount() {
    document.addEventListener('pointerdown', this.outside);
  }
  componentWillUnmount() {
    document.removeEventListener('pointerdown', this.outside);
  }
  /** @param {PointerEvent} event */
  outside = (event) => {
    if (this.state.open && event.target instanceof Node && !this.root.current?.contains(event.target)) this.shut();
  };

  open() {
    const { options, values, disabled, busy } = this.props;
    if (disabled || busy) return;
    const spaceBelow = window.innerHeight - (this.trigger.current?.getBoundingClientRect().bottom ?? 0);
    const first = options.findIndex(({ value }) => values.includes(value));
    this.setState({ open: true, up: spaceBelow < 320, at: Math.max(first, 0), words: '', picked: [...values] });
  }
  shut() {
    const { picked } = this.state;
    const { values, min, max, onChange } = this.props;
    this.setState({ open: false });
    const changed = picked.length !== values.length || picked.some((value) => !values.includes(value));
    if (max > 1 && changed && picked.length >= min) onChange(picked);
  }
  /** @param {Option} option */
  pick(option) {
    const { max, onChange } = this.props;
    if (max === 1) {
      this.setState({ open: false });
      this.trigger.current?.focus();
      onChange([option.value]);
      return;
    }
    const { picked } = this.state;
    const has = picked.includes(option.value);
    if (has) this.setState({ picked: picked.filter((value) => value !== option.value) });
    else if (picked.length < max) this.setState({ picked: [...picked, option.value] });
  }
  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    const { open, at } = this.state;
    if (!open) {
      if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) {
        event.preventDefault();
        this.open();
      }
      return;
    }
    const shown = narrow(this.props.options, this.state.words);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 };
    const option = shown[at];
    const typing = event.target instanceof HTMLInputElement;
    if (Object.hasOwn(steps, event.key)) {
      const next = steps[/** @type {keyof typeof steps} */ (event.key)];
      this.setState({ at: Math.min(Math.max(next, 0), shown.length - 1) });
    } else if ((event.key === 'Enter' || (event.key === ' ' && !typing)) && option) this.pick(option);
    else if (event.key === 'Escape') {
      this.trigger.current?.focus();
      this.shut();
    } else {
      if (event.key === 'Tab') this.shut();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  componentDidUpdate() {
    const list = this.root.current?.querySelector('[aria-selected="true"].at, .at');
    list?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const { id, name, placeholder, options, values, disabled, busy, invalid, searchable, describedBy, max } =
      this.props;
    const { open, up, at, words, picked } = this.state;
    const shown = narrow(options, words);
    const chosen = open && max > 1 ? picked : values;
    const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
    const active = open && shown[at] ? `${id}-${at}` : undefined;
    const list = h(
      'div',
      {
        class: 'options',
        role: 'listbox',
        id: `${id}-list`,
        'aria-label': name,
        'aria-multiselectable': max > 1 ? 'true' : undefined,
      },
      shown.map((option, place) => this.row(option, place, chosen)),
    );
    return h(
      'div',
      { class: `select ${up ? 'up' : ''}`, ref: this.root, onKeyDown: this.onKey },
      h(
        'button',
        {
          type: 'button',
          id,
          ref: this.trigger,
          class: `select-box ${busy ? 'busy' : ''}`,
          role: 'combobox',
          disabled: disabled ?? false,
          'aria-label': labels.length > 0 ? `${name}: ${labels.join(', ')}` : name,
          'aria-haspopup': 'listbox',
          'aria-expanded': String(open),
          'aria-controls': open ? `${id}-list` : undefined,
          'aria-activedescendant': searchable ? undefined : active,
          'aria-invalid': invalid ? 'true' : undefined,
          'aria-describedby': describedBy,
          onClick: () => (open ? this.shut() : this.open()),
        },
        labels.length > 0
          ? h('span', { class: 'chosen' }, labels.join(', '))
          : h('span', { class: 'placeholder' }, placeholder),
        icon('chevron'),
      ),
      open
        ? h(
            'div',
            { class: 'select-popup' },
            searchable ? this.search(active) : null,
            shown.length > 0 ? list : h('p', { class: 'none' }, 'Nothing matches.'),
          )
        : null,
    );
  }
  /** @param {string | undefined} active */
  search(active) {
    const { id, name } = this.props;
    return h('input', {
      type: 'text',
      class: 'select-search',
      role: 'combobox',
      placeholder: 'Search',
      'aria-label': `Search ${name}`,
      'aria-expanded': 'true',
      'aria-controls': `${id}-list`,
      'aria-activedescendant': active,
      'aria-autocomplete': 'list',
      value: this.state.words,
      ref: /** @param {HTMLInputElement | null} input */ (input) => {
        if (input && document.activeElement === this.trigger.current) input.focus();
      },
      onInput: /** @param {Event} event */ (event) => {
        if (event.target instanceof HTMLInputElement) this.setState({ words: event.target.value, at: 0 });
      },
    });
  }
  /** @param {Option} option @param {number} place @param {readonly string[]} chosen */
  row(option, place, chosen) {
    const has = chosen.includes(option.value);
    const shape = `option ${place === this.state.at ? 'at' : ''} ${has ? 'has' : ''}`;
    return h(
      'div',
      {
        key: option.value,
        id: `${this.props.id}-${place}`,
        class: shape,
        role: 'option',
        'aria-selected': String(has),
        // The focus stays with the field, whose keys the list obeys.
        onMouseDown: (/** @type {MouseEvent} */ event) => event.preventDefault(),
        onClick: () => this.pick(option),
      },
      option.mark ? h('span', { class: 'mark', 'aria-hidden': 'true' }, option.mark) : null,
      h(
        'span',
        { class: 'option-words' },
        h('span', null, option.label),
        option.detail ? h('small', null, option.detail) : null,
      ),
      has ? icon('tick') : null,
    );
  }
}
