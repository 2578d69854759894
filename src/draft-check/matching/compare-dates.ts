import type { Outcome } from '../model/note.ts';
import type { DateMention } from '../../search/analysis/dates/date-mentions.ts';
import { tokens } from '../../search/analysis/dates/tokens.ts';
import { WEEKDAYS } from '../../search/analysis/dates/vocabulary.ts';
import type { FactEntry } from '../model/checker-index.ts';
import { timePhrase, timesIn } from '../reading/times.ts';

/** The date of a state is only when it was reported: a draft may mention it on another day. */
const isDated = ({ fact }: FactEntry) =>
  fact.when_said !== undefined ||
  fact.kind === 'event' ||
  fact.kind === 'quote' ||
  (fact.kind === 'figure' && fact.when_how === 'stated') ||
  (fact.kind === 'position' && fact.said_by !== undefined);

/** "since Tuesday" for what lasts until Tuesday. */
function isTurned(text: string, date: DateMention, { evidence }: FactEntry): boolean {
  const end = (from: Temporal.PlainDate | null, to: Temporal.PlainDate | null) =>
    from === null ? to : to === null ? from : null;
  const own = end(date.from, date.to);
  const weekday = weekdayOf(text.slice(date.start, date.end));
  if (own === null) return false;
  return evidence.dates.some(({ from, to }) => {
    const other = end(from, to);
    if (other === null || (from === null) === (date.from === null)) return false;
    return weekday === null
      ? other.equals(own)
      : other.dayOfWeek === weekday || other.add({ days: 1 }).dayOfWeek === weekday;
  });
}

/** The snippet has the same date: a deadline, or the day of another part. */
const isPrinted = (date: DateMention, { evidence }: FactEntry): boolean =>
  evidence.dates.some(
    ({ from, to, precision }) =>
      from?.toString() === date.from?.toString() &&
      to?.toString() === date.to?.toString() &&
      precision === date.precision,
  );

/** The source sentence has the same words ("last night"); a weekday may belong to another part. */
function isWritten(text: string, { start, end, relative }: DateMention, { evidence }: FactEntry): boolean {
  const words = text.slice(start, end).toLowerCase();
  return relative && weekdayOf(words) === null && !/\d/.test(words) && evidence.wide.toLowerCase().includes(words);
}

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
 * Compares a date of a draft with that of a fact.
 * A bare weekday is compared with the fact's weekday in any week; a date without a year by day and month.
 * Null: the fact has no comparable date.
 */
export function compareDay(text: string, date: DateMention, entry: FactEntry): Outcome {
  const { when } = entry;
  if (date.impossible !== null) return null;
  if (isPrinted(date, entry) || isWritten(text, date, entry)) return 'agrees';
  if (isTurned(text, date, entry)) return 'differs';
  // "until June" gives an end: the day of the event says nothing about it.
  if (date.from === null && when?.interval !== true)
    return entry.evidence.dates.some(({ from }) => from === null) ? 'differs' : null;
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

/** Compares the times of the draft with those of the fact. */
export function compareTimes(text: string, { fact, timed }: FactEntry): Outcome {
  const draft = timePhrase(text)?.range;
  const printed = timesIn(timed).map(({ range }) => range);
  const base = fact.time === undefined ? printed : [...timesIn(fact.time).map(({ range }) => range), ...printed];
  if (!draft || base.length === 0) return null;
  const meet = (other: readonly [number, number], shift: number) =>
    draft[0] + shift < other[1] && draft[1] + shift > other[0];
  return base.some((other) => meet(other, 0) || meet(other, 1440) || meet(other, -1440)) ? 'agrees' : 'differs';
}
