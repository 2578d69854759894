import { memoize } from './memoize.ts';

/** Bounds in ms since 1970; `to` is the first ms of the next day. */
interface Day {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const MAX_ZONES = 100;
const NONE: Day = { name: '', from: 0, to: 0 };

const lastDay = memoize(MAX_ZONES, (_zone: string): { day: Day } => ({ day: NONE }));

/**
 * The day of an instant in an IANA time zone, `YYYY-MM-DD`. Every answer asks for today's, and the calendar of a zone takes
 * longer than showing a fact, so the last day of each zone is kept.
 */
export function localDay(instant: Temporal.Instant, zone: string): string {
  const at = instant.epochMilliseconds;
  const last = lastDay(zone);
  if (at >= last.day.from && at < last.day.to) return last.day.name;
  const morning = instant.toZonedDateTimeISO(zone).startOfDay();
  last.day = {
    name: morning.toPlainDate().toString(),
    from: morning.epochMilliseconds,
    to: morning.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
  return last.day.name;
}
