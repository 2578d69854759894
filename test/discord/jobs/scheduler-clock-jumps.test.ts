import { array, assert, asyncProperty, constant, constantFrom, integer, oneof, record } from 'fast-check';
import { expect, it } from 'vitest';
import { daily, openDesk, seenIn, START } from '../digest-desk.ts';

/** What may happen to the clock of a machine. Minutes. */
type Step =
  /** The process runs, and looks at the clock every hour. */
  | { readonly is: 'run'; readonly minutes: number }
  /** The process is down, or the machine asleep. */
  | { readonly is: 'down'; readonly minutes: number }
  /** The clock is set to another time, in either direction, under the running process. */
  | { readonly is: 'jump'; readonly minutes: number }
  | { readonly is: 'two processes'; readonly minutes: number };

const DAY = 24 * 60;
const step = oneof(
  { weight: 6, arbitrary: record({ is: constant('run' as const), minutes: integer({ min: 1, max: DAY }) }) },
  { weight: 3, arbitrary: record({ is: constant('down' as const), minutes: integer({ min: 1, max: 10 * DAY }) }) },
  { weight: 3, arbitrary: record({ is: constant('jump' as const), minutes: integer({ min: -120, max: 3 * DAY }) }) },
  { weight: 1, arbitrary: record({ is: constant('two processes' as const), minutes: integer({ min: 1, max: DAY }) }) },
);
const LOOK_MINUTES = 60;

interface Order {
  readonly zone: string;
  readonly time: string;
  readonly days: readonly number[];
}

/** The wall of a place, as Intl's calendar has it. */
function wallOf(zone: string) {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  const shown = (ms: number): string => wall.format(ms).replace(', ', 'T');
  const known = new Map<string, number>();
  /** The first minute at which the wall shows the time of that date, or one past it where it never does. */
  const instantOf = (date: string, time: string): number => {
    const sought = `${date}T${time}`;
    const found = known.get(sought);
    if (found !== undefined) return found;
    let ms = Date.parse(`${date}T00:00Z`) - 15 * 3_600_000;
    while (shown(ms) < sought) ms += 60_000;
    known.set(sought, ms);
    return ms;
  };
  return { shown, instantOf };
}

const ZONES = ['Europe/Belgrade', 'America/Havana', 'Pacific/Chatham', 'Asia/Kolkata'] as const;
/** Minute by minute is slow, and the calendar is the same in every run. */
const walls = new Map(ZONES.map((zone) => [zone as string, wallOf(zone)]));

/** A desk of the test's own: it knows the dates and instants from Intl's calendar, and says what must be posted when. */
function model({ zone, time, days }: Order, since: number) {
  const posted: string[] = [];
  const told: string[][] = [];
  const { shown, instantOf: at } = walls.get(zone) ?? wallOf(zone);
  const instantOf = (date: string): number => at(date, time);
  const datesBetween = (from: string, to: string): string[] => {
    const dates: string[] = [];
    for (let ms = Date.parse(`${from}T12:00Z`); ; ms += DAY * 60_000) {
      const date = new Date(ms).toISOString().slice(0, 10);
      if (date > to) return dates;
      const weekday = ((new Date(ms).getUTCDay() + 6) % 7) + 1;
      if (days.includes(weekday) && instantOf(date) >= since) dates.push(date);
    }
  };
  const begin = shown(since).slice(0, 10);
  return {
    posted,
    told,
    look(now: number): void {
      for (const date of datesBetween(begin, shown(now).slice(0, 10))) {
        const after = now - instantOf(date);
        if (after < 0 || after > 6 * 3_600_000 || posted.some((one) => one.startsWith(date))) continue;
        const last = posted.map((one) => one.slice(0, 10)).filter((one) => one < date);
        const previous = last.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? '';
        posted.push(`${date} part 0${after > 300_000 ? ' late' : ''}`);
        told.push(datesBetween(begin, date).filter((one) => one > previous && one < date));
      }
    },
  };
}

it(
  'a clock that jumps, stands still or runs on posts every brief once, and names what was missed',
  { timeout: 120_000 },
  async () => {
    const order = record({
      zone: constantFrom(...ZONES),
      time: constantFrom('00:00', '02:30', '07:30', '23:45'),
      days: constantFrom([1, 2, 3, 4, 5, 6, 7], [1, 3, 5], [7]),
    });
    let [posted, late, missed] = [0, 0, 0];
    const run = async ({ zone, time, days }: Order, steps: readonly Step[]): Promise<void> => {
      const { clock, store, schedule, another, discord, occasions, reports } = await openDesk();
      await store.digests.set({ ...daily, zone, time, days });
      const expected = model({ zone, time, days }, Temporal.Instant.from(START).epochMilliseconds);
      const look = async (processes: number): Promise<void> => {
        const looking = [schedule, ...Array.from({ length: processes - 1 }, () => another())];
        await Promise.all(looking.map((one) => one.tick()));
        expected.look(clock.now().epochMilliseconds);
      };
      for (const { is, minutes } of steps) {
        if (is === 'down' || is === 'jump') {
          clock.pass(`${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`);
          await look(1);
          continue;
        }
        for (let left = minutes; left > 0; left -= LOOK_MINUTES) {
          clock.pass(`PT${Math.min(left, LOOK_MINUTES)}M`);
          await look(is === 'run' ? 1 : 2);
        }
      }
      await store.close();
      posted += expected.posted.length;
      late += expected.posted.filter((one) => one.endsWith('late')).length;
      missed += expected.told.flat().length;
      expect(reports.filter((report) => 'error' in report)).toStrictEqual([]);
      expect(seenIn(discord)).toStrictEqual(expected.posted);
      const written = occasions.filter(({ date }, index) => occasions.findIndex((one) => one.date === date) === index);
      expect(written.map(({ missed }) => missed)).toStrictEqual(expected.told);
    };
    await assert(asyncProperty(order, array(step, { minLength: 1, maxLength: 10 }), run), { numRuns: 500 });
    // Seeds that post next to nothing would prove next to nothing.
    expect(Math.min(posted, late, missed)).toBeGreaterThan(300);
  },
);
