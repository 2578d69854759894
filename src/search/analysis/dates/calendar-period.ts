import { toMonth, toWeek, type DateExpression, type DayRange } from './calendar.ts';
import { wordSet, yearOf, type DateToken } from './tokens.ts';
import * as words from './vocabulary.ts';

type Day = Temporal.PlainDate;

const QUARTER = wordSet('q quarter quartal kvartal tromjesečje τρίμηνο trimestre t');
const WEEK = wordSet('week woche kw tjedan sedmica semaine εβδομάδα wk');
const ORDINALS = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);

/** "Q1 2024", "first quarter of 2024", "week 11", "KW 11/2024". Without a year, the latest that has begun. */
export function parseCalendarPeriod(list: readonly DateToken[], at: number, today: Day): DateExpression | null {
  const token = list[at];
  if (token === undefined) return null;
  const next = list[at + 1];
  const ordinal = ORDINALS.get(token.key);
  if (ordinal !== undefined && next !== undefined && QUARTER.has(next.key) && next.key.length > 1)
    return dated(list, { at, end: at + 2, today, of: (year) => quarterOf(year, ordinal) });
  if (token.kind !== 'word' || next?.kind !== 'number' || next.key.length > 2) return null;
  const number = Number(next.key);
  const touches = next.start === token.end;
  if (QUARTER.has(token.key) && (touches || token.key.length > 1) && number >= 1 && number <= 4)
    return dated(list, { at, end: at + 2, today, of: (year) => quarterOf(year, number) });
  if (WEEK.has(token.key) && number >= 1 && number <= 53)
    return dated(list, { at, end: at + 2, today, of: (year) => weekOf(year, number) });
  return null;
}

interface Period {
  readonly at: number;
  readonly end: number;
  readonly today: Day;
  readonly of: (year: number) => DayRange | null;
}

function dated(list: readonly DateToken[], { at, end, today, of }: Period): DateExpression | null {
  const skip =
    /^[,/]$/.test(list[end]?.raw ?? '') || words.OF.has(list[end]?.key ?? '') || list[end]?.key === 'in' ? 1 : 0;
  const year = yearOf(list[end + skip]);
  const days = year === null ? (begun(of(today.year), today) ?? of(today.year - 1)) : of(year);
  if (days === null) return null;
  const said = { kind: 'span', from: days.from, to: days.to } as const;
  return { at, end: year === null ? end : end + skip + 1, said, weekday: null, doubtful: false, sure: year !== null };
}

const begun = (days: DayRange | null, today: Day): DayRange | null =>
  days !== null && Temporal.PlainDate.compare(days.from, today) <= 0 ? days : null;

function quarterOf(year: number, number: number): DayRange {
  return { from: toMonth(year, 3 * number - 2).from, to: toMonth(year, 3 * number).to };
}

/** ISO 8601: the first week contains 4 January. null if the year has no such week. */
function weekOf(year: number, number: number): DayRange | null {
  const days = toWeek(Temporal.PlainDate.from({ year, month: 1, day: 4 }).add({ weeks: number - 1 }));
  return days.from.weekOfYear === number ? days : null;
}
