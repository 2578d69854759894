/** @typedef {import('../markdown.d.ts').Rule} Rule */
/** @typedef {import('../markdown.d.ts').Place} Place */

/** Deeper bullets are text in Discord. */
const DEEPEST_LIST = 11;
/** Discord counts list items from 1 to a thousand million, whatever was written. */
const LAST_NUMBER = 1_000_000_000;

/** @param {RegExp} pattern with the flag y @param {string} text @param {number} at */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @type {Rule} */
export const heading = (text, at, place, parse) => {
  if (place.before !== 'nothing' || place.list > 0) return null;
  const found = match(/(#{1,3})\s+(?!#)([^\n]*)\n?/y, text, at);
  const words = found?.[2]?.trimEnd().replace(/#+$/, '').trimEnd();
  if (!found || !words) return null;
  const level = /** @type {1 | 2 | 3} */ (found[1]?.length ?? 1);
  return { node: { type: 'heading', level, children: parse(words, place) }, end: at + found[0].length };
};

/** @type {Rule} */
export const subtext = (text, at, place, parse) => {
  if (place.before !== 'nothing' || place.list > DEEPEST_LIST) return null;
  const found = match(/-# +(?!-#)([^\n]+)\n?/y, text, at);
  if (!found?.[1]?.trim()) return null;
  return { node: { type: 'subtext', children: parse(found[1].trimEnd(), place) }, end: at + found[0].length };
};

/** @type {Rule} */
export const quote = (text, at, place, parse) => {
  if (place.before === 'text' || place.quote) return null;
  const inside = { ...place, quote: true, before: /** @type {const} */ ('nothing') };
  if (text.startsWith('>>> ', at)) {
    return { node: { type: 'quote', children: parse(text.slice(at + 4), inside) }, end: text.length };
  }
  const lines = [];
  let end = at;
  for (;;) {
    const line = match(/ *> ([^\n]*)(\n|$)/y, text, end);
    if (!line || line[0] === '') break;
    lines.push(line[1] ?? '');
    end += line[0].length;
  }
  if (lines.length === 0) return null;
  return { node: { type: 'quote', children: parse(lines.join('\n'), inside) }, end };
};

const BULLET = String.raw`(?:[*-]|\d+\.) +`;
const ITEM = new RegExp(
  // The bullet; its first line, which may be the next one where the bullet stands alone; lines set in by two spaces.
  String.raw`(${BULLET})((?:\n(?! ?${BULLET}))?[^\n]*(?:\n {2}[^\n]*)*)\n? ?`,
  'y',
);

/** @type {Rule} */
export const list = (text, at, place, parse) => {
  if (place.before === 'text' || place.list >= DEEPEST_LIST) return null;
  const inside = { ...place, list: place.list + 1, before: /** @type {const} */ ('nothing') };
  const items = [];
  /** @type {number | null} */
  let start = null;
  let end = at;
  for (;;) {
    const found = match(ITEM, text, end);
    if (!found) break;
    const bullet = found[1] ?? '';
    if (items.length === 0 && /^\d/.test(bullet))
      start = Math.min(Math.max(Number.parseInt(bullet, 10), 1), LAST_NUMBER);
    const body = (found[2] ?? '').replace(new RegExp(`^ {1,${bullet.length}}`, 'gm'), '');
    items.push(parse(body, inside));
    end += found[0].length;
  }
  if (items.length === 0) return null;
  // The space that an item may take from the next line belongs to that line again when no item follows.
  if (text[end - 1] === ' ' && text[end - 2] === '\n') end -= 1;
  return { node: { type: 'list', start, items }, end };
};
