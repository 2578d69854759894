/** The first and last day, both included. `null` is an open end. */
export interface DayRange {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A date as typed, before it is resolved against a reference day. */
export type RelativeDate =
  | { readonly kind: 'day'; readonly day: number; readonly month: number; readonly year: number | null }
  | {
      readonly kind: 'month';
      readonly month: number;
      readonly year: number | null;
      readonly part: number;
      readonly last: boolean;
    }
  | { readonly kind: 'year'; readonly year: number }
  /** `which`: the latest not after today, the one before today, the one of this week, the next one. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: 'latest' | 'last' | 'this' | 'next' }
  | { readonly kind: 'span'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

/** A date expression in the text, from token `at` up to but not including token `end`. */
export interface DateExpression {
  readonly at: number;
  readonly end: number;
  readonly said: RelativeDate;
  /** The weekday written beside a day of the month: "Wednesday 31 May". */
  readonly weekday: number | null;
  /** The words may mean something else: they count only after a word of time, or alone. */
  readonly doubtful: boolean;
  /** False if the reading is a choice: a vague span, a month put first. */
  readonly sure: boolean;
}

type PlainDate = Temporal.PlainDate;

/** The day, or null if the calendar has none: 31 June, 29 February 2023. */
export function toDay(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

export function toMonth(year: number, month: number, part = 0): DayRange {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  if (part === 1) return { from: first, to: first.with({ day: 10 }) };
  if (part === 2) return { from: first.with({ day: 11 }), to: first.with({ day: 20 }) };
  if (part === 3) return { from: first.with({ day: 21 }), to: last };
  return { from: first, to: last };
}

export function toWeek(day: PlainDate): DayRange {
  const from = day.subtract({ days: day.dayOfWeek - 1 });
  return { from, to: from.add({ days: 6 }) };
}

export const later = (a: PlainDate, b: PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

type Mode = 'nearest' | 'latest';

/** Years between leap days may be eight (1896 to 1904). */
const LEAP_GAP = 8;

/** The nearest such day, the earlier of two equally near; or the latest not after `today`. */
function yearless(day: number, month: number, today: PlainDate, mode: Mode): PlainDate | null {
  const years = Array.from({ length: 2 * LEAP_GAP + 1 }, (_, at) => today.year - LEAP_GAP + at);
  const found = years.flatMap((year) => toDay(year, month, day) ?? []);
  if (mode === 'latest') return found.findLast((date) => !later(date, today)) ?? null;
  const distance = (date: PlainDate): number => Math.abs(today.until(date).total('days'));
  return found.toSorted((a, b) => distance(a) - distance(b) || Temporal.PlainDate.compare(a, b))[0] ?? null;
}

/** The year of the nearest such month, the earlier of two six months off; or of the latest begun. */
function yearOfMonth(month: number, today: PlainDate, mode: Mode): number {
  const ahead = (month - today.month + 12) % 12;
  if (mode === 'latest') return month > today.month ? today.year - 1 : today.year;
  if (ahead >= 6) return month > today.month ? today.year - 1 : today.year;
  return month < today.month ? today.year + 1 : today.year;
}

function weekday(wanted: number, which: 'latest' | 'last' | 'this' | 'next', today: PlainDate): PlainDate {
  if (which === 'this') return today.add({ days: wanted - today.dayOfWeek });
  if (which === 'next') return today.add({ days: ((wanted - today.dayOfWeek + 6) % 7) + 1 });
  const back = (today.dayOfWeek - wanted + 7) % 7;
  return today.subtract({ days: which === 'last' && back === 0 ? 7 : back });
}

/**
 * Resolves a date expression to days. A bare weekday is the latest not after `today`: a desk looks back over its week.
 * A day or month without a year is the nearest: "5 June", asked on 1 June, is this year's.
 * With `latest`, `today` is the far end of a span: the result is the latest not after it.
 * Null: the calendar has no such day.
 */
export function resolveDate(said: RelativeDate, today: PlainDate, mode: Mode = 'nearest'): DayRange | null {
  if (said.kind === 'span') return said;
  if (said.kind === 'year') return { from: toMonth(said.year, 1).from, to: toMonth(said.year, 12).to };
  if (said.kind === 'month') {
    if (said.year !== null) return toMonth(said.year, said.month, said.part);
    const isThis = said.month === today.month;
    return toMonth(isThis && said.last ? today.year - 1 : yearOfMonth(said.month, today, mode), said.month, said.part);
  }
  const day =
    said.kind === 'weekday'
      ? weekday(said.weekday, said.which, today)
      : said.year === null
        ? yearless(said.day, said.month, today, mode)
        : toDay(said.year, said.month, said.day);
  return day && { from: day, to: day };
}
