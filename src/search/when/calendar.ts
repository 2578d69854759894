/** The first and last day, both included. `null` is an open end. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** A time as it was typed, before it is known against which day it counts. */
export type Said =
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

/** One time that was met in the text, from token `at` up to but not including token `end`. */
export interface Point {
  readonly at: number;
  readonly end: number;
  readonly said: Said;
  /** The weekday that stood beside a day of the month: "Wednesday 31 May". */
  readonly weekday: number | null;
  /** The words may mean something else: they count only behind a word of time, or alone. */
  readonly doubtful: boolean;
  /** The reading is a choice: a vague span, a month put first. */
  readonly sure: boolean;
}

type PlainDate = Temporal.PlainDate;

/** The day, or null where the calendar has none: 31 June, 29 February 2023. */
export function dayOf(year: number, month: number, day: number): PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

export function monthOf(year: number, month: number, part = 0): Days {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  if (part === 1) return { from: first, to: first.with({ day: 10 }) };
  if (part === 2) return { from: first.with({ day: 11 }), to: first.with({ day: 20 }) };
  if (part === 3) return { from: first.with({ day: 21 }), to: last };
  return { from: first, to: last };
}

export function weekOf(day: PlainDate): Days {
  const from = day.subtract({ days: day.dayOfWeek - 1 });
  return { from, to: from.add({ days: 6 }) };
}

export const later = (a: PlainDate, b: PlainDate) => Temporal.PlainDate.compare(a, b) > 0;

/** A leap day without a year may lie eight years back (1896 to 1904). */
const LEAP_GAP = 8;

function yearless(day: number, month: number, notAfter: PlainDate): PlainDate | null {
  for (let back = 0; back <= LEAP_GAP; back += 1) {
    const found = dayOf(notAfter.year - back, month, day);
    if (found && !later(found, notAfter)) return found;
  }
  return null;
}

function weekday(wanted: number, which: 'latest' | 'last' | 'this' | 'next', today: PlainDate): PlainDate {
  if (which === 'this') return today.add({ days: wanted - today.dayOfWeek });
  if (which === 'next') return today.add({ days: ((wanted - today.dayOfWeek + 6) % 7) + 1 });
  const back = (today.dayOfWeek - wanted + 7) % 7;
  return today.subtract({ days: which === 'last' && back === 0 ? 7 : back });
}

/**
 * What was said, as days. A day, month or weekday without more is the latest one that is not after `notAfter`: an editor
 * looks back. Null: the calendar has no such day.
 */
export function resolve(said: Said, notAfter: PlainDate): Days | null {
  if (said.kind === 'span') return said;
  if (said.kind === 'year') return { from: monthOf(said.year, 1).from, to: monthOf(said.year, 12).to };
  if (said.kind === 'month') {
    if (said.year !== null) return monthOf(said.year, said.month, said.part);
    const current = said.month === notAfter.month;
    const past = said.month < notAfter.month || (current && !said.last);
    return monthOf(past ? notAfter.year : notAfter.year - 1, said.month, said.part);
  }
  const day =
    said.kind === 'weekday'
      ? weekday(said.weekday, said.which, notAfter)
      : said.year === null
        ? yearless(said.day, said.month, notAfter)
        : dayOf(said.year, said.month, said.day);
  return day && { from: day, to: day };
}
