import { expect, it } from 'vitest';
import { localDay } from '../src/local-day.ts';
import { numbers } from './numbers.ts';

const SEED = 20_261_126;
/** Clocks that change at midnight, by half an hour, by a whole day, and not at all. */
const ZONES = ['Europe/Belgrade', 'America/Havana', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];

it(`tells the day of any instant in any zone, whichever was asked for before (seed ${SEED})`, () => {
  const random = numbers(SEED);
  const [first, end] = ['2010-01-01T00:00Z', '2032-01-01T00:00Z'].map(
    (at) => Temporal.Instant.from(at).epochMilliseconds,
  );
  let at = first ?? 0;
  for (let n = 0; n < 20_000; n += 1) {
    // Mostly some hours on, now and then to somewhere else.
    at = random() < 0.01 ? (first ?? 0) + random() * ((end ?? 0) - (first ?? 0)) : at + random() * 2e7;
    const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at));
    const zone = ZONES[Math.floor(random() * ZONES.length)] ?? 'UTC';
    expect([zone, now, localDay(now, zone)]).toEqual([
      zone,
      now,
      now.toZonedDateTimeISO(zone).toPlainDate().toString(),
    ]);
  }
  // To the millisecond, on both sides of a midnight at which the clock is put forward.
  const midnight = Temporal.ZonedDateTime.from('2026-03-08[America/Havana]').startOfDay().toInstant();
  for (const [ms, day] of [
    [-1, '2026-03-07'],
    [0, '2026-03-08'],
  ] as const) {
    expect(localDay(midnight.add({ milliseconds: ms }), 'America/Havana')).toBe(day);
  }
});
