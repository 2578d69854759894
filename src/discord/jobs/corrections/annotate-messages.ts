import { correctionBanner } from '../../../reply/cards/correction.ts';
import type { LeasedMessage } from '../../../store/corrections/correction-queue.ts';
import type { Store } from '../../../store/store.ts';
import { ATTEMPT_TIMEOUT_MS, MAX_REFUSALS, backoffMs, type DeliveryContext } from '../../delivery/deliver.ts';
import { isDeletedChannel } from '../../delivery/error-codes.ts';
import { deliveryRef } from '../../delivery/delivery-ref.ts';
import type { ApiFailure } from '../../delivery/channel-api.ts';
import { channelLanguage } from '../../rendering/channel-message.ts';
import type { PendingCorrection } from './pending-correction.ts';
import { withBanners, type Banner } from './correction-banner.ts';
import { lineToMarkdown } from '../../format/markdown.ts';

/** Channels in which messages are edited at the same time. */
const WORKERS = 8;
/** Until the next look for a correction that this process has not loaded yet, or that is under embargo. */
const UNKNOWN_RETRY = Temporal.Duration.from({ minutes: 1 });

/**
 * Puts banners of corrections on the messages that need them. One process at a time reads a message, edits it and writes it
 * whole; after any doubt it reads the message again, and a banner that is there is not added twice.
 * @param busy channels in which this process is editing. Discord takes some five edits in five seconds of each channel, so
 * a channel's messages are edited in sequence, and an overlapping tick skips the channel.
 */
export function annotateMessages(
  store: Pick<Store, 'corrections' | 'settings'>,
  delivery: DeliveryContext,
  busy: Set<string>,
) {
  const { corrections } = store;
  const { channelApi, clock, lease, signal } = delivery;

  const reschedule = async (
    leased: LeasedMessage,
    failure: Exclude<ApiFailure, { readonly is: 'deleted' }>,
  ): Promise<void> => {
    const counts = { tries: leased.tries + 1, refusals: leased.refusals + (failure.is === 'refused' ? 1 : 0) };
    if (failure.is === 'refused' && (isDeletedChannel(failure.code) || counts.refusals >= MAX_REFUSALS)) {
      return unreached(leased, failure.code);
    }
    const ms = signal.aborted ? 0 : backoffMs(failure, counts);
    await corrections.release(leased, clock.now().add({ milliseconds: ms }), counts);
  };
  const unreached = async (leased: LeasedMessage, reason: string): Promise<void> => {
    const outcomes = leased.corrections.map((correction) => ({ correction, state: 'unreached' as const, reason }));
    await corrections.complete(leased, outcomes);
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

  const annotate = async (message: string, known: ReadonlyMap<string, PendingCorrection>): Promise<void> => {
    const leased = await corrections.lease(message, clock.now().add(lease));
    if (leased === null) return;
    const pending = leased.corrections.flatMap((id) => known.get(id) ?? []);
    if (pending.length === 0) {
      await corrections.release(leased, clock.now().add(UNKNOWN_RETRY), leased);
      return;
    }
    const limited = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
    const reading = await channelApi.read(leased.channel, message, limited);
    if (reading.is === 'deleted') return unreached(leased, 'deleted');
    if (reading.is !== 'read') return reschedule(leased, reading);
    const { body, omitted } = withBanners(reading.message, await texts(leased, pending));
    if (body !== null) {
      const edit = await channelApi.edit(leased.channel, message, body, limited);
      if (edit.is === 'deleted') return unreached(leased, 'deleted');
      if (edit.is !== 'edited') return reschedule(leased, edit);
    }
    const outcomes = pending.map(({ correction }) => ({
      correction: correction.id,
      state: omitted.includes(deliveryRef(correction, 0)) ? ('no room' as const) : ('marked' as const),
      reason: null,
    }));
    await corrections.complete(leased, outcomes);
  };

  return async (known: ReadonlyMap<string, PendingCorrection>): Promise<void> => {
    const channels = Map.groupBy(await corrections.pending(), ({ channel }) => channel);
    const queue = [...channels].filter(([channel]) => !busy.has(channel)).values();
    const work = async (): Promise<void> => {
      for (const [channel, waiting] of queue) {
        if (busy.has(channel)) continue;
        busy.add(channel);
        try {
          for (const { message } of waiting) if (!signal.aborted) await annotate(message, known);
        } finally {
          busy.delete(channel);
        }
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, work));
  };
}
