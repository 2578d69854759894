import { localDay } from '../../local-day.ts';

/** A brief that is later than this is not posted: the next one names it as missed. */
const WINDOW = Temporal.Duration.from({ hours: 6 });
/** A brief that is later than this says so. A tick comes every 15 s; a restart takes seconds. */
const PUNCTUAL = Temporal.Duration.from({ minutes: 5 });
/** How many days back a brief within its window may be: one, and one more where the date line shifts. */
const REACH_DAYS = 2;

/** When a brief is due. */
export interface ScheduleRule {
  /** IANA name. */
  readonly zone: string;
  /** `HH:MM` on the wall clock of the zone. */
  readonly time: string;
  /** ISO weekdays: 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** Nothing is due before this instant. ISO, UTC. */
  readonly since: string;
}

export interface DueBrief {
  /** The local date, `YYYY-MM-DD`: there is one brief for each local date. */
  readonly date: string;
  readonly at: Temporal.Instant;
}

/**
 * The instant at which a wall clock in the zone shows the time on that date: the first of two when clocks go back, the
 * first instant after the gap when they go forward, null on a date that the zone leaves out.
 */
export function localTimeToInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant | null {
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return null;
  const wanted = date.toPlainDateTime(time);
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wanted)) return found.toInstant();
  // In a gap 'earlier' gives an instant before it; Temporal's default would shift the time by the length of the gap.
  return found.getTimeZoneTransition('next')?.toInstant() ?? null;
}

function on(timing: ScheduleRule, date: Temporal.PlainDate): DueBrief | null {
  if (!timing.days.includes(date.dayOfWeek)) return null;
  const at = localTimeToInstant(date, timing.time, timing.zone);
  if (at === null || Temporal.Instant.compare(at, timing.since) < 0) return null;
  return { date: date.toString(), at };
}

function localDate(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(localDay(instant, zone));
}

/** Briefs that are due and may still be posted, whether or not they were. */
export function dueBriefs(timing: ScheduleRule, now: Temporal.Instant): readonly DueBrief[] {
  const today = localDate(now, timing.zone);
  const found: DueBrief[] = [];
  for (let back = REACH_DAYS; back >= 0; back -= 1) {
    const occurrence = on(timing, today.subtract({ days: back }));
    if (occurrence === null || Temporal.Instant.compare(occurrence.at, now) > 0) continue;
    if (!isExpired(occurrence.at, now)) found.push(occurrence);
  }
  return found;
}

/** Whether a brief that was due at `at` has to say that it is late. */
export function isLate(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add(PUNCTUAL), now) < 0;
}

/** Whether a brief that was due at `at` is too old to be begun. */
export function isExpired(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at.add(WINDOW), now) < 0;
}

/** The dates on which a brief was due after `last` (or, where it is null, since the set-up) and before `date`. */
export function missedDates(timing: ScheduleRule, last: string | null, date: string): readonly string[] {
  const first =
    last === null
      ? localDate(Temporal.Instant.from(timing.since), timing.zone)
      : Temporal.PlainDate.from(last).add({ days: 1 });
  const found: string[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, date) < 0; day = day.add({ days: 1 })) {
    const occurrence = on(timing, day);
    if (occurrence !== null) found.push(occurrence.date);
  }
  return found;
}

/** The first that is due after `now`; null where none is due in the next year (no weekday is set). */
export function nextDue(timing: ScheduleRule, now: Temporal.Instant): DueBrief | null {
  const yesterday = localDate(now, timing.zone).subtract({ days: 1 });
  for (let days = 0; days <= 366; days += 1) {
    const occurrence = on(timing, yesterday.add({ days }));
    if (occurrence !== null && Temporal.Instant.compare(occurrence.at, now) > 0) return occurrence;
  }
  return null;
}
