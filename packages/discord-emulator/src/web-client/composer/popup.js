import { h } from '../html.js';

/** @typedef {{ label: string, detail?: string | undefined, mark?: string | undefined }} Row */

/**
 * The list above the composer. The field keeps the focus and names the active row.
 * @param {object} list
 * @param {string} list.name
 * @param {readonly Row[]} list.rows
 * @param {number} list.active -1 for none
 * @param {boolean} [list.stale] the rows belong to what was typed before
 * @param {(at: number) => void} list.pick
 * @param {import('preact').ComponentChildren} [list.head]
 * @param {string | null} [list.say] instead of rows, or about them
 * @param {string} [list.hint]
 */
export function popup({ name, rows, active, stale, pick, head, say, hint }) {
  const list = h(
    'div',
    { class: `options ${stale ? 'stale' : ''}`, role: 'listbox', id: 'choices', 'aria-label': name },
    rows.map((row, at) => drawRow(row, at, at === active, () => pick(at))),
  );
  return h(
    'div',
    { class: 'popup' },
    head ? h('div', { class: 'popup-head' }, head) : null,
    rows.length > 0 ? list : null,
    h(
      'p',
      { class: say ? 'none' : 'none hidden', role: 'status' },
      say ?? (rows.length > 0 ? `${rows.length} to choose from` : ''),
    ),
    hint ? h('p', { class: 'popup-hint' }, hint) : null,
  );
}

/** @param {Row} row @param {number} at @param {boolean} active @param {() => void} pick */
function drawRow({ label, detail, mark }, at, active, pick) {
  /** The field must not lose the focus to the list. @param {MouseEvent} event */
  const keep = (event) => event.preventDefault();
  return h(
    'div',
    {
      key: `${at} ${label}`,
      id: `choice-${at}`,
      class: active ? 'option at' : 'option',
      role: 'option',
      'aria-selected': String(active),
      onMouseDown: keep,
      onClick: pick,
      ref: /** @param {HTMLElement | null} row */ (row) => {
        if (active) row?.scrollIntoView({ block: 'nearest' });
      },
    },
    mark ? h('span', { class: 'mark', 'aria-hidden': 'true' }, mark) : null,
    h('span', { class: 'option-words' }, h('span', null, label), detail ? h('small', null, detail) : null),
  );
}

/** The next active row for a key that moves; null for any other key. @param {string} key @param {number} active @param {number} count */
export function move(key, active, count) {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (Math.max(active, 0) + count - 1) % count;
  if (key === 'PageDown') return Math.min(active + 8, count - 1);
  if (key === 'PageUp') return Math.max(active - 8, 0);
  return null;
}
