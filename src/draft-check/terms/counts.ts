import { findNumbers, type NumberMention } from '../../search/analysis/numbers/read-numbers.ts';
import { synonymsOf } from './contraries.ts';
import { currencyOf, measureBehind } from './units.ts';
import type { Term } from './terms.ts';

/** Bound of a number: "at least 30" is neither 30 nor at least 300. */
export type Bound = 'exact' | 'about' | 'nearly' | 'at least' | 'more than' | 'at most' | 'less than';

/** A quantity: a number with its sign, unit and bound, and what it counts. */
export interface CountMention {
  /** UTF-16 offsets, bound and unit included. */
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  /** In the base unit of its dimension. Two values for a range, a vague amount or a score. */
  readonly value: number | readonly [number, number];
  readonly bound: Bound;
  /** A vague amount such as "hundreds", not a printed range. */
  readonly vague: boolean;
  /** The dimension: percent, length, money euro, score, fraction, age; undefined for a plain count. */
  readonly unit?: string;
  /** "to 4.7 from 4.1": the end or the start of a change. */
  readonly side: 'from' | 'to' | null;
  /** Concepts after the number, up to the next function word: "two police cars" → police car. */
  readonly run: readonly string[];
  /** The concept that is counted, if the word forms show it. */
  readonly head: string | null;
  /** The head as spelt, or its pronoun. */
  readonly headKey: string;
}

const IRREGULAR = /^(?:people|men|women|children|police|personnel|media)$/;
const isPlural = ({ key, raw }: Term) => IRREGULAR.test(key) || (/[^s]s$/.test(raw) && raw.length > 3);

function runBehind(terms: readonly Term[], end: number): Term[] {
  const run: Term[] = [];
  let at = terms.findIndex((term) => term.start >= end);
  if (at < 0) return run;
  while (/^(?:of|the|its|these|those)$/.test(terms[at]?.key ?? '')) at += 1;
  for (; at < terms.length && run.length < 4; at += 1) {
    const term = terms[at];
    if (!term || !term.content || term.sign) break;
    run.push(term);
  }
  return run;
}

const AT_MOST = /\b(?:at\s+most|up\s+to|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of|as\s+many\s+as)\s+$/iu;
const AT_LEAST =
  /\b(?:at\s+least|a\s+minimum\s+of|no\s+(?:fewer|less)\s+than|not\s+(?:fewer|less)\s+than|upwards\s+of)\s+$/iu;
const NEARLY = /^(?:nearly|almost|fast|gotovo|skoro|presque|σχεδόν)\b/iu;
const ABOUT = /\b(?:just\s+(?:over|under)|close\s+to|a\s+little\s+(?:over|under|more\s+than|less\s+than))\s+$/iu;

const BEFORE_MONEY: readonly (readonly [RegExp, Bound])[] = [
  [/\b(?:more\s+than|over|above)\s+$/iu, 'more than'],
  [/\b(?:less\s+than|under|below)\s+$/iu, 'less than'],
  [/\b(?:nearly|almost)\s+$/iu, 'nearly'],
  [/\b(?:about|around|some|roughly|approximately)\s+$/iu, 'about'],
];

/** The bound before a number, and where it begins. */
function boundOf(text: string, number: NumberMention): { bound: Bound; start: number } {
  const { value, printed, start, approx } = number;
  const digits = /[\p{N}]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|a|half|\p{L}+)\b/u;
  // `findNumbers` includes some of these words and leaves others before the number.
  const lead =
    /^(?:at\s+least|up\s+to|(?:more|fewer|less|over|under|above|below)(?:\s+than)?|plus)\s+/iu.exec(printed)?.[0] ?? '';
  const before = text.slice(Math.max(0, start - 30), start) + lead;
  const cut = (match: RegExpExecArray | null) =>
    match === null ? start : Math.min(start, start + lead.length - match[0].length);
  const most = AT_MOST.exec(before);
  if (most) return { bound: 'at most', start: cut(most) };
  const least = AT_LEAST.exec(before);
  if (least) return { bound: 'at least', start: cut(least) };
  const about = ABOUT.exec(before);
  if (about) return { bound: 'about', start: cut(about) };
  // Before a currency sign `findNumbers` includes none of these.
  const money = lead === '' ? before.replace(/(?:US|A|C|NZ|HK)?\p{Sc}\s?$/u, '') : '';
  const behind = (words: RegExp) => (/^\p{Sc}/u.test(printed) || money !== before ? words.exec(money) : null);
  for (const [words, bound] of BEFORE_MONEY) {
    const match = behind(words);
    if (match) return { bound, start: start - (before.length - match.index) };
  }
  if (!digits.test(printed)) return { bound: 'exact', start };
  if (typeof value !== 'number' && value[1] === Infinity)
    return { bound: /mindestens|najmanje|τουλάχιστον/iu.test(printed) ? 'at least' : 'more than', start };
  if (typeof value !== 'number' && value[0] === 0 && approx && lead !== '') return { bound: 'less than', start };
  if (NEARLY.test(printed)) return { bound: 'nearly', start };
  return { bound: approx && typeof value === 'number' ? 'about' : 'exact', start };
}

const bare = ({ value }: NumberMention, bound: Bound): CountMention['value'] => {
  if (typeof value === 'number') return value;
  // `findNumbers` reads "no fewer than 30" as fewer, and "no more than 30" as more.
  if (bound === 'at least' || bound === 'more than')
    return value[1] === Infinity ? value[0] : value[0] === 0 ? value[1] : value;
  if (bound === 'at most' || bound === 'less than') {
    if (value[1] === Infinity) return value[0];
    return value[0] === 0 ? value[1] : value;
  }
  if (value[1] === Infinity) return value[0];
  return value;
};

const each = (value: CountMention['value'], change: (amount: number) => number): CountMention['value'] =>
  typeof value === 'number' ? change(value) : [change(value[0]), change(value[1])];

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Special {
  readonly start: number;
  readonly end: number;
  readonly value: number | readonly [number, number];
  readonly unit: string;
}

const SCORE = /(?<![\p{N}\p{L}.,:/–—-])(\d{1,3})\s?[-–—]\s?(\d{1,3})(?![\p{N}%°/]|[.,:]\d|[-–—])/gu;
const UNITS = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, at + 1]),
);
const numberOf = (word: string): number =>
  UNITS.get(word.toLowerCase()) ?? (word === '' || /^an?$/i.test(word) ? 1 : Number(word));
const PARTS = new Map([
  ['half', 2],
  ['halve', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
]);
const FRACTION =
  /\b(one|two|three|four|five|six|seven|eight|nine|\d|an?)[\s-](half|halve|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\b(?!-)/giu;
const HALF = /\bhalf\s+(?:of|the|their|his|her|its)\b/giu;
const IN_SO_MANY =
  /\b(one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of)\s+(?:every\s+)?(two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b(?!\s*(?:%|per))/giu;
const AGE =
  /\b(\d{1,3})-year-old\b|\baged\s+(\d{1,3})\b|(?<=\p{L}),\s(\d{1,2}),(?=\s)|\b[Aa]n?\s(?!(?:total|number|group|team|crew|average|toll|maximum|minimum|sum|crowd)\b)(?:\p{L}+\s){1,3}of\s(\d{1,3})(?=\s(?:who|was|has|from|in|at|and|\p{L}+ed)\b|[,.;]|$)/gu;

/** Pairs, fractions and ages: numbers without a counted noun. */
function specials(text: string, terms: readonly Term[]): Special[] {
  const found: Special[] = [];
  const add = (match: RegExpExecArray, unit: string, value: Special['value']) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, value, unit });
  };
  for (const match of text.matchAll(SCORE)) {
    const [a, b] = [Number(match[1]), Number(match[2])];
    const next = terms.find(({ start }) => start >= match.index + match[0].length);
    // "10–15 minutes" is a range; "won 2–1", "a 7–5 vote" are pairs.
    const ranged =
      a < b &&
      next !== undefined &&
      (isPlural(next) || measureBehind(text.slice(match.index + match[0].length)) !== null);
    if (!ranged && !/[€$£]\s?$/u.test(text.slice(0, match.index))) add(match, 'score', [a, b]);
  }
  for (const match of text.matchAll(IN_SO_MANY)) {
    const [a, b] = [numberOf(match[1] ?? ''), numberOf(match[2] ?? '')];
    if (a < b && /^(?:one|two|three|\d)$/i.test(match[1] ?? '')) add(match, 'fraction', a / b);
  }
  for (const match of text.matchAll(FRACTION)) {
    // "a second half", "the first quarter" are periods; "one third of" and "two-thirds" are parts.
    const whole = numberOf(match[1] ?? '') / (PARTS.get((match[2] ?? '').toLowerCase()) ?? 1);
    const single = /^an?$/i.test(match[1] ?? '');
    if (whole < 1 && (!single || /^\s+of\b/u.test(text.slice(match.index + match[0].length))))
      add(match, 'fraction', whole);
  }
  for (const match of text.matchAll(HALF)) add(match, 'fraction', 0.5);
  for (const match of text.matchAll(AGE)) add(match, 'age', Number(match[1] ?? match[2] ?? match[3] ?? match[4]));
  return found;
}

/** "7 votes to 5", "seven to five": two plain numbers, the larger first. */
const VERSUS = /^\s+(?:votes?\s+|goals?\s+)?to\s+$/u;

const MINUS = /(?:(?:^|[\s(])[-−–]|\bminus\s+)$/iu;
const BELOW = /^\s*(?:degrees?|°[CF]?)?\s*(?:celsius|fahrenheit)?\s*below\s+(?:zero|freezing)\b/iu;
const MILLIONS = /^\s?(m|mn|bn|b|tn|k)(?![\p{L}\p{N}])/u;
const SCALES = new Map([
  ['m', 1e6],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['k', 1e3],
]);

const ATTACHED = /(?<=\d)(?:[kcm]?m[23²³]?|k?g|t|ha|[kMGT]Wh?|ft|lb|[GMT]B|[hk]Pa|mph|kph)(?![\p{L}\p{N}])/gu;
const MONEY_MILLIONS = /(?<=\p{Sc}\s?[\d.,]*\d)m(?![\p{L}\p{N}])/gu;

/** Separates a number from an attached unit and keeps offsets: "30m", "€2.3m". */
const detached = (text: string): string =>
  text.replace(MONEY_MILLIONS, 'M').replace(ATTACHED, (unit) => ' '.repeat(unit.length));

/** "the northern one" and "lineage 2b" count nothing. */
function isCount(text: string, { printed, start, end, unit }: NumberMention, terms: readonly Term[]): boolean {
  if (/\db$/.test(printed) && unit === undefined) return /\p{Sc}\s?$/u.test(text.slice(0, start));
  if (!/^one$/i.test(printed)) return true;
  const before = terms.findLast((term) => term.end <= start);
  return !(before?.content === true && runBehind(terms, end).length === 0);
}

/** Numbers of a text with what they count, except those inside dates. */
export function countsIn(text: string, terms: readonly Term[], dates: readonly Stretch[]): CountMention[] {
  const special = specials(text, terms).filter(
    ({ start, end }) => !dates.some((date) => start < date.end && date.start < end),
  );
  const numbers = findNumbers(detached(text)).filter(
    ({ start, end }) => ![...dates, ...special].some((other) => start < other.end && other.start < end),
  );
  const plain = numbers.filter((number) => isCount(text, number, terms)).map((number) => quantity(text, terms, number));
  const merged: CountMention[] = [];
  for (const one of plain) {
    const last = merged.at(-1);
    const versus =
      last &&
      typeof last.value === 'number' &&
      typeof one.value === 'number' &&
      one.unit === undefined &&
      last.unit === undefined;
    if (
      versus &&
      last.side !== 'from' &&
      last.value > one.value &&
      VERSUS.test(text.slice(last.end, one.end - one.printed.length))
    )
      merged[merged.length - 1] = {
        ...last,
        end: one.end,
        printed: text.slice(last.start, one.end),
        value: [last.value, one.value],
        unit: 'score',
      };
    else merged.push(one);
  }
  const others = special.map(({ start, end, value, unit }): CountMention => {
    const run = runBehind(terms, end);
    return {
      start,
      end,
      printed: text.slice(start, end),
      value,
      unit,
      bound: 'exact',
      vague: false,
      side: null,
      run: run.map(({ concept }) => concept),
      head: run[0]?.concept ?? null,
      headKey: run[0]?.key ?? '',
    };
  });
  return [...merged, ...others].toSorted((a, b) => a.start - b.start);
}

function quantity(text: string, terms: readonly Term[], number: NumberMention): CountMention {
  const { bound, start: from } = boundOf(text, number);
  let { end } = number;
  let start = from;
  let value = bare(number, bound);
  let unit = number.unit === '%' ? 'percent' : number.unit;
  const scaled = MILLIONS.exec(text.slice(end));
  const before = text.slice(0, number.start);
  const sign = /(?:(?:US|A|C|NZ|HK)?\p{Sc}|\b[A-Z]{3})\s?$/u.exec(before);
  const lead = sign ? currencyOf(sign[0].trim().replace(/^(?:US|A|C|NZ|HK)(?=\p{Sc})/u, '')) : null;
  const money = unit === undefined || unit === 'percent' || unit === 'points' ? lead : (currencyOf(unit) ?? lead);
  if (money !== null) unit = `money ${money}`;
  if (sign && lead !== null) start = Math.min(start, number.start - sign[0].length);
  if (scaled && (money !== null || scaled[1] !== 'm')) {
    value = each(value, (amount) => amount * (SCALES.get(scaled[1] ?? '') ?? 1));
    end += scaled[0].length;
  }
  const word = /^[\s-]?(?:(?:US|Australian|Canadian|Swiss|Czech|Danish|Norwegian|Swedish)\s)?(\p{L}{3,}|\p{Sc})/u.exec(
    text.slice(end),
  );
  const behind = word && unit === undefined ? currencyOf(word[1] ?? '') : null;
  if (word && behind !== null) {
    unit = `money ${behind}`;
    end += word[0].length;
  }
  if (unit === undefined) {
    const measure = measureBehind(text.slice(end));
    if (measure) {
      value = each(value, measure.toBase);
      unit = measure.dimension;
      end += measure.length;
    }
  }
  const negative = MINUS.test(before) || BELOW.test(text.slice(number.end));
  if (negative && (unit === undefined || !/^(?:score|fraction|age)$/.test(unit))) {
    // −12 °F became +12 before conversion to Celsius: apply the sign before the unit.
    value = negated(text, number, value, unit);
    start = Math.min(start, number.start - (MINUS.exec(before)?.[0].trimStart().length ?? 0));
  }
  const run = runBehind(terms, end);
  const one = value === 1 && unit === undefined;
  const plural = run.find(isPlural);
  const head = one ? (run.length > 1 ? run[1] : run[0]) : (plural ?? run[0]);
  const side = /\b(from|to)\s+(?:an?\s+|the\s+)?$/iu.exec(text.slice(0, start))?.[1]?.toLowerCase();
  return {
    start,
    end,
    printed: text.slice(start, end),
    value,
    bound,
    vague: typeof number.value !== 'number' && typeof value !== 'number' && !/\d/.test(number.printed),
    ...(unit === undefined ? {} : { unit }),
    side: side === 'from' || side === 'to' ? side : null,
    run: run.map(({ concept }) => concept),
    head: head?.concept ?? null,
    // "nine of them" counts something named before.
    headKey: head?.key ?? /^\s+of\s+(them|whom|these|those)\b/u.exec(text.slice(end))?.[1] ?? '',
  };
}

function negated(
  text: string,
  number: NumberMention,
  value: CountMention['value'],
  unit: string | undefined,
): CountMention['value'] {
  if (unit !== 'temperature') return each(value, (amount) => -amount);
  const measure = measureBehind(text.slice(number.end));
  return each(number.value, (amount) => (measure ? measure.toBase(-amount) : -amount));
}

/** Tolerance of an approximate amount: a twentieth. A lower bound may be off by a quarter. */
const SLACK = 0.05;
const REACH = 0.25;
const same = (a: number, b: number, slack = 1e-9) => Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) * slack;

/** Compares a draft's amount with one of the base. Null: they may be one amount in different words. */
export function compareAmounts(draft: CountMention, base: CountMention): 'agrees' | 'differs' | null {
  if (draft.unit !== base.unit) return 'differs';
  const [a, b] = [draft.value, base.value];
  if (draft.unit === 'score')
    return typeof a !== 'number' && typeof b !== 'number' && a[0] === b[0] && a[1] === b[1] ? 'agrees' : 'differs';
  if (draft.side !== null && base.side !== null && draft.side !== base.side) return 'differs';
  if (typeof a !== 'number' || typeof b !== 'number') {
    const [[low, high], [least, most]] = [typeof a === 'number' ? [a, a] : a, typeof b === 'number' ? [b, b] : b];
    if (same(low, least) && same(high, most)) return 'agrees';
    if (draft.vague || base.vague) {
      const open = (bound: Bound) => bound === 'more than' || bound === 'at least';
      if (open(draft.bound) !== open(base.bound)) return high < least || low > most ? 'differs' : null;
      return low <= most * (1 + SLACK) && high >= least * (1 - SLACK) ? 'agrees' : 'differs';
    }
    return 'differs';
  }
  const rough =
    draft.bound === 'about' || base.bound === 'about' || draft.bound === 'nearly' || base.bound === 'nearly';
  const equal = same(a, b, rough && draft.bound !== 'exact' ? SLACK : undefined);
  if (draft.bound === base.bound) return equal ? 'agrees' : 'differs';
  const loose = (bound: Bound) => bound === 'exact' || bound === 'about' || bound === 'nearly';
  if (loose(draft.bound) && loose(base.bound)) {
    if (draft.bound === 'nearly' && a > b && a <= b * (1 + REACH / 2)) return 'agrees';
    return equal ? 'agrees' : 'differs';
  }
  if (!loose(base.bound)) {
    const alike = /least|more/.test(draft.bound) && /least|more/.test(base.bound);
    const below = /most|less/.test(draft.bound) && /most|less/.test(base.bound);
    return equal ? (alike || below ? 'agrees' : loose(draft.bound) ? null : 'differs') : 'differs';
  }
  // The draft gives a bound on the base's value: "more than 12,000" for 12,500.
  switch (draft.bound) {
    case 'at least':
      return b >= a && b <= a * (1 + REACH) ? 'agrees' : 'differs';
    case 'more than':
      return b > a && b <= a * (1 + REACH) ? 'agrees' : equal && base.bound !== 'exact' ? null : 'differs';
    case 'at most':
      return b <= a && b >= a * (1 - REACH) ? 'agrees' : 'differs';
    case 'less than':
      return b < a && b >= a * (1 - REACH) ? 'agrees' : 'differs';
    case 'exact':
    case 'about':
    case 'nearly':
      return equal ? 'agrees' : 'differs';
  }
}

export const sameAmount = (draft: CountMention, base: CountMention): boolean =>
  compareAmounts(draft, base) === 'agrees';

/** Tells whether two numbers count the same kind of thing: by dimension, otherwise by what is counted. */
export function countsSameThing(draft: CountMention, base: CountMention): boolean {
  if (draft.unit !== undefined || base.unit !== undefined) return kindOf(draft) === kindOf(base);
  if (draft.head === null || base.head === null) return false;
  if (draft.head === base.head) return true;
  const shared = draft.run.filter((concept) => base.run.includes(concept));
  return (
    shared.length >= 2 ||
    base.run.slice(0, 3).includes(draft.head) ||
    draft.run.slice(0, 3).includes(base.head) ||
    synonymsOf(draft.headKey).has(base.head) ||
    synonymsOf(base.headKey).has(draft.head)
  );
}

/** All currencies are one kind, as are a share and its change in points: different values are an error. */
const kindOf = ({ unit }: CountMention): string =>
  unit === undefined ? 'count' : unit.startsWith('money') ? 'money' : unit === 'points' ? 'percent' : unit;
