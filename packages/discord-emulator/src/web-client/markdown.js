import { heading, list, quote, subtext } from './markdown/blocks.js';
import { code, emphasis, spoiler, strike } from './markdown/marks.js';
import { angle, bareLink, everyone, maskedLink } from './markdown/references.js';

/** @typedef {import('./markdown.d.ts').Node} Node */
/** @typedef {import('./markdown.d.ts').Place} Place */
/** @typedef {import('./markdown.d.ts').Rule} Rule */

/**
 * Which constructs can begin with which character, in the order in which they are tried. A character that begins none is text.
 * @type {Record<string, readonly Rule[]>}
 */
const RULES = {
  '*': [list, emphasis],
  _: [emphasis],
  '~': [strike],
  '|': [spoiler],
  '`': [code],
  '<': [angle],
  '@': [everyone],
  '[': [maskedLink],
  '#': [heading],
  '>': [quote],
  '-': [subtext, list],
  h: [bareLink],
  H: [bareLink],
};
for (const digit of '0123456789') RULES[digit] = [list];

/** Inside a masked link Discord reads these and nothing else. */
const IN_LINK = new Set(['*', '_', '~', '|', '`', '<']);

/** Four thousand asterisks would nest two thousand deep: far beyond what anyone can tell apart, marks are text. */
const DEEPEST = 40;

/** The shrug keeps the backslash that would otherwise escape its underscore. */
const SHRUG = '¯\\_(ツ)_/¯';

/**
 * What stands before `at` on its line, given what stood before the text.
 * @param {string} text @param {number} at @param {Place} place @returns {Place['before']}
 */
function before(text, at, place) {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/[^ ]/.test(line)) return 'text';
  const fresh = line.length < at;
  if (!fresh && place.before !== 'nothing') return place.before;
  return line === '' ? 'nothing' : 'spaces';
}

/** @param {string} text @param {Place} place @returns {Node[]} */
function parse(text, place) {
  /** @type {Node[]} */
  const nodes = [];
  let pending = '';
  const flush = () => {
    // Discord drops the spaces at the end of a line.
    const words = pending.replace(/ +(?=\n)/g, '');
    if (words !== '') nodes.push({ type: 'text', text: words });
    pending = '';
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (text.startsWith(SHRUG, at) && !place.link) {
      pending += SHRUG;
      at += SHRUG.length;
      continue;
    }
    if (char === '\\' && !place.link) {
      const next = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
      if (at + 1 < text.length && !/[A-Za-z0-9\s]/.test(next)) {
        pending += next;
        at += 1 + next.length;
        continue;
      }
    }
    const found = read(text, at, place);
    if (found?.node.type === 'text') {
      pending += found.node.text;
      at = found.end;
    } else if (found) {
      flush();
      nodes.push(found.node);
      at = found.end;
    } else {
      pending += char;
      at += 1;
    }
  }
  flush();
  return nodes;
}

/** @param {string} text @param {number} at @param {Place} place */
function read(text, at, place) {
  if (place.depth >= DEEPEST) return null;
  const char = text[at] ?? '';
  const rules = Object.hasOwn(RULES, char) ? RULES[char] : undefined;
  if (!rules || (place.link && !IN_LINK.has(char))) return null;
  const here = { ...place, before: before(text, at, place), depth: place.depth + 1 };
  for (const rule of rules) {
    const found = rule(text, at, here, parse);
    if (found) return found;
  }
  return null;
}

/** @type {typeof import('./markdown.d.ts').parseMarkdown} */
export const parseMarkdown = (text, options) =>
  parse(
    text,
    options?.inline
      ? { before: 'text', quote: true, list: Infinity, link: false, depth: 0 }
      : { before: 'nothing', quote: false, list: 0, link: false, depth: 0 },
  );

/** @type {typeof import('./markdown.d.ts').plainText} */
export const plainText = (nodes) =>
  nodes
    .map((node) => {
      if ('children' in node) return plainText(node.children);
      if ('text' in node) return node.text;
      if (node.type === 'list') return node.items.map((item) => plainText(item)).join('\n');
      if (node.type === 'everyone') return `@${node.name}`;
      if (node.type === 'command') return `/${node.name}`;
      if (node.type === 'emoji') return `:${node.name}:`;
      return '';
    })
    .join('');
