import { isHttp } from './address.js';

/** @typedef {import('../markdown.d.ts').Rule} Rule */
/** @typedef {import('../markdown.d.ts').Node} Node */

/**
 * Everything between angle brackets that Discord knows, each with what it becomes. Null: not it after all.
 * @type {readonly [RegExp, (...parts: (string | undefined)[]) => Node | null][]}
 */
const ANGLES = [
  [/<@!?(\d+)>/y, (id = '') => ({ type: 'user', id })],
  [/<@&(\d+)>/y, (id = '') => ({ type: 'role', id })],
  [/<#(\d+)>/y, (id = '') => ({ type: 'channel', id })],
  [/<(a?):(\w+):(\d+)>/y, (a, name = '', id = '') => ({ type: 'emoji', name, id, animated: a === 'a' })],
  [/<t:(-?\d+)(?::([tTdDfFsSR]))?>/y, (seconds = '', style = 'f') => timestamp(Number(seconds), style)],
  [/<\/([-_'\p{L}\p{N}]+(?: [-_'\p{L}\p{N}]+){0,2}):(\d+)>/uy, (name = '', id = '') => ({ type: 'command', name, id })],
  [/<id:(customize|browse|guide|linked-roles(?::\d+)?)>/y, (to = '') => ({ type: 'guide', to })],
  [/<([^: >]+:\/[^ >]+)>/y, (url = '') => bare(url)],
];
const IN_LINK = new Set(['emoji', 'timestamp']);

/** The ends of the range of a JavaScript date, in seconds. Discord shows anything beyond as text. */
const LAST_SECOND = 8_640_000_000_000;

/** @param {number} seconds @param {string} style @returns {Node | null} */
function timestamp(seconds, style) {
  return Math.abs(seconds) > LAST_SECOND ? null : { type: 'timestamp', seconds, style };
}

/** @param {string} url @returns {Node | null} */
function bare(url) {
  return isHttp(url) ? { type: 'link', url, masked: false, children: [{ type: 'text', text: url }] } : null;
}

/** @type {Rule} */
export const angle = (text, at, place) => {
  for (const [pattern, make] of ANGLES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const node = found && make(...found.slice(1));
    if (node && (!place.link || IN_LINK.has(node.type))) return { node, end: at + found[0].length };
  }
  return null;
};

/** @type {Rule} */
export const everyone = (text, at) => {
  for (const name of /** @type {const} */ (['everyone', 'here'])) {
    if (text.startsWith(`@${name}`, at)) return { node: { type: 'everyone', name }, end: at + 1 + name.length };
  }
  return null;
};

const BARE = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/iy;

/** @type {Rule} */
export const bareLink = (text, at) => {
  BARE.lastIndex = at;
  let url = BARE.exec(text)?.[0];
  if (!url) return null;
  // One closing bracket too many at the end belongs to the sentence around the link.
  const closing = url.length - url.replace(/\)+$/, '').length;
  if (closing > url.split('(').length - 1) url = url.slice(0, -1);
  const node = bare(url);
  return node && { node, end: at + url.length };
};

const TARGET = /\(\s*<?((?:\([^)]*\)|[^\s\\]|\\[^\n])*?)>?(?:\s+['"](.*?)['"])?\s*\)/sy;

/** @type {Rule} */
export const maskedLink = (text, at, place, parse) => {
  for (const close of closings(text, at)) {
    TARGET.lastIndex = close + 1;
    const target = TARGET.exec(text);
    if (!target) continue;
    const words = text.slice(at + 1, close);
    const url = (target[1] ?? '').replace(/\\([^A-Za-z0-9\s])/g, '$1');
    const end = close + 1 + target[0].length;
    // A mask that looks like an address itself, or shows nothing, could mislead: Discord shows all of it as it was typed.
    if (!isHttp(url) || !isHonest(words) || (target[2] && looksLikeAddress(target[2]))) {
      return { node: { type: 'text', text: text.slice(at, end) }, end };
    }
    const children = parse(words, { ...place, before: 'text', quote: true, list: Infinity, link: true });
    return { node: { type: 'link', url, masked: true, children }, end };
  }
  return null;
};

/**
 * Where the words of a masked link may end, the furthest first: brackets inside them come in pairs of one level, and a lone
 * `]` is among the words if another follows before the next `[`.
 * @param {string} text @param {number} at
 */
function closings(text, at) {
  let from = at + 1;
  while (from < text.length && text[from] !== ']') {
    if (text[from] !== '[') from += 1;
    else {
      const close = text.indexOf(']', from);
      if (close === -1) return [];
      from = close + 1;
    }
  }
  const opening = text.indexOf('[', from);
  /** @type {number[]} */
  const found = [];
  // Without any closing bracket ahead there is nothing to try; a long row of openings would else cost a second.
  if (!text.includes(')', from)) return found;
  for (let close = text.indexOf('](', from); close !== -1; close = text.indexOf('](', close + 1)) {
    if (opening !== -1 && close > opening) break;
    found.unshift(close);
  }
  return found;
}

/** @param {string} words */
function looksLikeAddress(words) {
  return /https?:\/\/\S/i.test(words.normalize('NFKC')) || words.includes('```');
}

/** @param {string} words */
function isHonest(words) {
  const shown = words.replace(/`+([^`]*)`+/g, '');
  if (/(?![©®™])\p{Extended_Pictographic}/u.test(shown)) return false;
  return /[^\s*_~|`]/.test(words) && !looksLikeAddress(words);
}
