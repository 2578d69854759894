import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import { startEmulator, type Person, type Emulator } from '@factdesk/discord-emulator';
import { DEFAULT_IDS as ids } from '@factdesk/discord-emulator';
import type { Answers, Order, Report } from './door/answerer.ts';
import { type DoorRow, quantile, round2, row } from './door/row.ts';

/**
 * Our cost relative to another bot's. The echo sends less, so the ratio includes library, network and emulator.
 * The mirror sends the same answers, so the ratio shows our own work alone.
 */
export interface DoorRatio {
  readonly over: string;
  readonly what: DoorRow['what'];
  readonly in_flight: number;
  /** At the 95th percentile of all rounds. */
  readonly p95: number;
  /** The median of the ratios of single rounds, in which both bots ran. */
  readonly p95_rounds: number;
  /** Ratio of processor time. */
  readonly cpu: number;
}

export interface DoorOptions {
  /** Questions of each kind: 2,000. */
  readonly n?: number;
  /** Rounds in which the bots alternate, so that a busy moment affects both: 10. */
  readonly rounds?: number;
  /** Modules that export `prepare`, ours first. */
  readonly bots?: Readonly<Record<string, URL>>;
}

const BOTS = {
  factdesk: new URL('door/factdesk.ts', import.meta.url),
  echo: new URL('door/echo.ts', import.meta.url),
  mirror: new URL('door/mirror.ts', import.meta.url),
};

interface Contestant {
  readonly name: string;
  readonly emulator: Emulator;
  readonly person: Person;
  readonly child: ChildProcess;
  readonly order: (message: Order) => Promise<Report>;
}

/** Measures the bots in turns, each in its own process with its own emulator. */
export async function run({ n = 2_000, rounds = 10, bots = BOTS }: DoorOptions = {}): Promise<{
  door: DoorRow[];
  ratios: DoorRatio[];
}> {
  const logins = new Map<string, number[]>();
  const contestants: Contestant[] = [];
  try {
    for (const [name, module] of Object.entries(bots)) contestants.push(await enter(name, module, logins));
    const names = await namesKnown(contestants);
    const answers = await answersTo(names, contestants);
    for (const { order } of contestants) await order({ do: 'learn', answers });
    const door = [...logins].map(([bot, all]) => row('login', bot, 1, { times: all, failed: 0, seconds: 0, cpuMs: 0 }));
    const ratios: DoorRatio[] = [];
    for (const [what, inFlight] of KINDS) {
      const asks = what === 'burst' ? 300 : n;
      const turns = what === 'burst' ? 1 : rounds;
      const measured = await inTurns(contestants, what, inFlight, asks, turns, names);
      door.push(...measured.rows);
      ratios.push(...measured.ratios.map((ratio) => ({ what, in_flight: inFlight, ...ratio })));
    }
    return { door, ratios };
  } finally {
    for (const { child, emulator } of contestants) {
      if (child.connected) child.kill();
      await emulator.close();
    }
  }
}

/** Most letters of a name in an autocomplete query, from 1. */
const LONGEST_BEGINNING = 6;

const KINDS: readonly (readonly [Exclude<DoorRow['what'], 'login'>, number])[] = [
  ['who', 1],
  ['who', 50],
  ['picked', 1],
  ['picked', 50],
  ['autocomplete', 1],
  ['autocomplete', 50],
  ['slip', 1],
  ['slip', 50],
  ['burst', 300],
];

/** Five logins; the last one stays. */
async function enter(name: string, module: URL, logins: Map<string, number[]>): Promise<Contestant> {
  const emulator = await startEmulator({ settings: { limits: false, identifies: 1_000 }, logLimit: 1_000 });
  const child = fork(new URL('door/child.ts', import.meta.url), [module.href], { stdio: 'inherit' });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${name} ended with ${String(code)}.`);
  });
  // The process also ends on request, when nobody awaits this promise.
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
    const joined = await order({ do: 'join', api: emulator.api, token: emulator.token });
    if (joined.is === 'joined') times.push(joined.ms);
  }
  logins.set(name, times);
  return { name, emulator, child, order, person: emulator.as(ids.reporter).in(ids.desk) };
}

interface Known {
  readonly name: string;
  readonly id: string;
}

/** Names to query: those our own bot offers for single letters, so that all bots get the same. */
async function namesKnown(contestants: readonly Contestant[]): Promise<readonly Known[]> {
  const [first] = contestants;
  const offered = await Promise.all(
    [...'abehkmnoprstv'].map((letter) => first?.person.type('who', 'name', letter) ?? []),
  );
  const known = new Map(offered.flat().map(({ name, value }) => [name.split(' · ')[0] ?? name, String(value)]));
  return known.size > 0 ? [...known].map(([name, id]) => ({ name, id })) : [{ name: 'nobody', id: 'nobody' }];
}

/** Our bot's answers to every query, for the mirror. */
async function answersTo(names: readonly Known[], contestants: readonly Contestant[]): Promise<Answers> {
  const [first] = contestants;
  const messages: Record<string, APIMessage> = {};
  const choices: Record<string, readonly APIApplicationCommandOptionChoice[]> = {};
  for (const { name, id } of names) {
    for (const asked of [name, id]) {
      const { message } = (await first?.person.slash('who', { name: asked })) ?? { message: null };
      if (message !== null) messages[asked] = message;
    }
    for (let length = 1; length <= LONGEST_BEGINNING; length += 1) {
      const typed = name.slice(0, length);
      choices[typed] ??= (await first?.person.type('who', 'name', typed)) ?? [];
    }
  }
  return { messages, choices };
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
  names: readonly Known[],
): Promise<{ rows: DoorRow[]; ratios: Omit<DoorRatio, 'what' | 'in_flight'>[] }> {
  const all = new Map(
    contestants.map(({ name }) => [name, { times: [] as number[], failed: 0, seconds: 0, cpuMs: 0 }]),
  );
  const tailsOf = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  let first = 0;
  // An uncounted first round warms up code and caches on all sides. It needs n / 2 questions:
  // after a tenth, half of the calls still met code that was not compiled.
  for (let round = -1; round < rounds; round += 1) {
    const asks = Math.ceil(round < 0 ? n / 2 : n / rounds);
    // The first bot alternates from round to round.
    const turn = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const { name, person, order } of turn) {
      const before = await cpuOf(order);
      const batch = await askBatch(person, { what, names, first }, inFlight, asks);
      const sum = all.get(name);
      if (round < 0 || !sum) continue;
      tailsOf.get(name)?.push(quantile(batch.times, 0.95));
      sum.times.push(...batch.times);
      sum.failed += batch.failed;
      sum.seconds += batch.seconds;
      sum.cpuMs += (await cpuOf(order)) - before;
    }
    first += asks;
  }
  const rows = [...all].map(([bot, sum]) => row(what, bot, inFlight, sum));
  const [ours, ...others] = rows;
  const ratios = others.map((theirs) => {
    const times = (key: 'p95_ms' | 'cpu_ms'): number => round2((ours?.[key] ?? 0) / theirs[key]);
    const [a, b] = [tailsOf.get(ours?.bot ?? '') ?? [], tailsOf.get(theirs.bot) ?? []];
    const perRound = a.map((tail, at) => tail / (b[at] ?? Number.NaN));
    return {
      over: theirs.bot,
      p95: times('p95_ms'),
      p95_rounds: round2(quantile(perRound, 0.5)),
      cpu: times('cpu_ms'),
    };
  });
  return { rows, ratios };
}

interface Asking {
  readonly what: DoorRow['what'];
  readonly names: readonly Known[];
  /** Number of the first question: typos differ in every round. */
  readonly first: number;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function typedAt({ what, names }: Asking, at: number): string {
  const round = Math.floor(at / names.length);
  const beginning = names[at % names.length]?.name.slice(0, 1 + (round % LONGEST_BEGINNING)) ?? '';
  return what === 'slip'
    ? beginning + LETTERS.charAt(Math.floor(round / LONGEST_BEGINNING) % LETTERS.length)
    : beginning;
}

async function askBatch(
  person: Person,
  asking: Asking,
  inFlight: number,
  n: number,
): Promise<{ times: number[]; failed: number; seconds: number }> {
  const { what, names, first } = asking;
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    for (let at = first + next++; at < first + n; at = first + next++) {
      const { name, id } = names[at % names.length] ?? { name: '', id: '' };
      const asked = performance.now();
      if (what === 'autocomplete' || what === 'slip') {
        const choices = await person.type('who', 'name', typedAt(asking, at));
        // Some typos match no name.
        if (choices.length === 0 && what !== 'slip') failed += 1;
      } else if ((await person.slash('who', { name: what === 'picked' ? id : name })).kind !== 'message') {
        failed += 1;
      }
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { times, failed, seconds: (performance.now() - begun) / 1_000 };
}
