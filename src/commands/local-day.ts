import { memoize } from '../memoize.ts';

/** In milliseconds since 1970; `to` is the first one of the next day. */
interface Day {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The time zones of all stories are fewer. */
const MOST_ZONES = 100;
const NONE: Day = { name: '', from: 0, to: 0 };

const last = memoize(MOST_ZONES, (_zone: string): { day: Day } => ({ day: NONE }));

/**
 * The day of an instant in a zone, `YYYY-MM-DD`. Every answer asks for today's, and the calendar of a zone takes longer to be
 * asked than a fact to be shown: the day of the last instant is kept for each zone.
 */
export function localDay(zone: string, now: Temporal.Instant): string {
  const at = now.epochMilliseconds;
  const held = last(zone);
  if (at >= held.day.from && at < held.day.to) return held.day.name;
  const morning = now.toZonedDateTimeISO(zone).startOfDay();
  held.day = {
    name: morning.toPlainDate().toString(),
    from: morning.epochMilliseconds,
    to: morning.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
  return held.day.name;
}
