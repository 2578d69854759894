import type { ChannelApi } from '../../src/discord/delivery/channel-api.ts';
import { createScheduler, type JobReport, type Scheduler } from '../../src/discord/jobs/scheduler.ts';
import type { BriefWriter, BriefRequest, BriefFailure } from '../../src/discord/jobs/daily-brief.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { handClock } from '../store/engines.ts';
import { type Discord, type DiscordOptions, openDiscord } from './digest-discord.ts';

/** Before the first brief of `daily`, on the morning of a Monday. */
export const START = '2026-03-02T06:00:00Z';
export const daily = {
  server: 's1',
  channel: '500',
  edition: 'morning',
  time: '07:30',
  zone: 'Europe/Belgrade',
  days: [1, 2, 3, 4, 5, 6, 7],
};

export interface Desk {
  readonly store: Store;
  readonly discord: Discord;
  readonly clock: ReturnType<typeof handClock>;
  readonly schedule: Scheduler;
  readonly reports: JobReport[];
  readonly occasions: BriefRequest[];
  readonly troubles: BriefFailure[];
  /** The parts of the morning's brief; 0 when there is nothing to write it from. */
  parts: number;
  /** Time passes in steps, with a look at the clock after each. */
  readonly run: (...steps: readonly string[]) => Promise<void>;
  /** Another process on the same store. */
  readonly another: () => Scheduler;
}

interface DeskOptions extends Partial<DiscordOptions> {
  readonly parts?: number;
  /** Each part has a picture. */
  readonly pictures?: boolean;
  /** Puts something between the schedule and Discord. */
  readonly through?: (discord: Discord) => ChannelApi;
  /** Puts something between the schedule and its store. */
  readonly between?: (store: Store) => Store;
}

/** A desk with one daily brief in one channel, on a clock that is set by hand. */
export async function openDesk({
  parts = 1,
  pictures = false,
  through = (discord) => discord,
  between = (store) => store,
  ...options
}: DeskOptions = {}): Promise<Desk> {
  const clock = handClock(START);
  const store = await openStore({ file: ':memory:' }, { clock });
  await store.digests.set(daily);
  const reports: JobReport[] = [];
  const occasions: BriefRequest[] = [];
  const troubles: BriefFailure[] = [];
  const editor: BriefWriter = {
    brief(occasion) {
      occasions.push(occasion);
      if (desk.parts === 0) return Promise.resolve(null);
      const messages = Array.from({ length: desk.parts }, (_, part) => ({
        body: { content: `${occasion.date} part ${part}${occasion.late ? ' late' : ''}` },
        facts: [{ story: 'kosovo', fact: `f${part}`, version: 'a' }],
        files: pictures ? [{ name: 'timeline.png', alt: 'a line', base64: 'iVBORw==' }] : [],
      }));
      return Promise.resolve({ messages, memo: occasion.date });
    },
    notice(trouble) {
      troubles.push(trouble);
      const content = `${trouble.kind} ${trouble.code}`;
      return Promise.resolve({ target: NOTICES, message: { body: { content }, facts: [] } });
    },
  };
  const discord = openDiscord({ clock, ...options });
  const another = (): Scheduler =>
    createScheduler({
      store: between(store),
      channelApi: through(discord),
      briefWriter: editor,
      clock,
      report: (report) => reports.push(report),
    });
  const schedule = another();
  const desk: Desk = {
    store,
    discord,
    clock,
    schedule,
    reports,
    occasions,
    troubles,
    parts,
    another,
    async run(...steps) {
      for (const step of steps) {
        clock.pass(step);
        await schedule.tick();
      }
    },
  };
  return desk;
}

/** Where notices go. */
export const NOTICES = '600';

/** What readers of a channel see, without the mark of each message. */
export function seenIn(discord: Discord, channel: string = daily.channel): string[] {
  const inside = discord.messages.filter((message) => message.channel === channel);
  return inside.map(({ content }) => content.replace(/\n-# .*$/, ''));
}
