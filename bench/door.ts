import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startRoom, type Person, type Room } from '../src/room/room.ts';
import { DEFAULT_IDS as ids } from '../src/room/default-world.ts';
import type { Order, Report } from './door/answerer.ts';

/** One line of the table. Times in milliseconds from what the user did to what the user sees. */
export interface DoorRow {
  /** `login`: from the start of the bot to its first answerable moment. `burst`: all asked at once. */
  readonly what: 'login' | 'who' | 'autocomplete' | 'burst';
  readonly bot: string;
  readonly in_flight: number;
  readonly n: number;
  /** Asked, and not answered in 3 s. */
  readonly failed: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  readonly per_s: number;
  /** Processor time of the bot for one question, its library's included: what a busy machine does not change much. */
  readonly cpu_ms: number;
}

/** Of `factdesk` over `echo`, at the 95th percentile: what our bot costs beyond the library. */
export interface DoorRatio {
  readonly what: DoorRow['what'];
  readonly in_flight: number;
  readonly p95: number;
  /** The median of the ratios of single rounds, in which both stood side by side. */
  readonly p95_rounds: number;
  /** Of processor time. */
  readonly cpu: number;
}

export interface DoorOptions {
  /** Questions of each kind: 2,000. */
  readonly n?: number;
  /** How often the two take turns, so that a busy moment of the machine meets both: 10. */
  readonly rounds?: number;
  /** Modules that export `prepare`; ours and the echo unless given. */
  readonly bots?: Readonly<Record<string, URL>>;
}

const BOTS = {
  factdesk: new URL('door/factdesk.ts', import.meta.url),
  echo: new URL('door/echo.ts', import.meta.url),
};

interface Contestant {
  readonly name: string;
  readonly room: Room;
  readonly person: Person;
  readonly child: ChildProcess;
  readonly order: (message: Order) => Promise<Report>;
}

/** Measures both bots over rooms of their own, each bot in its own process, in turns. */
export async function run({ n = 2_000, rounds = 10, bots = BOTS }: DoorOptions = {}): Promise<{
  door: DoorRow[];
  ratios: DoorRatio[];
}> {
  const logins = new Map<string, number[]>();
  const contestants: Contestant[] = [];
  try {
    for (const [name, module] of Object.entries(bots)) contestants.push(await enter(name, module, logins));
    const names = await namesKnown(contestants);
    const door = [...logins].map(([bot, all]) => row('login', bot, 1, { times: all, failed: 0, seconds: 0, cpuMs: 0 }));
    const ratios: DoorRatio[] = [];
    for (const [what, inFlight] of KINDS) {
      const asks = what === 'burst' ? 300 : n;
      const turns = what === 'burst' ? 1 : rounds;
      const measured = await inTurns(contestants, what, inFlight, asks, turns, names);
      door.push(...measured.rows);
      ratios.push({ what, in_flight: inFlight, ...measured.ratio });
    }
    return { door, ratios };
  } finally {
    for (const { child, room } of contestants) {
      if (child.connected) child.kill();
      await room.close();
    }
  }
}

const KINDS: readonly (readonly ['who' | 'autocomplete' | 'burst', number])[] = [
  ['who', 1],
  ['who', 50],
  ['autocomplete', 1],
  ['autocomplete', 50],
  ['burst', 300],
];

/** Five logins; the last one stays. */
async function enter(name: string, module: URL, logins: Map<string, number[]>): Promise<Contestant> {
  const room = await startRoom({ settings: { limits: false, identifies: 1_000 }, logLimit: 1_000 });
  const child = fork(new URL('door/child.ts', import.meta.url), [module.href], { stdio: 'inherit' });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${name} ended with ${String(code)}.`);
  });
  // It ends as well when it is told to: then nobody listens.
  died.catch(() => {});
  const order = async (message: Order | null): Promise<Report> => {
    const answer = once(child, 'message');
    if (message) child.send(message);
    return ((await Promise.race([answer, died])) as [Report])[0];
  };
  await order(null);
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    if (time > 0) await order({ do: 'leave' });
    const joined = await order({ do: 'join', api: room.api, token: room.token });
    if (joined.is === 'joined') times.push(joined.ms);
  }
  logins.set(name, times);
  return { name, room, child, order, person: room.as(ids.reporter).in(ids.desk) };
}

/** Names that are typed: those that our own bot offers for single letters, so that both are asked the same. */
async function namesKnown(contestants: readonly Contestant[]): Promise<readonly string[]> {
  const [first] = contestants;
  const offered = await Promise.all(
    [...'abehkmnoprstv'].map((letter) => first?.person.type('who', 'name', letter) ?? []),
  );
  const names = offered.flat().map(({ name }) => name.split(' · ')[0] ?? name);
  return names.length > 0 ? [...new Set(names)] : ['nobody'];
}

async function cpuOf(order: Contestant['order']): Promise<number> {
  const counted = await order({ do: 'count' });
  return counted.is === 'counted' ? counted.cpuMs : 0;
}

async function inTurns(
  contestants: readonly Contestant[],
  what: DoorRow['what'],
  inFlight: number,
  n: number,
  rounds: number,
  names: readonly string[],
): Promise<{ rows: DoorRow[]; ratio: Omit<DoorRatio, 'what' | 'in_flight'> }> {
  const all = new Map(
    contestants.map(({ name }) => [name, { times: [] as number[], failed: 0, seconds: 0, cpuMs: 0 }]),
  );
  const perRound: number[] = [];
  // A first round that is not counted: compiled code and full caches on both sides.
  for (let round = -1; round < rounds; round += 1) {
    const tails: number[] = [];
    // Who begins changes from round to round.
    const turn = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, person, order } of turn) {
      const before = await cpuOf(order);
      const batch = await askBatch(person, what, inFlight, Math.ceil(n / rounds), names);
      tails[contestants.findIndex((one) => one.name === name)] = quantile(batch.times, 0.95);
      const sum = all.get(name);
      if (round < 0 || !sum) continue;
      sum.times.push(...batch.times);
      sum.failed += batch.failed;
      sum.seconds += batch.seconds;
      sum.cpuMs += (await cpuOf(order)) - before;
    }
    const [ours = 0, theirs = 0] = tails;
    if (round >= 0) perRound.push(ours / theirs);
  }
  const rows = [...all].map(([bot, sum]) => row(what, bot, inFlight, sum));
  const [ours, theirs] = rows;
  const over = (key: 'p95_ms' | 'cpu_ms'): number => round2((ours?.[key] ?? 0) / (theirs?.[key] ?? 1));
  return { rows, ratio: { p95: over('p95_ms'), p95_rounds: round2(quantile(perRound, 0.5)), cpu: over('cpu_ms') } };
}

async function askBatch(
  person: Person,
  what: DoorRow['what'],
  inFlight: number,
  n: number,
  names: readonly string[],
): Promise<{ times: number[]; failed: number; seconds: number }> {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let index = next++; index < n; index = next++) {
      const name = names[index % names.length] ?? '';
      const asked = performance.now();
      if (what === 'autocomplete') {
        const choices = await person.type('who', 'name', name.slice(0, 1 + (index % 6)));
        if (choices.length === 0) failed += 1;
      } else if ((await person.slash('who', { name })).kind !== 'message') {
        failed += 1;
      }
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { times, failed, seconds: (performance.now() - begun) / 1_000 };
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

interface Sum {
  readonly times: readonly number[];
  readonly failed: number;
  readonly seconds: number;
  readonly cpuMs: number;
}

function row(what: DoorRow['what'], bot: string, inFlight: number, { times, failed, seconds, cpuMs }: Sum): DoorRow {
  return {
    what,
    bot,
    in_flight: inFlight,
    n: times.length,
    failed,
    p50_ms: round2(quantile(times, 0.5)),
    p95_ms: round2(quantile(times, 0.95)),
    p99_ms: round2(quantile(times, 0.99)),
    max_ms: round2(quantile(times, 1)),
    per_s: seconds > 0 ? Math.round(times.length / seconds) : 0,
    cpu_ms: round2(cpuMs / times.length),
  };
}
