/**
 * What the wall clocks of a zone show, found without Temporal: Intl's calendar is asked for the time at every full hour,
 * and minute by minute where two hours differ. Milliseconds since 1970 throughout; a wall time is written as if it were UTC.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From `from` on, until the next stretch, wall clocks are `offset` ahead of UTC. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

function wallClock(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (ms) => {
    // "3/29/2026, 03:00"
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = format.format(ms).split(/\D+/).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute);
  };
}

export interface Oracle {
  /** Instants at which the wall clock jumps. */
  readonly jumps: readonly number[];
  /** The instant for `YYYY-MM-DD` and `HH:MM`; null for a date that the zone leaves out. */
  instantOf(date: string, time: string): number | null;
}

export function oracleOf(zone: string, from: number, to: number): Oracle {
  const wall = wallClock(zone);
  const offsetAt = (ms: number): number => wall(ms) - ms;
  const stretches: Stretch[] = [{ from, offset: offsetAt(from) }];
  let before = offsetAt(from);
  for (let hour = from + HOUR; hour <= to; hour += HOUR) {
    const after = offsetAt(hour);
    if (after === before) continue;
    for (let minute = hour - HOUR + MINUTE; minute <= hour; minute += MINUTE) {
      const offset = offsetAt(minute);
      if (offset !== before) stretches.push({ from: minute, offset });
      before = offset;
    }
  }
  const all = stretches.map((one, index) => ({ ...one, to: stretches[index + 1]?.from ?? to }));
  return {
    jumps: stretches.slice(1).map((one) => one.from),
    instantOf(date, time) {
      const midnight = Date.parse(`${date}T00:00Z`);
      const wanted = Date.parse(`${date}T${time}Z`);
      const exact = all.find((one) => wanted - one.offset >= one.from && wanted - one.offset < one.to);
      if (exact) return wanted - exact.offset;
      const exists = all.some((one) => midnight + DAY - one.offset > one.from && midnight - one.offset < one.to);
      const past = all.find((one) => one.from + one.offset > wanted);
      return exists && past ? past.from : null;
    },
  };
}
