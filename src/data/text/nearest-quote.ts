import { nameOf } from './characters.ts';

/** The passage nearest to a quote that is not in the text, and the first difference. */
export interface NearMiss {
  /** Offset in the quote of the first difference; the quote's length where only the source continues. */
  readonly inQuote: number;
  /** Offset of the same place in the text. */
  readonly inText: number;
  /** "the quote has …, the source has …" */
  readonly differs: string;
}

/** Look-alikes made equal; `offsets` leads from every sign back to where it came from. */
export interface Folded {
  readonly signs: string;
  readonly offsets: readonly number[];
}

/**
 * A beginning and an end that both have, together at least this part of the quote, make it a near miss and not another
 * sentence: a word changed, put in or left out of a sentence of ten words leaves more than three quarters.
 */
const LEAST_SHARE = 0.5;
/** Fewer first letters than these begin many words. */
const LEAST_HEAD = 4;

/**
 * Finds the stretch of the text that was meant: first as if look-alike signs were the same (quotation marks, dashes, spaces,
 * the ellipsis, capitals, accents), else by the longest beginning and end that both share.
 */
export function nearMiss(text: string, there: Folded, quote: string): NearMiss | null {
  const { signs } = fold(quote.trim());
  if (signs === '') return null;
  const whole = there.signs.indexOf(signs);
  if (whole !== -1) return parting(text, there.offsets[whole] ?? 0, quote);
  const head = longest(signs.length, (length) => there.signs.includes(signs.slice(0, length)));
  const tail = longest(signs.length, (length) => there.signs.includes(signs.slice(signs.length - length)));
  if (head + tail < signs.length * LEAST_SHARE) return null;
  if (head >= tail) return parting(text, there.offsets[there.signs.indexOf(signs.slice(0, head))] ?? 0, quote);
  // The beginning that belongs to the end, not another occurrence of the first letters.
  const end = there.signs.indexOf(signs.slice(signs.length - tail));
  const before = head < LEAST_HEAD ? -1 : there.signs.lastIndexOf(signs.slice(0, head), end);
  if (before !== -1 && end - before <= signs.length * 2) return parting(text, there.offsets[before] ?? 0, quote);
  return partingBackwards(text, there.offsets[end + tail] ?? text.length, quote.trimEnd());
}

/** Compares both from where the quote begins. The spaces around the quote are part of it: they may be what is wrong. */
function parting(text: string, from: number, quote: string): NearMiss {
  const lead = quote.length - quote.trimStart().length;
  if (quote.slice(0, lead) !== text.slice(Math.max(0, from - lead), from)) {
    const differs = `the quote begins with ${nameOf(quote.charAt(0))}, which the source does not have there`;
    return { inQuote: 0, inText: from, differs };
  }
  let [at, place] = [lead, from];
  while (at < quote.length && quote.charAt(at) === text.charAt(place)) [at, place] = [at + 1, place + 1];
  // The halves of a surrogate pair are one sign.
  if (/[\udc00-\udfff]/u.test(quote.charAt(at) + text.charAt(place))) [at, place] = [at - 1, place - 1];
  return { inQuote: at, inText: place, differs: sides(quote, at, text, place) };
}

function partingBackwards(text: string, end: number, quote: string): NearMiss {
  let [at, place] = [quote.length, end];
  while (at > 0 && place > 0 && quote.charAt(at - 1) === text.charAt(place - 1)) [at, place] = [at - 1, place - 1];
  [at, place] = [Math.max(0, at - 1), Math.max(0, place - 1)];
  return { inQuote: at, inText: place, differs: sides(quote, at, text, place) };
}

function sides(quote: string, at: number, text: string, place: number): string {
  const [typed, there] = [signAt(quote, at), signAt(text, place)];
  if (typed === '') return 'the quote ends where the source goes on';
  if (there === '') return 'the quote goes on where the source ends';
  const [word, other] = [wordAt(quote, at), wordAt(text, place)];
  // Words that look alike, or differ by an accent, need their letters named.
  const words = word !== '' && other !== '' && fold(word).signs !== fold(other).signs;
  const told = words && (LETTER.test(typed) || LETTER.test(there)) && ENDS_OR_GOES_ON.test(typed + there);
  return told
    ? `the quote has '${word}', the source has '${other}'`
    : `the quote has ${nameOf(typed)}, the source has ${nameOf(there)}`;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const ENDS_OR_GOES_ON = /^[\p{L}\p{M}\p{N}\s]+$/u;

const signAt = (text: string, at: number) => (at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '');

const LETTERS_BEFORE = /[\p{L}\p{M}\p{N}]*$/u;
const LETTERS_BEHIND = /^[\p{L}\p{M}\p{N}]*/u;
/** Longer stretches without a space are no words. */
const LONGEST_WORD = 40;

/** The word that the offset is in, or right behind. */
function wordAt(text: string, at: number): string {
  const before = LETTERS_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  const behind = LETTERS_BEHIND.exec(text.slice(at, at + LONGEST_WORD))?.[0] ?? '';
  return before + behind;
}

/** The greatest length that holds, where every shorter one holds too. */
function longest(limit: number, holds: (length: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/u, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/u, '"'],
  [/[\u2010-\u2015\u2212]/u, '-'],
];

export function fold(text: string): Folded {
  let signs = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length;) {
    const sign = signAt(text, at);
    const same = foldSign(sign);
    if (same !== ' ' || !signs.endsWith(' ')) {
      signs += same;
      for (let count = 0; count < same.length; count += 1) offsets.push(at);
    }
    at += sign.length;
  }
  return { signs, offsets };
}

function foldSign(sign: string): string {
  // Fast path: most text is plain Latin, which the patterns below do not change.
  if (/[a-z]/.test(sign)) return sign;
  if (/\s/u.test(sign)) return ' ';
  const same = SAME.find(([pattern]) => pattern.test(sign));
  if (same) return same[1];
  return sign
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
