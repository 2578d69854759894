import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  missedDates,
  localTimeToInstant,
  isLate,
  nextDue,
  dueBriefs,
  type ScheduleRule,
} from '../../../src/store/digests/due.ts';
import { oracleOf } from '../zone-oracle.ts';

const full = process.env['FACTDESK_FULL'] === '1';
const ZONES = Intl.supportedValuesOf('timeZone');
const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2036, 0, 1);
const HALF_HOURS = Array.from({ length: 48 }, (_, n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
/** Zones whose changes touch midnight, or are of an odd size, beside two that everybody knows. */
const ODD = [
  'Africa/Cairo',
  'America/Godthab',
  'America/Havana',
  'America/New_York',
  'America/Santiago',
  'America/Scoresbysund',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Belgrade',
  'Pacific/Chatham',
  'Pacific/Easter',
];

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const ours = (zone: string, date: string, time: string): number | null =>
  localTimeToInstant(Temporal.PlainDate.from(date), time, zone)?.epochMilliseconds ?? null;

describe('the instant of a local time', () => {
  it.for<[zone: string, date: string, time: string, instant: string, why: string]>([
    ['Europe/Belgrade', '2026-03-29', '02:30', '2026-03-29T03:00+02:00', 'the first instant after the gap'],
    ['Europe/Belgrade', '2026-10-25', '02:30', '2026-10-25T02:30+02:00', 'the first of two'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T03:00-04:00', 'the beginning of a gap'],
    ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-24T01:00+03:00', 'a gap at midnight'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:30+11:00', 'a gap of half an hour'],
    ['America/Godthab', '2026-03-28', '23:30', '2026-03-29T00:00-01:00', 'a gap that ends at midnight'],
  ])('%s %s %s is %s: %s', ([zone, date, time, instant]) => {
    expect(ours(zone, date, time)).toBe(Temporal.Instant.from(instant).epochMilliseconds);
  });

  it('does not exist on a date that was left out', () => {
    expect(ours('Pacific/Apia', '2011-12-30', '08:00')).toBeNull();
    expect(ours('Pacific/Apia', '2011-12-29', '08:00')).not.toBeNull();
    expect(ours('Pacific/Apia', '2011-12-31', '08:00')).not.toBeNull();
    const oracle = oracleOf('Pacific/Apia', Date.UTC(2011, 11, 20), Date.UTC(2012, 0, 10));
    expect(oracle.instantOf('2011-12-30', '08:00')).toBeNull();
  });

  it('is that of an independent walk through the hours, in every zone', { timeout: 600_000 }, () => {
    const wrong: string[] = [];
    const check = (zone: string, date: string, time: string, expected: number | null): void => {
      const found = ours(zone, date, time);
      if (found !== expected) wrong.push(`${zone} ${date} ${time}: ${found}, not ${expected}`);
    };
    const sample = (day: number, turn: number): void => {
      for (const [at, zone] of ZONES.entries()) {
        const start = FIRST + ((day + at * 37) % 3_650) * DAY;
        const date = dateOf(start + DAY);
        const time = HALF_HOURS[(turn + at) % 48] ?? '';
        check(zone, date, time, oracleOf(zone, start - DAY, start + 3 * DAY).instantOf(date, time));
      }
    };
    const arbitrary = property(integer({ min: 0, max: 3_649 }), integer({ min: 0, max: 47 }), sample);
    assert(arbitrary, { numRuns: 3, endOnFailure: true });

    let jumps = 0;
    for (const zone of full ? ZONES : ODD) {
      const oracle = oracleOf(zone, FIRST - 2 * DAY, full ? LAST + 2 * DAY : FIRST + 400 * DAY);
      if (full) {
        for (let day = FIRST, turn = 0; day < LAST; day += DAY, turn += 7) {
          const time = HALF_HOURS[turn % 48] ?? '';
          check(zone, dateOf(day), time, oracle.instantOf(dateOf(day), time));
        }
      }
      for (const jump of oracle.jumps) {
        jumps += 1;
        for (const date of [dateOf(jump - DAY), dateOf(jump), dateOf(jump + DAY)]) {
          for (const time of HALF_HOURS) check(zone, date, time, oracle.instantOf(date, time));
        }
      }
    }
    expect(wrong).toStrictEqual([]);
    expect(jumps).toBeGreaterThan(full ? 2_000 : 20);
  });

  it('would not pass with the shift that Temporal makes by itself', () => {
    const shifted = Temporal.ZonedDateTime.from('2026-03-29T02:30[Europe/Belgrade]');
    const oracle = oracleOf('Europe/Belgrade', Date.UTC(2026, 2, 27), Date.UTC(2026, 3, 1));
    expect(shifted.epochMilliseconds).not.toBe(oracle.instantOf('2026-03-29', '02:30'));
  });
});

describe('what is due', () => {
  const timing: ScheduleRule = {
    zone: 'Europe/Belgrade',
    time: '07:30',
    days: [1, 2, 3, 4, 5],
    since: '2026-03-02T12:00:00Z',
  };
  const dates = (at: string, of: ScheduleRule = timing): string[] =>
    dueBriefs(of, Temporal.Instant.from(at)).map(({ date }) => date);

  it('is due from its minute on for six hours', () => {
    expect(dates('2026-03-03T06:29:59.999Z')).toStrictEqual([]);
    expect(dates('2026-03-03T06:30:00Z')).toStrictEqual(['2026-03-03']);
    expect(dates('2026-03-03T12:30:00Z')).toStrictEqual(['2026-03-03']);
    expect(dates('2026-03-03T12:30:00.001Z')).toStrictEqual([]);
  });

  it('is late after five minutes', () => {
    const at = Temporal.Instant.from('2026-03-03T06:30:00Z');
    expect(isLate(at, at.add({ minutes: 5 }))).toBe(false);
    expect(isLate(at, at.add({ minutes: 5, seconds: 1 }))).toBe(true);
  });

  it('is not due on another weekday, nor before it was set up', () => {
    expect(dates('2026-03-07T07:00:00Z')).toStrictEqual([]);
    expect(dates('2026-03-03T07:00:00Z', { ...timing, since: '2026-03-03T06:30:00.001Z' })).toStrictEqual([]);
    expect(dates('2026-03-03T07:00:00Z', { ...timing, since: '2026-03-03T06:30:00Z' })).toStrictEqual(['2026-03-03']);
  });

  it('is still due after midnight, for the date before', () => {
    const evening = { ...timing, time: '23:45' };
    expect(dates('2026-03-04T01:00:00Z', evening)).toStrictEqual(['2026-03-03']);
  });

  it('names the dates since the last one, and none before the set-up', () => {
    expect(missedDates(timing, '2026-03-05', '2026-03-11')).toStrictEqual(['2026-03-06', '2026-03-09', '2026-03-10']);
    expect(missedDates(timing, '2026-03-10', '2026-03-11')).toStrictEqual([]);
    expect(missedDates(timing, null, '2026-03-05')).toStrictEqual(['2026-03-03', '2026-03-04']);
  });

  it('says what comes next', () => {
    const from = (at: string) => nextDue(timing, Temporal.Instant.from(at))?.date;
    expect(from('2026-03-06T06:29:00Z')).toBe('2026-03-06');
    expect(from('2026-03-06T06:30:00Z')).toBe('2026-03-09');
    expect(nextDue({ ...timing, days: [] }, Temporal.Instant.from(timing.since))).toBeNull();
  });

  it('comes once for each local date through every change of the clock of a year', () => {
    for (const zone of ODD) {
      for (const time of ['00:00', '00:30', '02:30', '23:30']) {
        const daily = { zone, time, days: [1, 2, 3, 4, 5, 6, 7], since: '2026-01-01T00:00:00Z' };
        const { jumps } = oracleOf(zone, FIRST, FIRST + 366 * DAY);
        for (const jump of jumps) {
          const posted = new Set<string>();
          const begin = Temporal.Instant.fromEpochMilliseconds(jump - 3 * DAY);
          for (let minutes = 0; minutes < 6 * 24 * 60; minutes += 60) {
            for (const { date } of dueBriefs(daily, begin.add({ minutes }))) posted.add(date);
          }
          const inside = [-2, -1, 0, 1].map((days) => dateOf(jump + days * DAY));
          expect([zone, time, inside.filter((date) => !posted.has(date))]).toStrictEqual([zone, time, []]);
          expect(posted.size).toBeLessThanOrEqual(8);
        }
      }
    }
  });
});
