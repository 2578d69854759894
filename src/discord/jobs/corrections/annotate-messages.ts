import { correctionBanner } from '../../../reply/cards/correction.ts';
import type { LeasedMessage } from '../../../store/corrections/correction-queue.ts';
import type { Store } from '../../../store/store.ts';
import { ATTEMPT_TIMEOUT_MS, MAX_REFUSALS, backoffMs, type DeliveryContext } from '../../delivery/deliver.ts';
import { deliveryRef } from '../../delivery/delivery-ref.ts';
import type { ApiFailure } from '../../delivery/channel-api.ts';
import { channelLanguage } from '../../rendering/channel-message.ts';
import type { PendingCorrection } from './pending-correction.ts';
import { withBanners, type Banner } from './correction-banner.ts';
import { lineToMarkdown } from '../../format/markdown.ts';

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
export function annotateMessages(
  store: Pick<Store, 'corrections' | 'settings'>,
  delivery: DeliveryContext,
  busy: Set<string>,
) {
  const { corrections } = store;
  const { channelApi, clock, lease, signal } = delivery;

  const putOff = async (
    held: LeasedMessage,
    failure: Exclude<ApiFailure, { readonly is: 'deleted' }>,
  ): Promise<void> => {
    const counts = { tries: held.tries + 1, refusals: held.refusals + (failure.is === 'refused' ? 1 : 0) };
    if (failure.is === 'refused' && (GONE.has(failure.code) || counts.refusals >= MAX_REFUSALS)) {
      return unreached(held, failure.code);
    }
    const ms = signal.aborted ? 0 : backoffMs(failure, counts);
    await corrections.release(held, clock.now().add({ milliseconds: ms }), counts);
  };
  const unreached = async (held: LeasedMessage, reason: string): Promise<void> => {
    const outcomes = held.corrections.map((correction) => ({ correction, state: 'unreached' as const, reason }));
    await corrections.complete(held, outcomes);
  };

  const texts = async (
    { server, channel }: LeasedMessage,
    pending: readonly PendingCorrection[],
  ): Promise<Banner[]> => {
    const made: Banner[] = [];
    for (const { correction, wrong } of pending) {
      const language = await channelLanguage(store, { server, channel }, wrong.story);
      const ref = deliveryRef(correction, 0);
      const { full, short } = correctionBanner(wrong, { day: correction.day, ref }, language);
      const markdown = (words: typeof full): string => lineToMarkdown({ as: 'text', words });
      made.push({ ref, full: markdown(full), short: markdown(short) });
    }
    return made;
  };

  const mark = async (message: string, known: ReadonlyMap<string, PendingCorrection>): Promise<void> => {
    const held = await corrections.lease(message, clock.now().add(lease));
    if (held === null) return;
    const pending = held.corrections.flatMap((id) => known.get(id) ?? []);
    if (pending.length === 0) {
      await corrections.release(held, clock.now().add(UNKNOWN), held);
      return;
    }
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
    const reading = await channelApi.read(held.channel, message, limited);
    if (reading.is === 'deleted') return unreached(held, 'deleted');
    if (reading.is !== 'read') return putOff(held, reading);
    const { body, omitted } = withBanners(reading.message, await texts(held, pending));
    if (body !== null) {
      const edit = await channelApi.edit(held.channel, message, body, limited);
      if (edit.is === 'deleted') return unreached(held, 'deleted');
      if (edit.is !== 'edited') return putOff(held, edit);
    }
    const outcomes = pending.map(({ correction }) => ({
      correction: correction.id,
      state: omitted.includes(deliveryRef(correction, 0)) ? ('no room' as const) : ('marked' as const),
      reason: null,
    }));
    await corrections.complete(held, outcomes);
  };

  return async (known: ReadonlyMap<string, PendingCorrection>): Promise<void> => {
    const channels = Map.groupBy(await corrections.pending(), ({ channel }) => channel);
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
