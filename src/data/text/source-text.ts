/** A text that converts its offsets to Unicode code points and lines. */
export class SourceText {
  readonly text: string;
  readonly #lines: readonly number[];
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#lines = offsets(text, /\r\n|\n|\r/gu, (match) => match.index + match[0].length);
    this.#pairs = offsets(text, /[\u{10000}-\u{10ffff}]/gu, (match) => match.index + 1);
  }

  /** The number of code points before an offset. */
  codePoint(offset: number): number {
    return offset - below(this.#pairs, offset);
  }

  /** The line of an offset, from 1. */
  line(offset: number): number {
    return below(this.#lines, offset) + 1;
  }

  /** Where the line of an offset begins and ends, without its line end. */
  lineSpan(offset: number): { start: number; end: number } {
    const before = below(this.#lines, offset);
    const start = this.#lines[before - 1] ?? 0;
    const next = this.#lines[before] ?? this.text.length;
    return { start, end: start + this.text.slice(start, next).replace(/[\r\n]+$/u, '').length };
  }
}

const offsets = (text: string, pattern: RegExp, at: (match: RegExpExecArray) => number) =>
  Array.from(text.matchAll(pattern), at);

/** How many of the sorted numbers are at most `limit`. */
function below(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
