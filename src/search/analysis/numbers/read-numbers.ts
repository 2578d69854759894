import { numberWordsAt } from './number-words.ts';
import { numbersInDigits } from './digits.ts';
import {
  ABOUT,
  CURRENCY,
  VAGUE_MULTIPLIERS,
  VAGUE_MULTIPLIERS_WITH_OF,
  OVER,
  PERCENT,
  SUFFIXES,
  THAN,
  UNDER,
  VAGUE_AMOUNTS,
} from './vocabulary.ts';
import { plain, tokens, type DateToken } from '../dates/tokens.ts';

/** A number in a text. `start` and `end` are UTF-16 offsets and include "about" and the unit. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** One value, or the bounds of a vague amount ("a few dozen"); Infinity if it has no upper bound. */
  readonly value: number | readonly [low: number, high: number];
  /** The text calls it approximate. */
  readonly approx: boolean;
  /** '%', 'points' (percentage points), '€', '$' or '£'. */
  readonly unit?: string;
  readonly printed: string;
}

const VAGUE_WORDS = new Map(VAGUE_AMOUNTS.map(([word, low, high]) => [plain(word), [low, high] as const]));

interface Core {
  readonly at: number;
  readonly end: number;
  readonly value: number | readonly [number, number];
}

/** Words that look like a number but are pronouns: "no one", "one another", "each one". */
function isPronoun(list: readonly DateToken[], at: number): boolean {
  if (list[at]?.key !== 'one') return false;
  const before = list[at - 1]?.key ?? '';
  return (
    /^(no|any|every|some|each|the|this|that|which|another|only the)$/.test(before) || list[at + 1]?.key === 'another'
  );
}

function vague(list: readonly DateToken[], at: number): Core | null {
  const key = list[at]?.key ?? '';
  if (VAGUE_MULTIPLIERS.has(key)) {
    const scale = VAGUE_MULTIPLIERS_WITH_OF.get(list[at + 1]?.key ?? '');
    if (scale === 12) return { at, end: at + 2, value: [24, 99] };
    if (scale !== undefined) return { at, end: at + 2, value: [2 * scale, 10 * scale - 1] };
    const amount = VAGUE_WORDS.get(list[at + 1]?.key ?? '');
    return amount ? { at, end: at + 2, value: amount } : null;
  }
  if ((key === 'tens' || key === 'hundreds') && list[at + 1]?.key === 'of' && list[at + 2]?.key === 'thousands') {
    return { at, end: at + 3, value: key === 'tens' ? [20_000, 99_999] : [200_000, 999_999] };
  }
  const amount = VAGUE_WORDS.get(key);
  return amount ? { at, end: at + 1, value: amount } : null;
}

/** "a dozen", "half a dozen", "a hundred", "half a million", "a couple of", "both". */
function phrase(list: readonly DateToken[], at: number): Core | null {
  const key = list[at]?.key ?? '';
  const second = list[at + 1]?.key ?? '';
  const article = /^(a|an|ein|une|un)$/;
  if (article.test(key) && second === 'couple') return { at, end: at + 2, value: 2 };
  if (key === 'half' && article.test(second)) {
    const scale = numberWordsAt(list, at + 2, 1);
    return scale && { at, end: scale.end, value: scale.value / 2 };
  }
  if (!article.test(key)) return null;
  const scale = numberWordsAt(list, at + 1, 1);
  return scale && { at, end: scale.end, value: scale.value };
}

function coreAt(
  list: readonly DateToken[],
  at: number,
  digits: ReadonlyMap<number, { end: number; value: number }>,
): Core | null {
  const token = list[at];
  if (!token) return null;
  const number = digits.get(token.start);
  if (number) {
    let end = at + 1;
    while (end < list.length && (list[end]?.start ?? Infinity) < number.end) end += 1;
    const next = list[end];
    const touching = next && next.start === number.end ? SUFFIXES.get(next.key) : undefined;
    if (touching !== undefined && (next?.key !== 'm' || next.raw === 'M'))
      return { at, end: end + 1, value: number.value * touching };
    // "1st", "2nd", "5m", "s1": adjacent letters make it no plain number.
    if (next && next.start === number.end && next.kind === 'word' && numberWordsAt(list, end, number.value) === null)
      return null;
    const scaled = numberWordsAt(list, end, number.value);
    return scaled ? { at, end: scaled.end, value: scaled.value } : { at, end, value: number.value };
  }
  if (token.kind !== 'word' || isPronoun(list, at)) return null;
  const found = phrase(list, at) ?? vague(list, at);
  if (found) return found;
  const words = numberWordsAt(list, at);
  return words && { at, end: words.end, value: words.value };
}

/** "200 to 300", "200–300", "between 200 and 300", "two or three": one amount with two bounds. */
function widened(list: readonly DateToken[], core: Core, digits: Parameters<typeof coreAt>[2]): Core {
  const between = /^(between|zwischen|izmedu|entre|μεταξυ)$/.test(list[core.at - 1]?.key ?? '');
  const join = list[core.end];
  const joins =
    join &&
    (/^[-–—]$/.test(join.raw) ||
      /^(to|bis|do|a|à|εωσ|or|oder|ili|ou|η)$/.test(join.key) ||
      (between && /^(and|und|i|et|και)$/.test(join.key)));
  if (!joins || typeof core.value !== 'number') return core;
  const far = coreAt(list, core.end + 1, digits);
  if (!far || typeof far.value !== 'number' || far.value <= core.value) return core;
  return { at: between ? core.at - 1 : core.at, end: far.end, value: [core.value, far.value] };
}

function unitAt(list: readonly DateToken[], at: number): { unit: string; end: number } | null {
  const [key, next, third] = [list[at]?.key ?? '', list[at + 1]?.key ?? '', list[at + 2]?.key ?? ''];
  if (key === '%' || PERCENT.has(key))
    return /^(points?|poena)$/.test(next) ? { unit: 'points', end: at + 2 } : { unit: '%', end: at + 1 };
  if ((key === 'per' || key === 'pour') && next === 'cent') return { unit: '%', end: at + 2 };
  if (key === 'τοισ' && next === 'εκατο') return { unit: '%', end: at + 2 };
  if (key === 'au' && third === 'cent') return null;
  const currency = CURRENCY.get(key);
  return currency === undefined ? null : { unit: currency, end: at + 1 };
}

/** Reads what comes before a number: "about", "more than", "at least", "up to". */
function bounds(
  list: readonly DateToken[],
  core: Core,
): { at: number; value: NumberMention['value']; approx: boolean } {
  const [before = '', earlier = ''] = [list[core.at - 1]?.key, list[core.at - 2]?.key];
  const low = typeof core.value === 'number' ? core.value : core.value[0];
  const high = typeof core.value === 'number' ? core.value : core.value[1];
  if (THAN.has(before) && (OVER.has(earlier) || earlier === 'more'))
    return { at: core.at - 2, value: [low, Infinity], approx: true };
  if (THAN.has(before) && UNDER.has(earlier)) return { at: core.at - 2, value: [0, high], approx: true };
  if (/^(least|mindestens|najmanje|τουλαχιστον)$/.test(before))
    return { at: core.at - (before === 'least' ? 2 : 1), value: [low, Infinity], approx: true };
  if (OVER.has(before) && before !== 'plus') return { at: core.at - 1, value: [low, Infinity], approx: true };
  if (UNDER.has(before) || (before === 'to' && earlier === 'up'))
    return { at: core.at - (before === 'to' ? 2 : 1), value: [0, high], approx: true };
  if (ABOUT.has(before)) return { at: core.at - 1, value: core.value, approx: true };
  return { at: core.at, value: core.value, approx: typeof core.value !== 'number' };
}

/**
 * Finds every number of a text, in digits or words: English, German, French, Croatian, Serbian (both scripts), Greek.
 * It skips dates in digits, times of day, ordinals and ids such as "f039".
 * `parseDigits` explains points and commas.
 */
export function findNumbers(text: string): NumberMention[] {
  const list = tokens(text);
  const digits = new Map(numbersInDigits(text).map((number) => [number.start, number]));
  const found: NumberMention[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const first = coreAt(list, at, digits);
    if (!first) continue;
    const core = widened(list, first, digits);
    const { at: from, value, approx } = bounds(list, core);
    const before = list[from - 1];
    const free = before !== undefined && before.start >= (found.at(-1)?.end ?? 0);
    const sign = free ? CURRENCY.get(before.raw) : undefined;
    const behind = unitAt(list, core.end);
    const unit = behind?.unit ?? sign;
    const start = list[sign === undefined ? from : from - 1]?.start ?? 0;
    const end = list[(behind?.end ?? core.end) - 1]?.end ?? text.length;
    found.push({ start, end, value, approx, ...(unit === undefined ? {} : { unit }), printed: text.slice(start, end) });
    at = (behind?.end ?? core.end) - 1;
  }
  return found;
}

/**
 * Writes every plain number in one form, so that index and query match.
 * "1.200", "1 200" and "twelve hundred" become "1200", "3,5 per cent" becomes "3.5%".
 * Vague amounts ("a few dozen") stay unchanged.
 */
export function normalizeNumbers(text: string): string {
  let out = '';
  let last = 0;
  for (const { start, end, value, unit, printed } of findNumbers(text)) {
    if (typeof value !== 'number') continue;
    const words = /^\p{L}+\s/u.exec(printed)?.[0] ?? '';
    const lead = ABOUT.has(plain(words.trim())) ? words : '';
    out += `${text.slice(last, start)}${lead}${String(value)}${unit === '%' ? '%' : unit === undefined ? '' : ` ${unit}`}`;
    last = end;
  }
  return out + text.slice(last);
}
