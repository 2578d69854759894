import type { APIMessage } from 'discord-api-types/v10';
import { DEFAULT_IDS as ids } from '@factdesk/discord-emulator';
import { drawPlan, type Menu } from '@factdesk/discord-emulator';
import type { FaultPlan } from '@factdesk/discord-emulator';
import { startEmulator, type LogEntry, type Emulator, type Seen } from '@factdesk/discord-emulator';

export interface Question {
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** Whoever answers: our bot, or a bot that a control makes worse on purpose. */
export interface Answerer {
  stop(): Promise<void>;
}

export interface Storm {
  readonly seed: string;
  /** The questions in the order asked. */
  readonly questions: readonly Question[];
  /** How many are open at a time. */
  readonly open: number;
  readonly menu: Menu;
  /** False for a room that takes every callback: what Discord's own rule of one answer hides becomes visible. */
  readonly once: boolean;
  readonly start: (room: Emulator) => Promise<Answerer>;
}

/** What became of one question. */
interface Fate {
  readonly question: Question;
  /** The name that is shown of who asked. */
  readonly asker: string;
  /** The texts of the messages that its asker sees, "thinking…" left out. */
  readonly shown: readonly string[];
  /** True where an answer was promised and never came: "thinking…" for ever. */
  readonly promised: boolean;
  /** The requests that the bot made for it, each with the milliseconds from the asking to its end. */
  readonly calls: readonly string[];
  /** Milliseconds from the asking to the end of the last of them, with the wait that a rate limit demanded. */
  readonly overMs: number;
  /** False where the gateway could not bring the question to the bot, or brought it too late. */
  readonly brought: boolean;
}

export interface Outcome {
  readonly fates: readonly Fate[];
  /** The share of REST calls that met a fault. */
  readonly share: number;
  readonly room: Emulator;
}

const ANSWER_MS = 3_000;
/** The flag of a message that says "thinking…". */
const LOADING = 128;
const PEOPLE = [ids.reporter, ids.editor, ids.administrator, ids.stranger];
const CHANNELS = [ids.desk, ids.morning, ids.corrections];

/** Sits out one storm: peace while the bot joins, faults from the first question on, and all late calls awaited. */
export async function sit({ seed, questions, open, menu, once, start }: Storm): Promise<Outcome> {
  const drawn = drawPlan(seed, menu);
  const weather = { foul: false };
  const plan: FaultPlan = {
    rest: (one) => (weather.foul ? drawn.rest(one) : null),
    gateway: (one) => (weather.foul ? drawn.gateway(one) : null),
    connection: (one) => (weather.foul ? drawn.connection(one) : null),
  };
  const room = await startEmulator({ plan, logLimit: 1_000_000, settings: { once, limits: false, tokenMs: 60_000 } });
  try {
    const bot = await start(room);
    weather.foul = true;
    const before = room.log.length;
    const seen = await askAll(room, questions, open);
    await bot.stop();
    await room.idle();
    const log = room.log.slice(before);
    const calls = log.filter(({ kind }) => kind === 'rest').length;
    const faults = log.filter(
      ({ kind, request }) => kind === 'fault' && !JSON.stringify(request).includes('"dispatch '),
    );
    return { fates: fatesOf(room, questions, seen), share: faults.length / calls, room };
  } finally {
    await room.close();
  }
}

/** Asks everything, `open` at a time, each person in each channel in turn. */
async function askAll(room: Emulator, questions: readonly Question[], open: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < questions.length; index = next++) {
      const question = questions[index];
      if (!question) return;
      const person = room.as(PEOPLE[index % PEOPLE.length] ?? '').in(CHANNELS[index % CHANNELS.length] ?? '');
      seen[index] = await person.slash(question.command, question.options);
    }
  };
  await Promise.all(Array.from({ length: open }, one));
  return seen;
}

/** The texts of a message, as its reader sees them. */
function wordsOf(message: APIMessage): string {
  const words: string[] = [message.content];
  JSON.stringify(message.components, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') words.push(value);
    return value;
  });
  return words.join('\n').trim();
}

/** The times in which no connection was there, and whether what was missed in them was brought later. */
interface Gap {
  readonly from: number;
  readonly until: number;
  readonly madeGood: boolean;
}

function gapsIn(log: Emulator['log']): Gap[] {
  const gaps: Gap[] = [];
  let from: number | null = null;
  for (const { kind, summary, at } of log) {
    if (kind !== 'gateway') continue;
    if (summary.startsWith('connection ended') || summary.startsWith('RESUME refused')) from ??= Date.parse(at);
    const resumed = summary.startsWith('RESUME, ');
    if (from === null || !(resumed || summary.startsWith('IDENTIFY'))) continue;
    gaps.push({ from, until: Date.parse(at), madeGood: resumed });
    from = null;
  }
  return gaps;
}

/** A question is brought late, or not at all, if a gap touches its 3 s and did not end early enough, or lost its frames. */
function isBrought(at: number, gaps: readonly Gap[]): boolean {
  const touching = gaps.filter((gap) => gap.until > at - 100 && gap.from < at + ANSWER_MS);
  return touching.every((gap) => gap.madeGood && gap.until < at + ANSWER_MS / 2);
}

/** How long a 429 told the bot to wait, in milliseconds: its header has whole seconds. */
function demanded(entry: LogEntry | undefined): number {
  if (entry?.status !== 429) return 0;
  const { response } = entry;
  const told = typeof response === 'object' && response !== null && 'retry_after' in response;
  // Cloudflare's page says it in that header alone, which is not in the log.
  return told ? Math.ceil(Number(response.retry_after)) * 1_000 : 1_000;
}

function fatesOf(room: Emulator, questions: readonly Question[], seen: readonly Seen[]): Fate[] {
  const asked = new Map([...room.state.asked.values()].map((one) => [one.id, one]));
  const calls = Map.groupBy(
    room.log.filter(({ kind, interaction }) => kind === 'rest' && interaction !== undefined),
    (entry) => entry.interaction,
  );
  const messages = [...room.state.messages.values()].flatMap((some) => [...some.values()]);
  const answers = Map.groupBy(messages, ({ interaction }) => interaction);
  const gaps = gapsIn(room.log);
  return questions.map((question, index) => {
    const id = seen[index]?.interaction ?? '';
    const { at = 0, user = '' } = asked.get(id) ?? {};
    const tries = calls.get(id) ?? [];
    const over = tries.map((entry) => Date.parse(entry.at) - at);
    const shown = (answers.get(id) ?? []).filter(({ message }) => ((message.flags ?? 0) & LOADING) === 0);
    return {
      question,
      asker: room.state.users.get(user)?.global_name ?? '',
      promised: shown.length < (answers.get(id) ?? []).length,
      shown: shown.map(({ message }) => wordsOf(message)),
      calls: tries.map((entry, n) => `${over[n]} ms: ${entry.summary.replace(/\d{17,}|\/\S{4}…/g, '…')}`),
      overMs: Math.max(0, ...over.map((ms, n) => ms + demanded(tries[n]))),
      brought: tries.length > 0 || isBrought(at, gaps),
    };
  });
}
