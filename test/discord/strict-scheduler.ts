import type { Desk } from '../../src/commands/command.ts';
import { createEditor } from '../../src/discord/jobs/brief-writer.ts';
import { openSchedule, type Schedule } from '../../src/discord/jobs/scheduler.ts';
import type { Errand } from '../../src/discord/jobs/job.ts';
import type { Store } from '../../src/store/store.ts';
import type { Discord } from './digest-discord.ts';

/** A process with its errands, in front of a Discord: nothing of what it does may go wrong. */
export const strictSchedule = (
  desk: Desk & { readonly store: Store },
  outlet: Discord,
  errands: readonly Errand[],
): Schedule =>
  openSchedule({
    store: desk.store,
    outlet,
    editor: createEditor(desk),
    clock: desk.clock,
    errands,
    report: (report) => {
      if ('error' in report) throw report.error;
    },
  });
