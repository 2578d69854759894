import { isDeepStrictEqual } from 'node:util';

import { Lexer } from 'yaml';
import { TextFile } from '../model/problem.ts';
import { readYaml, type Read } from './read-yaml.ts';
import { plain, type Node } from './tree.ts';
import { indented, writeEntry, writeField, type Plain } from './write-yaml.ts';

/** The order of an entry's fields: a new field is written after the last present one that precedes it here. */
const ORDER: readonly string[] =
  `id type kind name says words who where where_how when when_said when_how time status said_by
told basis damaged figure contradicts supersedes corrected because checked question cite role names weak asks note`.split(
    /\s+/u,
  );

/** Edits of a list: new contents by the index of the entry, and entries to append. */
export interface Wanted {
  readonly changed: ReadonlyMap<number, Plain>;
  readonly added: readonly Plain[];
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a file with edited entries. Unchanged entries keep every byte; comments are kept. A file that cannot be edited
 * in place (a file in brackets) is rewritten, with its comments first.
 * @param page of a file that was read to its end.
 */
export function editYaml(page: Read, wanted: Wanted): string {
  const { root, file } = page;
  const entries = root?.is === 'list' ? root.items : [];
  const expected = [...entries.map((entry, at) => wanted.changed.get(at) ?? plain(entry)), ...wanted.added];
  const comments = commentsOf(file.text);
  const edited = spliced(file.text, [
    ...[...wanted.changed].flatMap(([at, entry]) => entrySplices(file.text, comments, entries[at], entry)),
    ...(wanted.added.length > 0 ? [appended(file.text, root, wanted.added)] : []),
  ]);
  if (isSame(edited, expected)) return edited;
  const anew = [...comments.map(({ text }) => text), ...expected.map((entry) => writeEntry(entry as Plain)), ''];
  const written = anew.join('\n');
  if (isSame(written, expected)) return written;
  throw new Error(`${file.path} cannot be written with these changes.`);
}

function isSame(text: string, expected: readonly unknown[]): boolean {
  const { root, broken } = readYaml(new TextFile('', text));
  return !broken && isDeepStrictEqual(root ? plain(root) : [], expected);
}

function spliced(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { start, end, text: put } of splices.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}

function entrySplices(
  text: string,
  comments: readonly Comment[],
  node: Node | undefined,
  wanted: Plain,
): readonly Splice[] {
  if (node?.is !== 'fields') return [];
  const fields = [...node.fields].map(([name, { at, value }]) => ({ name, at, value, end: endOf(text, value) }));
  const [first] = fields;
  const last = (name: string) => fields.findLast((field) => rank(field.name) < rank(name)) ?? fields.at(-1);
  const column = node.at - (text.lastIndexOf('\n', node.at - 1) + 1);
  const within = (start: number, end: number) => comments.filter(({ at }) => at >= start && at < end);
  const line = (lines: readonly string[]) => lines.join(`\n${' '.repeat(column)}`);

  const kept = fields.flatMap((field): Splice[] => {
    const value = wanted[field.name];
    if (value !== undefined && isDeepStrictEqual(value, plain(field.value))) return [];
    const end = lineEnd(text, field.end);
    const said = within(field.at, end).map((comment) => comment.text);
    if (value !== undefined) {
      const put = indented(writeField(field.name, value), column);
      // Behind a block a comment would be a part of it.
      return [{ start: field.at, end, text: line(field === first ? [put, ...said] : [...said, put]) }];
    }
    // The text after the field moves up: to the dash of its entry, or to its line.
    const next = fields[fields.indexOf(field) + 1];
    if (said.length > 0) return [{ start: field.at, end, text: line(said) }];
    if (field !== first) return [{ start: text.lastIndexOf('\n', field.at), end, text: '' }];
    return [{ start: field.at, end: next?.at ?? end, text: '' }];
  });
  const made = Object.entries(wanted)
    .filter(([name]) => !node.fields.has(name))
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({ after: last(name), put: line(['', indented(writeField(name, value), column)]) }));
  const places = new Set(made.map(({ after }) => lineEnd(text, after?.end ?? node.at)));
  const added = [...places].map((place): Splice => {
    const here = made.filter(({ after }) => lineEnd(text, after?.end ?? node.at) === place);
    return { start: place, end: place, text: here.map(({ put }) => put).join('') };
  });
  // Of two splices at one offset, the text of the first ends up after that of the second.
  return [...kept, ...added];
}

const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** Where the words of a value end; the parser counts the comments and empty lines behind a block to it. */
function endOf(text: string, node: Node): number {
  if (node.is === 'nothing') return text.indexOf(':', node.at) === node.at ? node.at + 1 : node.end;
  if (node.is === 'text') {
    const isBlock = node.style === 'literal' || node.style === 'loose';
    return isBlock ? node.at + text.slice(node.at, node.end).replace(/\n+$/u, '').length : node.end;
  }
  const last = lastOf(node);
  return /[[{]/u.test(text.charAt(node.at)) || !last ? node.end : endOf(text, last);
}

const lastOf = (node: Exclude<Node, { is: 'text' | 'nothing' }>): Node | undefined =>
  node.is === 'list' ? node.items.at(-1) : [...node.fields.values()].at(-1)?.value;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Appends new entries, with the same blank lines between them as the entries of the file have. */
function appended(text: string, root: Node | null, added: readonly Plain[]): Splice {
  const dash = root?.is === 'list' && text.charAt(root.at) === '-' ? root.at : 0;
  const column = dash - (text.lastIndexOf('\n', dash - 1) + 1);
  const between = /\n\n *- /u.test(text) ? '\n\n' : '\n';
  const entries = added.map((entry) => indented(`\n${writeEntry(entry)}`, column).slice(1)).join(between);
  const before = text.trim() === '' ? '' : text.endsWith('\n') ? between.slice(1) : between;
  return { start: text.length, end: text.length, text: `${before}${entries}\n` };
}

/** A comment and where it begins. */
export interface Comment {
  readonly at: number;
  readonly text: string;
}

/** Tokens of the lexer that match no text of the file: byte order mark, begin of a document, error in a flow collection. */
const CONTROL_TOKENS: ReadonlySet<string> = new Set(['\u{feff}', '\u{2}', '\u{18}']);
/** The lexer emits it before a scalar, whose text may begin with #. */
const SCALAR = '\u{1f}';

/** Every comment of a YAML text. */
export function commentsOf(text: string): readonly Comment[] {
  const found: Comment[] = [];
  let at = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token !== SCALAR && !CONTROL_TOKENS.has(token)) {
      if (token.startsWith('#') && before !== SCALAR) found.push({ at, text: token });
      at += token.length;
    }
    before = token;
  }
  return found;
}
