import { vi } from 'vitest';
import { createBriefWriter } from '../../../../src/discord/jobs/brief-writer.ts';
import { createScheduler, type JobReport, type Scheduler } from '../../../../src/discord/jobs/scheduler.ts';
import { createCorrectionJob } from '../../../../src/discord/jobs/corrections/correction-job.ts';
import { buildStoryViews as showing } from '../../../../src/stories/embargo-views.ts';
import { defaultWorld } from '@factdesk/discord-emulator';
import type { EmulatorOptions } from '@factdesk/discord-emulator';
import { openStore, type DatabaseTarget, type Store } from '../../../../src/store/store.ts';
import { handClock } from '../../../store/engines.ts';
import type { DrawPicture } from '../../../../src/discord/attachments/uploads.ts';
import { desk as world, ids, joined, type JoinOptions, openLog } from '../../joined-bot.ts';

/** Half an hour before the brief of a Monday. */
const START = '2031-03-17T07:00:00Z';
export const STORY = 'harbour-flood';
/** Two channels beside those of the room. */
export const SECOND = '1400000000000000711';
export const THIRD = '1400000000000000712';

type Story = ReturnType<NonNullable<ReturnType<typeof world.stories.get>>>['story'];
type Fact = NonNullable<ReturnType<Story['facts']['get']>>;

const [harbour, ...others] = defaultWorld.guilds;
if (harbour === undefined) throw new Error('The default world has no server.');
const more = [
  { id: SECOND, name: 'second' },
  { id: THIRD, name: 'third' },
];
const wide = { ...defaultWorld, guilds: [{ ...harbour, channels: [...harbour.channels, ...more] }, ...others] };

interface NewsroomOptions {
  readonly place?: DatabaseTarget;
  readonly room?: EmulatorOptions;
  readonly bot?: JoinOptions['bot'];
  /** Draws the picture of a brief. */
  readonly draw?: DrawPicture;
  /** Puts something between the schedule and its store. */
  readonly between?: (store: Store) => Store;
}

export const quay = {
  says: 'The North Quay was opened again in part.',
  corrected: [
    { on: '2031-03-17', was: 'The North Quay was opened again.', because: 'Only one half of it was.', by: 'K. Vale' },
  ],
};

/** A newsroom whose facts change while it works: briefs at half past seven, answers that all can see, corrections. */
export async function newsroom({ place, room, bot, draw, between = (store) => store }: NewsroomOptions = {}) {
  const clock = handClock(START);
  const at = place ?? { file: ':memory:' };
  let store = await openStore(at, { clock });
  const stories = new Map(world.stories);
  const desk = (): typeof world => ({ ...world, stories, store, clock });
  const it = await joined({
    // An hour to answer in: this is about days, not about the three seconds.
    room: { world: wide, ...room, settings: { ackMs: 3_600_000, limits: false, ...room?.settings } },
    bot: { desk: desk(), ...bot },
    clock,
  });
  await store.digests.set({
    server: ids.harbour,
    channel: ids.morning,
    edition: 'morning',
    time: '07:30',
    zone: 'Europe/London',
    days: [1, 2, 3, 4, 5, 6, 7],
  });
  const reports: JobReport[] = [];
  const another = (): Scheduler =>
    createScheduler({
      store: between(store),
      channelApi: it.bot.channelApi,
      briefWriter: createBriefWriter(desk(), draw === undefined ? null : { draw, timeoutMs: 1_000, log: openLog() }),
      clock,
      jobs: [
        createCorrectionJob({
          desk: desk(),
          store: between(store),
          curatedIn: () => Promise.resolve({ server: ids.harbour, channel: ids.corrections }),
        }),
      ],
      report: (report) => reports.push(report),
    });
  let schedule = another();
  const story = (): Story => stories.get(STORY)?.(clock.now()).story ?? fail();
  const stored = (channel: string) => [...(it.room.state.messages.get(channel)?.values() ?? [])];
  return {
    it,
    clock,
    stories,
    story,
    reports,
    another,
    get store() {
      return store;
    },
    /** Time passes in steps, with a look at the clock after each. */
    async run(...steps: readonly string[]) {
      for (const step of steps) {
        clock.pass(step);
        await schedule.tick();
      }
    },
    /** Another version of the facts is served from now on. */
    async change(id: string, fields: Partial<Fact>, version = `${id}-${JSON.stringify(fields).length}`) {
      const base = story();
      const fact = base.facts.get(id) ?? fail();
      const facts = new Map(base.facts).set(id, { ...fact, ...fields, version });
      stories.set(STORY, await showing({ ...base, facts, version: `${base.version}+` }));
    },
    /** Somebody asks, and all can see the answer. */
    async share(channel: string, words = 'North Quay opened') {
      const { message } = await it.room.as(ids.reporter).in(channel).slash('search', { words, share: true });
      const id = message?.id ?? fail();
      // Discord shows it before the bot has written down that it did.
      await vi.waitUntil(async () => (await store.shown.of(STORY, 'h03')).some((one) => one.message === id));
      return id;
    },
    /** The texts of a channel, oldest first. */
    texts: (channel: string): string[] => stored(channel).map(({ message }) => JSON.stringify(message.components)),
    stored,
    async remove(channel: string, message: string) {
      const headers = { authorization: `Bot ${it.room.token}` };
      await fetch(`${it.room.api}/v10/channels/${channel}/messages/${message}`, { method: 'DELETE', headers });
    },
    /** The process ends and another begins on the same store. */
    async restart() {
      await schedule.stop();
      if ('url' in at || at.file !== ':memory:') {
        await store.close();
        store = await openStore(at, { clock });
      }
      schedule = another();
    },
    async [Symbol.asyncDispose]() {
      await schedule.stop();
      await it[Symbol.asyncDispose]();
      await store.close();
    },
  };
}

function fail(): never {
  throw new Error('There is no such thing in the newsroom.');
}
