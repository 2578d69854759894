import { markWords } from '../../../reply/cards/correction.ts';
import type { Marking } from '../../../store/corrections/correction-queue.ts';
import type { Store } from '../../../store/store.ts';
import { ATTEMPT_MS, MOST_REFUSALS, pauseOf, type Postman } from '../../delivery/deliver.ts';
import { markOf } from '../../delivery/delivery-ref.ts';
import type { Failed } from '../../delivery/channel-api.ts';
import { languageIn } from '../../rendering/channel-message.ts';
import type { Spreading } from './pending-correction.ts';
import { withMarksOnTop, type MarkText } from './correction-banner.ts';
import { lineMarkdown } from '../../format/markdown.ts';

/** Channels in which marks are put at the same time. */
const WORKERS = 8;
/** An unknown channel is not there the next time either. */
const GONE: ReadonlySet<string> = new Set(['10003']);
/** A correction that this process does not know yet, or may not speak of now. */
const UNKNOWN = Temporal.Duration.from({ minutes: 1 });

/**
 * Puts the marks of corrections on the messages that wait for them. A message is read, changed and written whole by one
 * process at a time; after any doubt it is read again, and a mark that is there is not put there twice.
 * @param busy channels in which this process is marking: Discord takes some five edits in five seconds of each, so those of
 * a channel go one after another, and no look at the clock begins a second row.
 */
export function marker(store: Pick<Store, 'marks' | 'settings'>, postman: Postman, busy: Set<string>) {
  const { marks } = store;
  const { outlet, clock, lease, signal } = postman;

  const putOff = async (held: Marking, failure: Exclude<Failed, { readonly is: 'deleted' }>): Promise<void> => {
    const counts = { tries: held.tries + 1, refusals: held.refusals + (failure.is === 'refused' ? 1 : 0) };
    if (failure.is === 'refused' && (GONE.has(failure.code) || counts.refusals >= MOST_REFUSALS)) {
      return unreached(held, failure.code);
    }
    const ms = signal.aborted ? 0 : pauseOf(failure, counts);
    await marks.release(held, clock.now().add({ milliseconds: ms }), counts);
  };
  const unreached = async (held: Marking, reason: string): Promise<void> => {
    const outcomes = held.corrections.map((correction) => ({ correction, state: 'unreached' as const, reason }));
    await marks.settle(held, outcomes);
  };

  const texts = async ({ server, channel }: Marking, spreading: readonly Spreading[]): Promise<MarkText[]> => {
    const made: MarkText[] = [];
    for (const { correction, wrong } of spreading) {
      const language = await languageIn(store, { server, channel }, wrong.story);
      const ref = markOf(correction, 0);
      const { full, short } = markWords(wrong, { day: correction.day, ref }, language);
      const markdown = (words: typeof full): string => lineMarkdown({ as: 'text', words });
      made.push({ ref, full: markdown(full), short: markdown(short) });
    }
    return made;
  };

  const mark = async (message: string, known: ReadonlyMap<string, Spreading>): Promise<void> => {
    const held = await marks.take(message, clock.now().add(lease));
    if (held === null) return;
    const spreading = held.corrections.flatMap((id) => known.get(id) ?? []);
    if (spreading.length === 0) {
      await marks.release(held, clock.now().add(UNKNOWN), held);
      return;
    }
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]);
    const reading = await outlet.read(held.channel, message, limited);
    if (reading.is === 'deleted') return unreached(held, 'deleted');
    if (reading.is !== 'read') return putOff(held, reading);
    const { body, noRoom } = withMarksOnTop(reading.message, await texts(held, spreading));
    if (body !== null) {
      const edit = await outlet.edit(held.channel, message, body, limited);
      if (edit.is === 'deleted') return unreached(held, 'deleted');
      if (edit.is !== 'edited') return putOff(held, edit);
    }
    const outcomes = spreading.map(({ correction }) => ({
      correction: correction.id,
      state: noRoom.includes(markOf(correction, 0)) ? ('no room' as const) : ('marked' as const),
      reason: null,
    }));
    await marks.settle(held, outcomes);
  };

  return async (known: ReadonlyMap<string, Spreading>): Promise<void> => {
    const channels = Map.groupBy(await marks.waiting(), ({ channel }) => channel);
    const queue = [...channels].filter(([channel]) => !busy.has(channel)).values();
    const work = async (): Promise<void> => {
      for (const [channel, waiting] of queue) {
        if (busy.has(channel)) continue;
        busy.add(channel);
        try {
          for (const { message } of waiting) if (!signal.aborted) await mark(message, known);
        } finally {
          busy.delete(channel);
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
  };
}
