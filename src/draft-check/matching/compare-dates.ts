import type { Outcome } from '../model/note.ts';
import type { DateMention } from '../../search/analysis/dates/date-mentions.ts';
import { tokens } from '../../search/analysis/dates/tokens.ts';
import { WEEKDAYS } from '../../search/analysis/dates/vocabulary.ts';
import type { FactEntry } from '../model/checker-index.ts';

/** A state's date is only the day on which it was reported: a draft may speak of it on another. */
const isDated = ({ fact }: FactEntry) =>
  fact.when_said !== undefined ||
  fact.kind === 'event' ||
  fact.kind === 'quote' ||
  (fact.kind === 'position' && fact.said_by !== undefined);

const weekdayOf = (text: string): number | null => {
  if (/\d/.test(text)) return null;
  for (const { key } of tokens(text)) {
    const day = WEEKDAYS.get(key);
    if (day !== undefined) return day;
  }
  return null;
};

const dayOfWeek = (day: string) => Temporal.PlainDate.from(day).dayOfWeek;

/**
 * A date of a draft against that of a fact. A weekday alone is held against the weekday of the fact's own date, whatever
 * the week; a date without a year against day and month. Null: the fact has no date that could be compared.
 */
export function compareDay(text: string, date: DateMention, entry: FactEntry): Outcome {
  const { when } = entry;
  if (!when || !isDated(entry) || date.impossible !== null) return null;
  const said = text.slice(date.start, date.end);
  const weekday = weekdayOf(said);
  if (weekday !== null) {
    if (when.precision !== 'day') return null;
    const day = when.from ?? when.to;
    if (day === null || (when.interval && when.from !== null && when.to !== null)) return null;
    if (dayOfWeek(day) === weekday) return 'agrees';
    return 'differs';
  }
  const [from, to] = [date.from?.toString() ?? null, date.to?.toString() ?? null];
  if (when.precision === 'year' || when.precision === 'decade') {
    const year = (from ?? to)?.slice(0, 4) ?? '';
    if (date.precision !== 'year' && date.relative) return null;
    return year >= (when.from?.slice(0, 4) ?? '') && year <= (when.to?.slice(0, 4) ?? '') ? 'agrees' : 'differs';
  }
  if (when.interval) {
    const [start, end] = [when.from ?? '0000', when.to ?? '9999'];
    if (date.precision === 'span' && date.to === null && when.from !== null && from !== null)
      return from === when.from ? 'agrees' : 'differs';
    return (to ?? '9999') >= start && (from ?? '0000') <= end ? 'agrees' : 'differs';
  }
  if (
    /\p{L}/u.test(said) &&
    date.relative &&
    /\d/.test(said) &&
    date.precision === 'day' &&
    from !== null &&
    when.from !== null &&
    when.precision === 'day'
  ) {
    return from.slice(5) === when.from.slice(5) ? 'agrees' : 'differs';
  }
  if (date.precision === 'month' && date.relative && from !== null) {
    return from.slice(5, 7) === when.from?.slice(5, 7) ? 'agrees' : 'differs';
  }
  if (when.precision === 'month' && date.precision === 'day' && date.relative) {
    return from?.slice(5, 7) === when.from?.slice(5, 7) ? null : 'differs';
  }
  return (to ?? '9999') >= (when.from ?? '0000') && (from ?? '0000') <= (when.to ?? '9999') ? 'agrees' : 'differs';
}

/** Minutes of the day that a word can mean: [first, last). */
const PARTS_OF_DAY: readonly (readonly [RegExp, number, number])[] = [
  [/\bearly\s+(?:\w+\s+)?morning\b|\bdawn\b|\bfrüh\b/iu, 3, 9],
  [/\bmorning\b|\bjutro|\bujutr|πρωί|\bmatin\b/iu, 4, 12],
  [/\b(?:noon|midday|mittags?|podne)\b|μεσημέρι/iu, 11, 14],
  [/\bafternoon\b|\bnachmittags?\b|\bpopodne\b|απόγευμα/iu, 12, 18],
  [/\bevening\b|\babends?\b|\bveče|\buveče|βράδυ/iu, 17, 24],
  [/\bmidnight\b|\bmitternacht\b|\bponoć|μεσάνυχτα/iu, 23, 25],
  [/(?<!fort)\bnight\b|\bnachts?\b|\bnoć/iu, 18, 30],
];

const TWELVE = /(?<![\d.:])(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b\.?/giu;
/** "23:30", "23.30", "23h30", "2330 hours". */
const FULL =
  /(?<![\d.,:])([01]?\d|2[0-3])(?:[:h]|\.(?=\d\d(?!\d|\s?(?:%|per|million|billion|m\b|bn\b))))([0-5]\d)(?![\d,:]|\.\d)/gu;

interface TimeMention {
  readonly start: number;
  readonly end: number;
  /** Minutes of the day: [first, last). */
  readonly range: readonly [number, number];
}

/** The times of day that a text names, to the minute. A full hour is that minute too. */
export function timesIn(text: string): TimeMention[] {
  const found: TimeMention[] = [];
  const add = (match: RegExpExecArray, minutes: number) =>
    found.push({ start: match.index, end: match.index + match[0].length, range: [minutes, minutes + 1] });
  for (const match of text.matchAll(TWELVE))
    add(match, ((Number(match[1]) % 12) + (match[3]?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(match[2] ?? 0));
  for (const match of text.matchAll(FULL))
    if (!found.some(({ start, end }) => match.index < end && start < match.index + match[0].length))
      add(match, Number(match[1]) * 60 + Number(match[2]));
  if (found.length > 0) return found.toSorted((a, b) => a.start - b.start);
  for (const [word, from, to] of PARTS_OF_DAY) {
    const match = word.exec(text);
    if (match) return [{ start: match.index, end: match.index + match[0].length, range: [from * 60, to * 60] }];
  }
  return [];
}

/** The first of them. */
export const timePhrase = (text: string): TimeMention | null => timesIn(text)[0] ?? null;

/** The time of the draft against the times of the fact. */
export function compareTimes(text: string, { fact, timed }: FactEntry): Outcome {
  const draft = timePhrase(text)?.range;
  const printed = timesIn(timed).map(({ range }) => range);
  const base = fact.time === undefined ? printed : [...timesIn(fact.time).map(({ range }) => range), ...printed];
  if (!draft || base.length === 0) return null;
  const meet = (other: readonly [number, number], shift: number) =>
    draft[0] + shift < other[1] && draft[1] + shift > other[0];
  return base.some((other) => meet(other, 0) || meet(other, 1440) || meet(other, -1440)) ? 'agrees' : 'differs';
}
