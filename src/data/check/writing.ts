import { hiddenIn, nameOf } from '../text/characters.ts';
import type { UncheckedStory } from '../files/unchecked-story.ts';
import { problemAt, type Problem, type TextFile } from '../model/problem.ts';
import type { Read } from '../yaml/read-yaml.ts';
import type { Node, Text } from '../yaml/tree.ts';

/** Fields copied from a source, character by character: any notation that YAML may alter is refused. */
const COPIED: ReadonlySet<string> = new Set(['quote', 'before', 'after', 'words', 'when_said', 'value']);
const SELECTORS: ReadonlySet<string> = new Set(['quote', 'before', 'after']);

/** Fields whose values cannot hold ` #`: behind them a comment is a comment. Everywhere else it may be the end of a sentence. */
const TIGHT: ReadonlySet<string> = new Set(
  [
    'id kind status source who where where_how when when_how time said_by told basis about contradicts supersedes on question',
    'facts opened state answer type of from to unnamed wikidata in lat lon geonames text sha256 published published_how',
    'retrieved language translated_from embargo timezone event position quote figure role',
  ]
    .join(' ')
    .split(' '),
);

/** How the words are written down: nothing cut, folded or hidden. */
export function* writing(draft: UncheckedStory): Iterable<Problem> {
  for (const page of draft.pages.values()) {
    const copied: Text[] = [];
    if (page.root && !page.broken) yield* styles(page.file, page.root, '', copied);
    yield* hidden(page, copied);
  }
}

function* styles(file: TextFile, node: Node, field: string, copied: Text[]): Iterable<Problem> {
  if (node.is === 'list') for (const item of node.items) yield* styles(file, item, field, copied);
  if (node.is === 'fields') for (const [name, { value }] of node.fields) yield* styles(file, value, name, copied);
  if (node.is !== 'text') return;
  if (COPIED.has(field)) copied.push(node);
  if (node.style === 'loose' && COPIED.has(field)) {
    yield problemAt(
      file,
      node.at,
      `This way of writing a block changes the words of '${field}'.`,
      'Begin it with |- and nothing else: > joins lines, | alone adds a line end.',
    );
  }
  if (node.style !== 'plain') return;
  const behind = /^[ \t]+#/u.exec(file.text.slice(node.end, node.end + 200).split('\n')[0] ?? '');
  if (behind && !TIGHT.has(field)) {
    yield problemAt(
      file,
      node.end + behind[0].length - 1,
      `The text of '${field}' ends before this #: YAML takes the rest of the line for a comment.`,
      'If the # belongs to the text, put the text in quotation marks or in a |- block; a comment goes on a line of its own.',
    );
  } else if (SELECTORS.has(field) || (COPIED.has(field) && file.text.slice(node.at, node.end).includes('\n'))) {
    yield problemAt(
      file,
      node.at,
      `The words of '${field}' must stand in a block or in quotation marks, so that none is lost.`,
      `Write "${field}: |-" and the words on the next line, two spaces further in.`,
    );
  }
}

/** In the desk's own words, comments and names of fields too, nothing may be hidden. The sources keep theirs. */
function* hidden({ file, root, broken }: Read, copied: readonly Text[]): Iterable<Problem> {
  // In a partly parsed file, the fields copied from a source are unknown.
  if (broken) return;
  for (const { at, sign } of hiddenIn(file.text)) {
    if (!copied.some((text) => text.at <= at && at < text.end)) yield hiddenAt(file, at, sign);
  }
  if (root) yield* escaped(file, root, copied);
}

/** An escape such as "\u200b" is visible in the file, but hidden wherever the text is shown. */
function* escaped(file: TextFile, node: Node, copied: readonly Text[]): Iterable<Problem> {
  if (node.is === 'list') for (const item of node.items) yield* escaped(file, item, copied);
  if (node.is === 'fields') for (const field of node.fields.values()) yield* escaped(file, field.value, copied);
  if (node.is !== 'text' || node.style !== 'quoted') return;
  const raw = file.text.slice(node.at, node.end);
  // Half of a surrogate pair, which only an escape can write, would be found inside a whole one in the source.
  const hides = copied.includes(node) ? /\p{Cs}/u : /./su;
  for (const { sign } of hiddenIn(node.value)) {
    if (hides.test(sign) && !raw.includes(sign)) yield hiddenAt(file, node.at, sign);
  }
}

const hiddenAt = (file: TextFile, at: number, sign: string) =>
  problemAt(file, at, `Nobody can see ${nameOf(sign)}, and it can change how the text is read.`, 'Delete it.');
