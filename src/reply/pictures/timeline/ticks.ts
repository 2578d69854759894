import type { TextMeasure } from '../rendering/measure-text.ts';
import { SMALL } from '../rendering/text-line.ts';
import type { AxisSegment } from './axis.ts';
import { dayNumber, dayOf } from './extent.ts';

/** A calendar unit on the axis, from its beginning to its end, clipped to the segment. */
export interface Tick {
  readonly x: number;
  readonly w: number;
  /** Empty if there is no space. */
  readonly label: string;
  /** A week is named by its first day, so its label is at its beginning. */
  readonly atStart: boolean;
  /** The month or year that contains the label, written where it begins. */
  readonly context: string;
}

interface Unit {
  /** Approximate length, in days. */
  readonly days: number;
  readonly start: (date: Temporal.PlainDate) => Temporal.PlainDate;
  readonly step: Temporal.DurationLike;
  readonly label: Intl.DateTimeFormatOptions;
  readonly context?: Intl.DateTimeFormatOptions;
}

const MONTH_OF_YEAR = { month: 'long', year: 'numeric' } as const;
const years = (n: number): Unit => ({
  days: 365 * n,
  start: (date) => date.with({ year: date.year - (date.year % n), month: 1, day: 1 }),
  step: { years: n },
  label: { year: 'numeric' },
});

const UNITS: readonly Unit[] = [
  {
    days: 1,
    start: (date) => date,
    step: { days: 1 },
    label: { weekday: 'short', day: 'numeric' },
    context: MONTH_OF_YEAR,
  },
  { days: 1, start: (date) => date, step: { days: 1 }, label: { day: 'numeric' }, context: MONTH_OF_YEAR },
  {
    days: 7,
    start: (date) => date.subtract({ days: date.dayOfWeek - 1 }),
    step: { days: 7 },
    label: { day: 'numeric', month: 'short' },
    context: { year: 'numeric' },
  },
  {
    days: 28,
    start: (date) => date.with({ day: 1 }),
    step: { months: 1 },
    label: { month: 'short' },
    context: { year: 'numeric' },
  },
  {
    days: 90,
    start: (date) => date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }),
    step: { months: 3 },
    label: { month: 'short' },
    context: { year: 'numeric' },
  },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(years),
];

/** Least distance between the names of two neighbouring units. */
const GAP = 10;

/** The finest calendar units whose names fit side by side. */
export function ticksFor(segment: AxisSegment, language: string, letters: TextMeasure): Tick[] {
  const perDay = segment.w / (segment.to - segment.from);
  const fits = ({ days, label }: Unit): boolean =>
    letters.width(formatted(label, language)('2023-09-27'), SMALL) + GAP <= days * perDay;
  const unit = UNITS.find(fits);
  return unit === undefined ? [] : inSegment(unit, segment, language, letters);
}

function inSegment(unit: Unit, segment: AxisSegment, language: string, letters: TextMeasure): Tick[] {
  const perDay = segment.w / (segment.to - segment.from);
  const ticks: Tick[] = [];
  const say = formatted(unit.label, language);
  const sayAround = unit.context === undefined ? () => '' : formatted(unit.context, language);
  let context = '';
  let date = unit.start(Temporal.PlainDate.from(dayOf(segment.from)));
  while (dayNumber(date.toString()) < segment.to) {
    const next = date.add(unit.step);
    const from = Math.max(segment.from, dayNumber(date.toString()));
    const to = Math.min(segment.to, dayNumber(next.toString()));
    const width = (to - from) * perDay;
    const label = say(date.toString());
    const around = sayAround(dayOf(from));
    ticks.push({
      x: segment.x + (from - segment.from) * perDay,
      w: width,
      label: letters.width(label, SMALL) + 6 <= width ? label : '',
      context: around === context ? '' : around,
      atStart: unit.days === 7,
    });
    context = around;
    date = next;
  }
  return ticks;
}

/** The order of a date's parts, whatever the runtime's locale data says: "Mon 29", "29 May". */
const ORDER = ['weekday', 'day', 'month', 'year'];

type Format = (day: string) => string;

function formatted(options: Intl.DateTimeFormatOptions, language: string): Format {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options });
  return (day) => {
    const parts = format.formatToParts(Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds);
    return ORDER.flatMap((type) => parts.find((part) => part.type === type)?.value ?? []).join(' ');
  };
}

/** The time that a cut leaves out: "28 days", "57 years". */
export function formatGap(days: number, language: string): string {
  const [unit, n] =
    days < 60
      ? (['day', days] as const)
      : days < 730
        ? (['month', Math.round(days / 30.44)] as const)
        : (['year', Math.round(days / 365.25)] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
}
