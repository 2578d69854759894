import type { Block, Line, StyledSpan } from '../../reply/model/card.ts';
import { blockToMarkdown, lineToMarkdown } from '../format/markdown.ts';

/** Characters that stay together. Even if each is invisible and shown by name, they fit a page. */
const CHUNK = /.{1,100}(?<=\s)|.{1,100}/gsu;

/**
 * A block as markdown, in pieces of at most `most` UTF-16 units; nearly every block is one piece. A piece ends between two
 * lines, or inside a line that alone is too long. Later pieces begin with `continuation()`, which takes less than half of `most`.
 */
export function splitBlock(block: Block, most: number, continuation: () => string): string[] {
  const whole = blockToMarkdown(block);
  if (whole.length <= most / 2) return whole === '' ? [] : [whole];
  const mark = continuation();
  const pieces: string[] = [];
  for (const line of block.lines.flatMap((one) => linePieces(one, most - mark.length - 1))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= most) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(last === undefined ? line : `${mark}\n${line}`);
  }
  return pieces;
}

function linePieces(line: Line, most: number): string[] {
  const whole = lineToMarkdown(line);
  if (whole === '') return [];
  if (whole.length <= most) return [whole];
  const pieces: string[] = [];
  let spans: StyledSpan[] = [];
  for (const span of line.words.flatMap(chunks)) {
    if (spans.length > 0 && lineToMarkdown({ as: line.as, words: [...spans, span] }).length > most) {
      pieces.push(lineToMarkdown({ as: line.as, words: spans }));
      spans = [];
    }
    spans.push(span);
  }
  return [...pieces, lineToMarkdown({ as: line.as, words: spans })].filter((piece) => piece !== '');
}

function chunks(span: StyledSpan): StyledSpan[] {
  if (typeof span === 'string') return cut(span);
  if ('strong' in span) return cut(span.strong).map((strong) => ({ strong }));
  if ('em' in span) return cut(span.em).map((em) => ({ em }));
  if ('struck' in span) return cut(span.struck).map((struck) => ({ struck }));
  if ('added' in span) return cut(span.added).map((added) => ({ added }));
  if ('role' in span || 'channel' in span) return [span];
  if ('code' in span) return span.code.length > 100 ? cut(span.code) : [span];
  return span.link.length > 100 ? cut(span.link).map((link) => ({ link, to: span.to })) : [span];
}

const cut = (text: string): string[] => text.match(CHUNK) ?? [];
