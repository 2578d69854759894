import type { Block, Line, StyledSpan } from '../../reply/model/card.ts';
import type { StyledText } from '../../reply/model/styled-text.ts';
import { escape, escapeSnippet, linkUrl, linkLabel, stripInvisible } from './escape.ts';

/** A piece of markdown: the mark is written on both sides of `text`, between `before` and `after`. */
interface Piece {
  readonly before: string;
  readonly mark: '' | '*' | '**' | '`' | '~~' | '__';
  readonly text: string;
  readonly after: string;
}

/** Text as Discord's markdown. Only spans make markup; the letters are escaped. */
export function toMarkdown(words: StyledText, letters: typeof escape = escape): string {
  let out = '';
  let open: Piece['mark'] = '';
  for (const span of words) {
    const piece = pieceOf(span, letters);
    if (piece.text === '') continue;
    const touches: boolean = open !== '' && piece.before === '';
    if (touches && piece.mark === open && piece.mark !== '`') {
      out = `${out.slice(0, -open.length)}${piece.text}${piece.mark}${piece.after}`;
      open = piece.after === '' ? piece.mark : '';
    } else {
      // Discord would read two different adjacent marks as one: `**a***b*`.
      const mark: Piece['mark'] = touches ? '' : piece.mark;
      out += `${piece.before}${mark}${piece.text}${mark}${piece.after}`;
      open = piece.after === '' ? mark : '';
    }
  }
  return out;
}

function pieceOf(span: StyledSpan, letters: typeof escape): Piece {
  if (typeof span === 'string') return bare(letters(span));
  if ('strong' in span) return marked('**', letters(span.strong));
  if ('em' in span) return marked('*', letters(span.em));
  if ('link' in span) return bare(link(span.link, span.to));
  if ('struck' in span) return marked('~~', letters(span.struck));
  if ('added' in span) return marked('__', letters(span.added));
  if ('role' in span) return bare(named('@&', span.role));
  if ('channel' in span) return bare(named('#', span.channel));
  return isPlainCode(span.code) ? { ...bare(span.code), mark: '`' } : bare(letters(span.code));
}

const bare = (text: string): Piece => ({ before: '', mark: '', text, after: '' });

/** Discord shows the name for an id. Nobody is pinged, because every call closes `allowed_mentions`. */
const named = (sign: '@&' | '#', id: string): string => (/^\d{1,20}$/.test(id) ? `<${sign}${id}>` : '');

/** Discord takes no emphasis that begins or ends with a space, so spaces go outside the marks. */
function marked(mark: Exclude<Piece['mark'], '' | '`'>, text: string): Piece {
  const inner = text.trim();
  if (inner === '') return bare(text);
  const start = text.indexOf(inner);
  return { before: text.slice(0, start), mark, text: inner, after: text.slice(start + inner.length) };
}

/** Code shows backslashes, so only text that needs no escape becomes code. */
const isPlainCode = (code: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N} .,+-]*$/u.test(code) && code === stripInvisible(code);

function link(words: string, to: string): string {
  const target = linkUrl(to);
  const shown = linkLabel(words);
  return target === null || !/[\p{L}\p{N}]/u.test(shown) ? escape(words) : `[${shown}](${target})`;
}

const PREFIX: Readonly<Record<Line['as'], string>> = { text: '', item: '- ', quote: '> ', small: '-# ' };

/** Facts look the same in every answer, so the markdown of their lines and blocks is cached. */
const written = new WeakMap<Line | Block, string>();

function once<Part extends Line | Block>(part: Part, make: (part: Part) => string): string {
  const before = written.get(part);
  if (before !== undefined) return before;
  const text = make(part);
  written.set(part, text);
  return text;
}

/** A line of a card with its prefix. A snippet may take several lines. Empty for a line without text. */
export const lineToMarkdown = (line: Line): string => once(line, write);

export const blockToMarkdown = (block: Block): string =>
  once(block, ({ lines }) =>
    lines
      .map(lineToMarkdown)
      .filter((line) => line !== '')
      .join('\n'),
  );

function write({ as, words }: Line): string {
  const text = toMarkdown(words, as === 'quote' ? escapeSnippet : escape);
  if (text.trim() === '') return '';
  if (as !== 'quote') return `${PREFIX[as]}${text.trim()}`;
  return text
    .replace(/^\s*\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => `${PREFIX.quote}${line}`)
    .join('\n');
}
