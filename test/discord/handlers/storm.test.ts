import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/commands/command.ts';
import { startBot } from '../../../src/discord/bot.ts';
import type { Emulator } from '@factdesk/discord-emulator';
import { card } from '../sample-commands.ts';
import { desk, openLog } from '../joined-bot.ts';
import { sit, type Answerer, type Outcome, type Question, type Storm } from './storm.ts';

/** 2,000 questions at each commit; `STORM=10000` before a release, `STORM_SEED` to see one storm again. */
const COUNT = Number(process.env['STORM'] ?? 2_000);
const SEED = process.env['STORM_SEED'] ?? 'second';

const words = { type: 3, name: 'words', description: 'Words' } as const;
/** Says back what it was asked, at once or after a moment's thought: no two questions have the same right answer. */
const back = (name: string, think: number): Command => ({
  definition: { name, description: 'For a test', options: [words] },
  queryOption: 'words',
  answer: async ({ options }) => {
    if (think > 0) await pause(think);
    return card({ title: [`You asked: ${options['words'] ?? ''}`] });
  },
});
const stormDesk = { ...desk, commands: [...desk.commands, back('back', 0), back('slow', 40)] };

const KNOWN: readonly Question[] = [
  { command: 'who', options: { name: 'edda-brandt' } },
  { command: 'who', options: { name: 'jonas brandt', share: true } },
  { command: 'where', options: { place: 'north-quay' } },
  { command: 'where', options: { place: 'customs house', share: true } },
  { command: 'timeline', options: { query: 'flood' } },
  { command: 'search', options: { words: 'sluice' } },
];

/** Half of the questions are asked by many, half by nobody else; one in eight takes the bot a moment. */
function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, n) => {
    const known = KNOWN[(n >> 1) % KNOWN.length];
    if (n % 2 === 0 && known) return known;
    return { command: n % 8 === 1 ? 'slow' : 'back', options: { words: `question ${n}` } };
  });
}

const ours =
  (patience: number) =>
  ({ token, api }: Emulator): Promise<Answerer> =>
    startBot({ token, api, desk: stormDesk, log: openLog(), deferAfterMs: patience, onLost: () => {} });

/** A bot as one writes it first: each event is answered as it comes, and if that fails, perhaps said again. */
const careless =
  (again: boolean) =>
  async (room: Emulator): Promise<Answerer> => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: room.api, retries: 0 } });
    const ready = once(client, Events.ClientReady);
    await client.login(room.token);
    await ready;
    await client.application?.commands.set(stormDesk.commands.map(({ definition: data }) => data));
    const begun: Promise<unknown>[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const failed = (): unknown => (again ? interaction.webhook.send('back').catch(() => null) : null);
      begun.push(interaction.reply('back').catch(failed));
    });
    client.on(Events.Error, () => {});
    return {
      async stop() {
        await Promise.all(begun);
        await client.destroy();
      },
    };
  };

const FOUL = { rest: 0.5, gateway: 0.05, connection: 0.1, hangMs: 4_000 };
const CALM = { rest: 0, gateway: 0, connection: 0 };

const storm = (more: Partial<Storm>): Promise<Outcome> =>
  sit({ seed: SEED, questions: questions(COUNT), open: 160, menu: FOUL, once: true, start: ours(20), ...more });

type Right = (question: Question, asker: string) => string;

let answers: Promise<Right> | null = null;
/** Asked for once, and used by every storm. */
const rightAnswers = (): Promise<Right> => (answers ??= askQuietly());

/** The right answers to each person, from a bot on a quiet line: the words of `back` are put in later. */
async function askQuietly(): Promise<Right> {
  const one = { command: 'back', options: { words: 'WORDS' } };
  // Four in a row, since the people take turns.
  const each = [...KNOWN, one].flatMap((question) => Array.from({ length: 4 }, () => question));
  const { fates } = await storm({ menu: CALM, questions: each, open: 1 });
  const told = (question: Question, asker: string): string | undefined =>
    fates.find((fate) => fate.question === question && fate.asker === asker)?.shown[0];
  return (question, asker) =>
    told(question, asker) ?? told(one, asker)?.replace('WORDS', String(question.options['words'])) ?? '';
}

interface Verdict {
  readonly answered: number;
  /** Could not be answered in time, and were not. */
  readonly excused: number;
  readonly doubled: number;
  readonly wrong: string[];
  /** Could have been answered, and were not. */
  readonly lost: string[];
}

/** Who gives up before this has left a second unused in which there could have been another try. */
const TOO_LATE_MS = 2_000;

function judge({ fates }: Outcome, right: Right): Verdict {
  const wrong: string[] = [];
  const lost: string[] = [];
  let answered = 0;
  let doubled = 0;
  for (const { question, asker, shown, promised, calls, overMs, brought } of fates) {
    const texts = shown.map((text) => text.slice(0, 120));
    const told = JSON.stringify({ question, texts, promised, calls });
    if (shown.length > 1) doubled += 1;
    if (shown.some((text) => text !== right(question, asker))) wrong.push(told);
    if (shown.length > 0) answered += 1;
    else if (promised || (brought && overMs < TOO_LATE_MS)) lost.push(told);
  }
  return { answered, excused: fates.length - answered - lost.length, doubled, wrong, lost };
}

describe('a storm', () => {
  it(`of ${COUNT} questions (seed ${SEED}): each that can be answered in time is answered rightly, once`, async () => {
    const right = await rightAnswers();
    const outcome = await storm({});
    const verdict = judge(outcome, right);
    process.stdout.write(`storm ${SEED}: ${JSON.stringify({ ...verdict, share: outcome.share })}\n`);
    expect(outcome.share).toBeGreaterThanOrEqual(0.4);
    expect(verdict.doubled).toBe(0);
    expect(verdict.wrong).toEqual([]);
    expect(verdict.lost).toEqual([]);
    // Most can be answered: a storm in which nobody could would show nothing.
    expect(verdict.answered).toBeGreaterThan(0.75 * COUNT);
  }, 600_000);

  // They wait far more than they work, so they are sat out together.
  describe.concurrent('would be noticed', () => {
    const some = { questions: questions(200), open: 40 };

    it('if an answer were given twice: in a room that takes every callback', async ({ expect }) => {
      const outcome = await storm({ ...some, once: false, start: ours(1_000) });
      expect(judge(outcome, await rightAnswers()).doubled).toBeGreaterThan(0);
    }, 120_000);

    it('if an answer were lost: by a bot that tries once', async ({ expect }) => {
      expect(judge(await storm({ ...some, start: careless(false) }), () => 'back').lost.length).toBeGreaterThan(0);
    }, 120_000);

    it('if a lost answer were said again: by a bot that follows up', async ({ expect }) => {
      const outcome = await storm({ ...some, start: careless(true) });
      expect(judge(outcome, () => 'back').doubled).toBeGreaterThan(0);
    }, 120_000);

    it('if an answer were another one', async ({ expect }) => {
      const outcome = await storm({ ...some, menu: CALM, start: careless(false) });
      expect(judge(outcome, () => 'back').wrong).toEqual([]);
      expect(judge(outcome, () => 'another').wrong).toHaveLength(200);
    }, 120_000);
  });
});
