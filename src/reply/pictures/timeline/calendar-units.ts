import { formatDate, formatDateRange } from '../../i18n/dates.ts';
import { dayNumber, dayOf } from './extent.ts';

/** Units of the calendar that group facts when there are too many dates. */
export const STEPS = ['day', 'week', 'month', 'year', 'decade', 'century', 'millennium'] as const;
export type Step = (typeof STEPS)[number];

/** The unit that contains a day: its first day and the day after its last, in days since 1970. */
export function unitContaining(step: Step, day: number): { readonly from: number; readonly to: number } {
  const start = beginning(step, Temporal.PlainDate.from(dayOf(day)));
  const length = {
    day: { days: 1 },
    week: { days: 7 },
    month: { months: 1 },
    year: { years: 1 },
    decade: { years: 10 },
    century: { years: 100 },
    millennium: { years: 1000 },
  }[step];
  return { from: dayNumber(start.toString()), to: dayNumber(start.add(length).toString()) };
}

function beginning(step: Step, date: Temporal.PlainDate): Temporal.PlainDate {
  switch (step) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'year':
      return date.with({ month: 1, day: 1 });
    case 'decade':
      return date.with({ year: date.year - (date.year % 10), month: 1, day: 1 });
    case 'century':
      return date.with({ year: date.year - (date.year % 100), month: 1, day: 1 });
    case 'millennium':
      return date.with({ year: date.year - (date.year % 1000), month: 1, day: 1 });
  }
}

/** "Mon 3 April – Sun 9 April 2023", "April 2023", "2023", "2020–2029", "1900–1999". */
export function formatUnit(step: Step, day: number, language: string): string {
  const { from, to } = unitContaining(step, day);
  const open = { decade: 1, century: 2, millennium: 3 };
  if (step in open) {
    const digits = 4 - open[step as keyof typeof open];
    return formatDate(dayOf(from).slice(0, digits).padEnd(4, 'X'), language);
  }
  return formatDateRange({ from: dayOf(from), to: dayOf(to - 1) }, language);
}
