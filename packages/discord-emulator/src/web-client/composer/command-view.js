import { h } from '../html.js';
import { icon } from '../icons.js';
import { takes } from './choices.js';
import { drawChip } from './option-chip.js';
import { fault, spare } from './command-state.js';
import { popup } from './popup.js';

/** @typedef {import('./command-state.js').Leaf} Leaf */
/** @typedef {import('./command-state.js').Chip} Chip */
/** @typedef {import('./suggestions.js').Line} Line */
/** @typedef {import('./suggestions.js').Offer} Offer */

/**
 * What the line does when it is touched.
 * @typedef {object} Hands
 * @property {unknown} root
 * @property {(event: KeyboardEvent) => void} onKey
 * @property {(row: number) => void} pick
 * @property {(at: number) => void} enter the cursor has come to this chip
 * @property {(text: string) => void} type
 * @property {(chip: Chip, file: File | null) => void} file
 * @property {() => void} toEnd
 * @property {() => void} send
 */

/** @param {Leaf} leaf @param {Line} line @param {Offer} offer @param {Hands} hands */
export function drawLine(leaf, line, offer, hands) {
  const { chips, at, active, tried } = line;
  const one = chips[at];
  const rows = one
    ? offer.choices
    : offer.options.map(({ name, description, required }) => ({
        label: name,
        detail: description,
        mark: required ? '!' : '+',
      }));
  const combo = {
    expanded: rows.length > 0,
    active: active >= 0 && !offer.stale && rows[active] ? `choice-${active}` : undefined,
  };
  const wrong = (/** @type {Chip} */ each) => (tried ? fault(each) : null);
  const faults = chips.flatMap((each) => (wrong(each) ? [`${each.option.name}: ${wrong(each)}`] : []));
  return [
    popup({
      name: one ? `Choices for ${one.option.name}` : 'Options',
      rows,
      active: offer.stale ? -1 : active,
      stale: offer.stale,
      pick: hands.pick,
      head: about(leaf, one),
      say: offer.say,
      hint: hint(one, rows.length),
    }),
    h(
      'div',
      { class: 'composer-box line', ref: hands.root, onKeyDown: hands.onKey, key: 'line' },
      h('span', { class: 'line-command' }, `/${leaf.path}`),
      chips.map((each, place) =>
        drawChip(each, {
          here: place === at,
          combo,
          wrong: wrong(each),
          onFocus: () => hands.enter(place),
          onText: hands.type,
          onFile: (file) => hands.file(each, file),
        }),
      ),
      tail(leaf, line, combo, hands),
      one && spare(leaf, chips).length > 0
        ? h('button', { type: 'button', class: 'more', onClick: hands.toEnd }, `+${spare(leaf, chips).length} optional`)
        : null,
      h(
        'button',
        { type: 'button', class: 'icon-button send', 'aria-label': 'Send', onClick: hands.send },
        icon('send'),
      ),
    ),
    faults.length > 0 ? h('p', { class: 'notice', role: 'alert' }, faults.join(' ')) : null,
  ];
}

/** @param {Leaf} leaf @param {Chip | undefined} one */
function about(leaf, one) {
  if (!one) return [h('strong', null, `/${leaf.path}`), ` ${leaf.description}`];
  const { name, description, required } = one.option;
  const kind = h('small', null, `${takes(one.option)}${required ? ', required' : ''}`);
  return [h('strong', null, name), ` ${description} `, kind];
}

/** @param {Chip | undefined} one @param {number} rows */
function hint(one, rows) {
  if (rows === 0) return 'Enter sends';
  return one
    ? 'Enter: choose and send · Tab: choose and go on · Esc: keep what I typed'
    : 'Options that can be added · Enter sends';
}

/** @param {Leaf} leaf @param {Line} line @param {{ expanded: boolean, active: string | undefined }} combo @param {Hands} hands */
function tail(leaf, { chips, tail: words, at }, { expanded, active }, hands) {
  const here = at >= chips.length;
  return h('input', {
    class: 'tail',
    type: 'text',
    role: 'combobox',
    size: 3,
    autocomplete: 'off',
    value: words,
    'aria-label': `/${leaf.path}: more options, Enter sends`,
    'aria-expanded': String(here && expanded),
    'aria-controls': here && expanded ? 'choices' : undefined,
    'aria-activedescendant': here ? active : undefined,
    'aria-autocomplete': 'list',
    onFocus: () => hands.enter(chips.length),
    onInput: (/** @type {Event} */ event) => {
      if (event.target instanceof HTMLInputElement) hands.type(event.target.value);
    },
  });
}
