import { nameOf } from './characters.ts';

/** A quote that is not in the text, and the place in both where they part. */
export interface NearMiss {
  /** Offset in the quote of the first sign that differs; its length where the quote is merely too short or too long. */
  readonly inQuote: number;
  /** Offset of the same place in the text. */
  readonly inText: number;
  /** "the quote has …, the source has …" */
  readonly differs: string;
}

/** A like stretch must be this long (signs) or this part of the quote to be called a near miss and not another sentence. */
const LEAST = 12;
const LEAST_SHARE = 0.4;

/**
 * Finds the stretch of the text that was meant: first as if look-alike signs were the same (quotation marks, dashes, spaces,
 * the ellipsis, capitals, accents), else by the longest beginning or end that both share.
 */
export function nearMiss(text: string, there: Folded, quote: string): NearMiss | null {
  const typed = fold(quote.trim());
  if (typed.signs === '') return null;
  const whole = there.signs.indexOf(typed.signs);
  if (whole !== -1) return firstDifference(text, there.offsets[whole] ?? 0, quote);
  const enough = Math.max(Math.min(LEAST, typed.signs.length - 1), typed.signs.length * LEAST_SHARE);
  const head = longest(typed.signs.length, (length) => there.signs.includes(typed.signs.slice(0, length)));
  if (head >= enough) {
    const at = there.signs.indexOf(typed.signs.slice(0, head));
    return firstDifference(text, there.offsets[at] ?? 0, quote);
  }
  const tail = longest(typed.signs.length, (length) => there.signs.includes(typed.signs.slice(-length)));
  if (tail < enough) return null;
  const end = there.signs.indexOf(typed.signs.slice(-tail)) + tail;
  return lastDifference(text, there.offsets[end] ?? text.length, quote.trimEnd());
}

/** Walks both from where they begin. Spaces and line ends around the quote are part of it: they may be what is wrong. */
function firstDifference(text: string, from: number, quote: string): NearMiss {
  const lead = quote.length - quote.trimStart().length;
  if (lead > 0 && quote.slice(0, lead) !== text.slice(from - lead, from)) {
    return {
      inQuote: 0,
      inText: from,
      differs: `the quote begins with ${nameOf(quote.charAt(0))}, which the source does not have there`,
    };
  }
  let at = lead;
  let place = from;
  while (at < quote.length && quote.charAt(at) === text.charAt(place)) [at, place] = [at + 1, place + 1];
  // Halves of a surrogate pair are one sign.
  if (at > 0 && /[\udc00-\udfff]/u.test(quote.charAt(at))) [at, place] = [at - 1, place - 1];
  return { inQuote: at, inText: place, differs: sides(quote.slice(at), text.slice(place)) };
}

function lastDifference(text: string, end: number, quote: string): NearMiss {
  let at = quote.length;
  let place = end;
  while (at > 0 && place > 0 && quote.charAt(at - 1) === text.charAt(place - 1)) [at, place] = [at - 1, place - 1];
  const start = Math.max(0, at - 1);
  return {
    inQuote: start,
    inText: Math.max(0, place - 1),
    differs: sides(quote.slice(start), text.slice(Math.max(0, place - 1))),
  };
}

function sides(quote: string, text: string): string {
  const [typed = '', there = ''] = [sign(quote), sign(text)];
  if (typed === '') return 'the quote ends where the source goes on';
  if (there === '') return 'the quote goes on where the source ends';
  return `the quote has ${nameOf(typed)}, the source has ${nameOf(there)}`;
}

const sign = (text: string) => text.match(/^./su)?.[0];

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

/** Look-alikes made equal; `offsets` leads from every sign back to where it came from. */
export interface Folded {
  readonly signs: string;
  readonly offsets: readonly number[];
}

export function fold(text: string): Folded {
  let signs = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length;) {
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const same = foldSign(point);
    if (same !== ' ' || !signs.endsWith(' ')) {
      signs += same;
      for (let count = 0; count < same.length; count += 1) offsets.push(at);
    }
    at += point.length;
  }
  return { signs, offsets };
}

function foldSign(sign: string): string {
  // Most of any text is plain Latin: it is not worth the patterns below.
  if (/[a-z]/.test(sign)) return sign;
  if (/\s/u.test(sign)) return ' ';
  const same = SAME.find(([pattern]) => pattern.test(sign));
  if (same) return same[1];
  return sign
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
}
