import type { Desk } from '../../src/commands/command.ts';
import { createBriefWriter } from '../../src/discord/jobs/brief-writer.ts';
import { createScheduler, type Scheduler } from '../../src/discord/jobs/scheduler.ts';
import type { Job } from '../../src/discord/jobs/job.ts';
import type { Store } from '../../src/store/store.ts';
import type { Discord } from './digest-discord.ts';

/** A process with its errands, in front of a Discord: nothing of what it does may go wrong. */
export const strictSchedule = (
  desk: Desk & { readonly store: Store },
  discord: Discord,
  errands: readonly Job[],
): Scheduler =>
  createScheduler({
    store: desk.store,
    channelApi: discord,
    briefWriter: createBriefWriter(desk),
    clock: desk.clock,
    jobs: errands,
    report: (report) => {
      if ('error' in report) throw report.error;
    },
  });
