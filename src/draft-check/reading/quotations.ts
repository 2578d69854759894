/** Words in quotation marks. `start` and `end` are UTF-16 offsets of the text between the marks. */
export interface Quotation {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const PAIRS: readonly RegExp[] = [
  /“([^“”„]+)[”“]/gu,
  /„([^“”„]+)[“”"]/gu,
  /«([^«»]+)»/gu,
  /(?<![\p{L}\p{N}])"([^"]+)"/gu,
  /»([^«»]+)«/gu,
  /(?<![\p{L}\p{N}])‘([^‘’]*(?:’\p{L}[^‘’]*)*)’(?!\p{L})/gu,
];

/** The quotations of a sentence, with any marks, without overlaps. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (const pair of PAIRS) {
    for (const match of text.matchAll(pair)) {
      const words = match[1] ?? '';
      const start = match.index + 1;
      const end = start + words.length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (/[\p{L}\p{N}]/u.test(words)) found.push({ words, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
