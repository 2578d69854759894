/** A stretch of a text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of an archived text. A blank line ends one, so a heading needs no full stop; a single line end does where
 * the line cannot be a wrapped one. In doubt it splits: a sentence merged with its neighbour would count as cited.
 */
export function sentences(text: string): readonly Span[] {
  return paragraphs(text)
    .flatMap((paragraph) => cut(text, paragraph))
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** Least length of a line that was wrapped at a fixed width, in code units. */
const WRAPPED = 55;

function paragraphs(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) {
    const line = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index).trim();
    const next =
      text
        .slice(match.index + match[0].length)
        .match(/^[^\r\n]*/u)?.[0]
        .trim() ?? '';
    const goesOn =
      line !== '' && next !== '' && (/^\p{Ll}/u.test(next) || (line.length >= WRAPPED && !ENDED.test(line)));
    if (goesOn) continue;
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

const CLOSERS = String.raw`["'\u2018\u2019\u201c\u201d\u00bb\u00ab)\]]`;
const ENDED = new RegExp(`[.!?\u2026:;]${CLOSERS}*$`, 'u');
/** A full stop or its like, closing quotation marks, a space, and a possible beginning. East Asian stops need no more. */
const END = new RegExp(
  String.raw`[.!?\u2026\u061f\u06d4\u0964]+${CLOSERS}*(?=\s+["'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb(\[\u2013\u2014-]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}])|[\u3002\uff01\uff1f]+${CLOSERS}*`,
  'gu',
);

/** Never the last word of a sentence. */
const TITLES = words('mr mrs ms mx dr prof gen col lt sgt maj capt cpt rev hon st sen rep gov pres fr vs cf');
/** Abbreviations where a number follows, words where none does: "no. 5". */
const BEFORE_NUMBERS = words('no nos nr art p pp vol fig ca approx jan feb mar apr jun jul aug sep sept oct nov dec');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function cut(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  const paragraph = text.slice(start, end);
  let from = 0;
  for (const match of paragraph.matchAll(END)) {
    const to = match.index + match[0].length;
    if (match[0] === '.' && isAbbreviation(paragraph, match.index)) continue;
    spans.push({ start: start + from, end: start + to });
    from = to;
  }
  spans.push({ start: start + from, end });
  return spans;
}

function isAbbreviation(text: string, stop: number): boolean {
  const word = /[\p{L}\p{M}.]*$/u.exec(text.slice(Math.max(0, stop - 20), stop))?.[0] ?? '';
  // An initial, or the last letter of one like U.N.
  if (/^(?:.*\.)?\p{Lu}$/u.test(word)) return true;
  if (TITLES.has(word.toLowerCase())) return true;
  return BEFORE_NUMBERS.has(word.toLowerCase()) && /^\.\s+\p{N}/u.test(text.slice(stop, stop + 8));
}

function trimmed(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const lead = inner.length - inner.trimStart().length;
  return { start: start + lead, end: start + Math.max(lead, inner.trimEnd().length) };
}
