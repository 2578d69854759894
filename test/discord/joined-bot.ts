import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import type { Clock } from '../../src/clock.ts';
import { type Rule, EVERYONE } from '../../src/commands/permissions.ts';
import type { Command, Desk } from '../../src/commands/command.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import type { Log } from '../../src/discord/log.ts';
import type { ReaderError } from '../../src/errors.ts';
import { loadDesk } from '../../src/create-desk.ts';
import { DEFAULT_IDS } from '@factdesk/discord-emulator';
import type { Store } from '../../src/store/store.ts';
import { type Person, type Emulator, type EmulatorOptions, startEmulator } from '@factdesk/discord-emulator';

export const ids = DEFAULT_IDS;

/** Sunday evening after the flood. */
const clock: Clock = { now: () => Temporal.Instant.from('2031-03-16T20:00:00Z') };

const stories = join(import.meta.dirname, '../fixtures/stories');
export const { desk } = await loadDesk({ STORIES_DIR: stories, byMeaning: false }, clock);

export interface Logged {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: object;
}

/** A log that can be read. */
export function openLog(): Log & { readonly entries: readonly Logged[] } {
  const entries: Logged[] = [];
  const at =
    (level: keyof Log) =>
    (fields: object, message: string): void => {
      entries.push({ level, message, fields });
    };
  return { entries, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export interface Joined {
  readonly room: Emulator;
  readonly bot: Bot;
  readonly log: readonly Logged[];
  /** What the bot said when it lost its connection for good. */
  readonly lost: readonly ReaderError[];
  /** Resolves with the first of them. */
  readonly loss: Promise<ReaderError>;
  readonly reporter: Person;
  readonly editor: Person;
  /** Stops the bot and starts another in its place, which remembers nothing. */
  restart(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface JoinOptions {
  readonly room?: EmulatorOptions;
  readonly bot?: Partial<BotOptions>;
  /** Commands beside our own. */
  readonly more?: readonly Command[];
  readonly clock?: Clock;
  /** Where things are remembered; nothing is without it. */
  readonly store?: Store;
  /** What the desk knows otherwise than the desk of the fixtures. */
  readonly knows?: Partial<Desk>;
  /** Further stories beside the flood in Vessmouth. */
  readonly stories?: Desk['stories'];
}

/** Our bot, through the real discord.js, in a room of its own. */
export async function joined({
  room: roomOptions,
  bot: botOptions,
  more = [],
  clock: now,
  store,
  stories: others = new Map(),
  knows = {},
}: JoinOptions = {}): Promise<Joined> {
  const room = await startEmulator(roomOptions);
  const log = openLog();
  const lost: ReaderError[] = [];
  const { promise: loss, resolve } = Promise.withResolvers<ReaderError>();
  const start = async (): Promise<Bot> =>
    startBot({
      token: room.token,
      api: room.api,
      desk: {
        ...desk,
        stories: new Map([...desk.stories, ...others]),
        commands: [...desk.commands, ...more],
        rules: new Map([...desk.rules, ...more.flatMap(openToAll)]),
        clock: now ?? clock,
        store: store ?? null,
        ...knows,
      },
      log,
      onLost: (reason) => {
        lost.push(reason);
        resolve(reason);
      },
      ...botOptions,
    });
  let bot = await start();
  return {
    room,
    get bot() {
      return bot;
    },
    log: log.entries,
    lost,
    loss,
    reporter: room.as(ids.reporter).in(ids.desk),
    editor: room.as(ids.editor).in(ids.desk),
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async [Symbol.asyncDispose]() {
      await bot.stop();
      await room.close();
      // A plan of faults refuses what is right; without one the room judges as Discord would.
      const refused = roomOptions?.plan === undefined ? refusals(room) : [];
      if (refused.length > 0)
        throw new Error(`Discord would not have taken: ${JSON.stringify(refused).slice(0, 2_000)}`);
    },
  };
}

/** The rules of a command that everybody may use, with all its subcommands. */
export function openToAll({ definition: data }: Pick<Command, 'definition'>): [string, Rule][] {
  const subcommands = (data.options ?? []).flatMap(({ type, name }) => (type === 1 ? [`${data.name}.${name}`] : []));
  return [data.name, ...subcommands].flatMap((name): [string, Rule][] => [
    [`command:${name}`, EVERYONE],
    [`autocomplete:${name}`, EVERYONE],
  ]);
}

/** All text of a message, as Discord was sent it. */
export const textIn = (message: APIMessage | null): string => JSON.stringify(message?.components ?? []);

/** The bodies of messages that the bot sent, in whatever way. */
export const bodiesSent = (room: Emulator): object[] =>
  room.log.flatMap(({ kind, summary, request }) => {
    if (kind !== 'rest' || !/^(?:POST|PATCH) .*(?:callback|webhooks|messages)/.test(summary)) return [];
    if (typeof request !== 'object' || request === null) return [];
    const data = 'data' in request ? request.data : request;
    return typeof data === 'object' && data !== null && 'components' in data ? [data] : [];
  });

/**
 * Requests that the room refused as malformed, or in which it found fields that Discord does not know. On a busy machine a
 * call is repeated whose answer was late, and hears that it was answered already: that refuses nothing but a first call.
 */
export const refusals = (room: Emulator): object[] =>
  room.log.filter(({ n, kind, status, summary, response, interaction }) => {
    if (kind !== 'rest') return false;
    const repeated =
      isAcknowledged(response) &&
      room.log.some((one) => one.n < n && one.kind === kind && one.interaction === interaction);
    return (status === 400 && !repeated) || status === 413 || summary.startsWith('fields that Discord does not know');
  });

const isAcknowledged = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'code' in response && response.code === 40_060;

export const requests = (room: Emulator, pattern: RegExp): string[] =>
  room.log.filter(({ kind, summary }) => kind === 'rest' && pattern.test(summary)).map(({ summary }) => summary);

/** Waits for something that happens in another turn of the loop; the test's own time limit ends a wait in vain. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
