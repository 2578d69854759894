import { join } from 'node:path';
import type { Clock } from '../../src/clock.ts';
import type { Desk } from '../../src/commands/command.ts';
import { watchStories } from '../../src/stories/live-stories.ts';
import type { APIMessage } from 'discord-api-types/v10';
import type { Person } from '@factdesk/discord-emulator';
import type { ChannelApi } from '../../src/discord/delivery/channel-api.ts';
import { createBriefWriter } from '../../src/discord/jobs/brief-writer.ts';
import { createProposalCards } from '../../src/discord/jobs/proposal-cards.ts';
import { createScheduler, type JobReport, type Scheduler } from '../../src/discord/jobs/scheduler.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { desk as world, ids, joined, type Joined, type JoinOptions } from './joined-bot.ts';

export const STORY = 'harbour-flood';
export const EVENING = Temporal.Instant.from('2031-03-16T20:00:00Z');
/** The channel of proposals. */
export const BOARD = ids.corrections;

export const FOLDER = join(import.meta.dirname, '../fixtures/stories');

/** A desk in the harbour newsroom that curates the flood: Mara reports, Tomas edits, Ines administers, Jo has no role. */
export interface Curating extends Joined {
  readonly store: Store;
  readonly stranger: Person;
  readonly history: Desk['history'];
  /** Another process that posts and edits cards. */
  another(through?: Store, channelApi?: ChannelApi): Scheduler;
  readonly reports: readonly JobReport[];
  /** The cards in the channel of proposals, oldest first. */
  cards(): readonly APIMessage[];
}

/** A store and the stories over it, in a newsroom that curates the flood. */
export interface OpenDesk {
  readonly store: Store;
  readonly knows: Pick<Desk, 'stories' | 'history'>;
  close(): Promise<void>;
}

/** A clock on which nothing happens at the same moment as something else. */
function ticking(): Clock {
  let ms = 0;
  return {
    now() {
      ms += 1;
      return EVENING.add({ milliseconds: ms });
    },
  };
}

export async function openDeskOf(clock: Clock = ticking(), folder = FOLDER): Promise<OpenDesk> {
  const store = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
  await store.curationClaims.claim(STORY, ids.harbour, BOARD);
  const fail = (trouble: unknown): never => {
    throw new Error(JSON.stringify(trouble));
  };
  const live = await watchStories({ folder, store, clock, report: fail, trouble: fail, settles: false });
  return {
    store,
    knows: { stories: live.stories, history: live },
    async close() {
      await live.stop();
      await store.close();
    },
  };
}

export async function curating(options: JoinOptions & { readonly folder?: string } = {}): Promise<Curating> {
  const clock = options.clock ?? ticking();
  const opened = await openDeskOf(clock, options.folder);
  const { store, knows } = opened;
  const { reporters, editors, administrators } = ids.roles;
  await store.settings.set('server', ids.harbour, {
    roles: { reporter: [reporters], editor: [editors], administrator: [administrators] },
  });
  const reports: JobReport[] = [];
  const open: { scheduler?: Scheduler } = {};
  const it = await joined({
    ...options,
    store,
    clock,
    knows,
    bot: { ...options.bot, onProposalChange: async (id) => open.scheduler?.updateProposalCard(id) },
  });
  const another = (through = store, channelApi = it.bot.channelApi): Scheduler => {
    const desk = { ...world, ...knows, store: through, clock };
    return createScheduler({
      store: through,
      channelApi,
      briefWriter: createBriefWriter(desk),
      proposalCards: createProposalCards(desk),
      clock,
      report: (report) => reports.push(report),
    });
  };
  open.scheduler = another();
  const close = it[Symbol.asyncDispose].bind(it);
  const restart = it.restart.bind(it);
  return Object.assign(it, {
    store,
    history: knows.history,
    another,
    reports,
    async restart() {
      await open.scheduler?.stop();
      await restart();
      open.scheduler = another();
    },
    stranger: it.room.as(ids.stranger).in(ids.desk),
    cards: () =>
      it.room
        .as(ids.editor)
        .in(BOARD)
        .messages()
        .filter(({ flags = 0 }) => (flags & 64) === 0),
    async [Symbol.asyncDispose]() {
      await open.scheduler?.stop();
      await close();
      await opened.close();
    },
  });
}

/** The id of a field of a window by the option that it fills. */
export function field(modal: unknown, option: string): string {
  const found = /"custom_id":"((?:1\.form\.OPTION\.)[^"]+)"/.source.replace('OPTION', option);
  const [, id] = new RegExp(found).exec(JSON.stringify(modal)) ?? [];
  if (id === undefined) throw new Error(`no field for ${option} in ${JSON.stringify(modal)}`);
  return JSON.parse(`"${id}"`) as string;
}

/** Fills in a window by the names of its options. */
export async function fill(person: Person, modal: unknown, values: Readonly<Record<string, string>>) {
  const given = Object.entries(values).map(([option, value]) => {
    const isChoice = option === 'kind' || option === 'source';
    return [field(modal, option), isChoice ? [value] : value] as const;
  });
  return person.submit(modal as Parameters<Person['submit']>[0], Object.fromEntries(given));
}
