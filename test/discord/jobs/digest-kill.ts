import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { DEFAULT_IDS } from '@factdesk/discord-emulator';
import { type FaultPlan, type Emulator, startEmulator } from '@factdesk/discord-emulator';
import { openStore, type DatabaseTarget } from '../../../src/store/store.ts';
import { numbers } from '../../numbers.ts';

/** Half of the protocol that a control run does without. */
type Without = 'nothing' | 'nonce' | 'look back';

/** What a child is told once … */
export interface Task {
  readonly api: string;
  readonly token: string;
  readonly self: string;
  readonly channel: string;
  readonly place: DatabaseTarget;
  readonly without: Without;
}

/** … and at each turn. */
export interface Turn {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly date: string;
  readonly parts: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CHANNEL = DEFAULT_IDS.morning;
/** Far more than the worst day of a thousand kills took. */
const MOST_TURNS = 300;
/** What Discord is taken to remember a nonce for. */
const NONCE_MS = 5 * MINUTE;

interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: Interface;
  readonly ready: Promise<unknown>;
  readonly gone: Promise<unknown>;
}

function spawnChild(): Child {
  const started = spawn(process.execPath, [fileURLToPath(new URL('./digest-child.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Most of a start is compiling; a third of it is left with what an earlier process has compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'factdesk-compiled') },
  });
  // A killed process breaks the pipe that it is written to.
  started.stdin.on('error', () => undefined);
  const lines = createInterface(started.stdout);
  return { process: started, lines, ready: once(lines, 'line'), gone: once(started, 'exit') };
}

interface Outcome {
  readonly kills: number;
  readonly parts: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: readonly string[];
  readonly errors: readonly string[];
}

export interface KillOptions {
  readonly seed: number;
  readonly kills: number;
  readonly place: DatabaseTarget;
  readonly processes: 1 | 2;
  readonly without?: Without;
  /** Ends as soon as something is wrong: for the controls. */
  readonly untilWrong?: boolean;
}

/**
 * Days of one brief each, posted by processes that are killed again and again while Discord fails in every way, until a
 * process gets through; then the next day. After a kill minutes pass, in a third of the cases more than Discord remembers
 * a nonce for; but a request that is under way lands before that, as the protocol assumes.
 */
export async function killAndPost(options: KillOptions): Promise<Outcome> {
  const { place, processes, without = 'nothing' } = options;
  const random = numbers(options.seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  let now = Date.parse('2026-03-01T12:00:00Z');
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };

  let asked = 0;
  let onRequest: (n: number) => void = () => undefined;
  const plan: FaultPlan = {
    gateway: () => null,
    connection: () => null,
    rest({ route }) {
      if (!route.endsWith('/messages')) return null;
      asked += 1;
      onRequest(asked);
      const which = Math.floor(random() * 60) / 3;
      const late = Math.floor(random() * 60);
      if (which < 2) return { kind: 'answer', status: 500, code: 0, message: '500: fault' };
      if (which < 5) return { kind: 'applied', status: 502 };
      if (which < 6) return { kind: 'cut' };
      if (which < 8) return { kind: 'cut-applied' };
      if (which < 10) return { kind: 'hang', ms: late };
      if (which < 11) return { kind: 'truncated' };
      if (which < 12) return { kind: 'delay', ms: late };
      // One in sixty: discord.js then waits for a second.
      return which > 19.5 ? { kind: 'limit', scope: 'user', afterMs: 5 } : null;
    },
  };
  const room: Emulator = await startEmulator({
    plan,
    settings: { nonceMs: NONCE_MS, limits: false },
    clock: {
      now: () => now,
      after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    },
  });
  const task: Task = {
    api: room.api,
    token: room.token,
    self: room.applicationId,
    channel: CHANNEL,
    place,
    without,
  };
  const store = await openStore(place, { clock });
  const order = { server: DEFAULT_IDS.harbour, channel: CHANNEL, edition: 'morning', time: '08:00', zone: 'UTC' };
  await store.digests.set({ ...order, days: [1, 2, 3, 4, 5, 6, 7] });

  const errors: string[] = [];
  const spare: Child[] = [];
  let running: Child[] = [];
  /** Starting takes longer than posting, so the next ones start while this one works. */
  const child = async (): Promise<Child> => {
    while (spare.length <= processes) spare.push(spawnChild());
    const [taken] = spare.splice(0, 1);
    if (taken === undefined) throw new Error('No process was started.');
    await taken.ready;
    taken.process.stdin.write(`${JSON.stringify(task)}\n`);
    return taken;
  };
  const rests = (): number =>
    room.log.filter(({ kind, summary }) => kind === 'rest' && summary.includes('/messages')).length;

  let kills = 0;
  /** One turn of every running process, and perhaps a kill in the middle of it; whether the brief is through. */
  const turn = async (date: string, parts: number): Promise<boolean> => {
    while (running.length < processes) running.push(await child());
    const mayKill = kills < options.kills;
    const victim = running[whole(0, running.length - 1)];
    const at = asked + whole(0, 2 + 2 * parts);
    const after = whole(0, 12);
    const timers: NodeJS.Timeout[] = [];
    const kill = (n: number): void => {
      if (!mayKill || n !== at) return;
      timers.push(setTimeout(() => victim?.process.kill('SIGKILL'), after));
    };
    onRequest = kill;
    const answers = running.map(async (one) => {
      const said = new Promise<string>((resolve) => {
        one.lines.on('line', function heard(line: string) {
          if (line.startsWith('error')) return void errors.push(line);
          one.lines.off('line', heard);
          resolve(line);
        });
      });
      one.process.stdin.write(`${JSON.stringify({ now, date, parts } satisfies Turn)}\n`);
      return Promise.race([said, one.gone.then(() => 'killed')]);
    });
    kill(asked);
    const said = await Promise.all(answers);
    for (const timer of timers) clearTimeout(timer);
    const dead = running.filter((one, index) => said[index] === 'killed' || one.process.killed);
    await Promise.all(dead.map(({ gone }) => gone));
    kills += dead.length;
    running = running.filter((one) => !dead.includes(one));
    if (dead.length > 0) {
      // What the dead have sent is read first; then the room finishes what it has begun.
      await fetch(`${room.api}/v10/gateway`, { headers: { authorization: `Bot ${room.token}` } });
      await vi.waitUntil(() => rests() >= asked, { timeout: 10_000, interval: 1 });
      now += random() < 0.35 ? 12 * MINUTE : whole(130, 240) * 1_000;
    }
    return said.includes('done');
  };

  const expected: string[] = [];
  const contents = (): string[] =>
    [...(room.state.messages.get(CHANNEL)?.values() ?? [])].map(({ message }) => message.content.split('\n')[0] ?? '');
  const doubled = (): string[] => contents().filter((content, index, all) => all.indexOf(content) !== index);
  for (let day = 1; kills < options.kills; day += 1) {
    now = Math.max(now, Date.parse('2026-03-01T08:00:00Z') + day * DAY + whole(0, 20) * 1_000);
    const date = new Date(now).toISOString().slice(0, 10);
    const parts = whole(1, 5);
    for (let part = 1; part <= parts; part += 1) expected.push(`${date} part ${part} of ${parts}`);
    for (let turns = 1; !(await turn(date, parts)); turns += 1) {
      if (turns > MOST_TURNS) throw new Error(`The brief of ${date} does not get through: ${contents().join(', ')}`);
      now += whole(5, 40) * 1_000;
    }
    if (options.untilWrong === true && doubled().length > 0) break;
  }
  for (const one of [...running, ...spare]) one.process.stdin.end();
  await Promise.all([...running, ...spare].map(({ gone }) => gone));
  await store.close();
  await room.close();
  const seen = contents();
  const firsts = seen.filter((content, index) => seen.indexOf(content) === index);
  return {
    kills,
    parts: expected.length,
    lost: expected.filter((content) => !seen.includes(content)),
    doubled: doubled(),
    disordered: firsts.filter((content, index) => expected.indexOf(content) !== index),
    errors,
  };
}
