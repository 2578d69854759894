import { isExpired } from '../../store/digests/due.ts';
import { type LeasedEntry, outboxId, type OutboxKey, type Payload } from '../../store/outbox/outbox-entry.ts';
import { cancel, deliver, type DeliveryContext, MAX_BACKOFF_MS } from './deliver.ts';
import { withDeliveryRef } from './delivery-ref.ts';
import type { DeliveryOutcome, OutboxConsumer, OutboxKinds } from './outbox-kind.ts';

/** The key of a notice that is posted to the channel which it is about. */
export const noticeKey = (
  kind: OutboxKey['kind'],
  edition: string,
  { server, channel }: { readonly server: string | null; readonly channel: string },
  { now, date = '' }: { readonly now: Temporal.Instant; readonly date?: string },
): OutboxKey => ({ kind, channel, edition, date, server: server ?? '', target: channel, due: String(now) });

export function createOutboxConsumer(
  context: DeliveryContext,
  kinds: OutboxKinds,
  report: (entry: LeasedEntry, outcome: DeliveryOutcome) => void,
): OutboxConsumer {
  const { outbox, clock, lease } = context;
  const until = (): Temporal.Instant => clock.now().add(lease);
  const withRefs = (key: OutboxKey, { messages, memo }: Payload): Payload => {
    const entry = { id: outboxId(key) };
    const refs = kinds[key.kind].refLine;
    return {
      memo,
      messages: refs
        ? messages.map((message, part) => withDeliveryRef(message, entry, part, messages.length))
        : messages,
    };
  };

  const post = async (entry: LeasedEntry): Promise<DeliveryOutcome> => {
    const kind = kinds[entry.kind];
    const outcome = await deliver(entry, kind, context);
    if (outcome.is === 'stale') return recompose(entry);
    report(entry, outcome);
    if (outcome.is !== 'refused' && outcome.is !== 'uncertain') return outcome;
    if ((await kind.onFailure?.(entry, outcome, consumer)) === 'retry') {
      const later = clock.now().add({ milliseconds: MAX_BACKOFF_MS });
      await outbox.release(entry, later, { tries: 0, refusals: 0 });
    } else {
      await outbox.finish(entry, outcome.is, outcome.code);
    }
    return outcome;
  };

  /** Nothing of it is in the channel: it may be cancelled, or say what holds now. */
  const recompose = async (entry: LeasedEntry): Promise<DeliveryOutcome> => {
    const { expires, compose, isCancelled } = kinds[entry.kind];
    const reported = (outcome: DeliveryOutcome): DeliveryOutcome => {
      report(entry, outcome);
      return outcome;
    };
    if ((await isCancelled?.(entry)) === true) return reported(await cancel(entry, outbox));
    if (expires && isExpired(Temporal.Instant.from(entry.due), clock.now())) {
      await outbox.finish(entry, 'missed', 'late');
      return reported({ is: 'missed' });
    }
    const composed = (await compose?.(entry)) ?? null;
    if (composed === null) {
      await outbox.release(entry, until(), entry);
      return reported({ is: 'later' });
    }
    const replaced = await outbox.replacePayload(entry, withRefs(entry, composed), until());
    return replaced === null ? { is: 'lost' } : post(replaced);
  };

  const consumer: OutboxConsumer = {
    async publishOnce(key, payload) {
      const entry = await outbox.enqueue(key, withRefs(key, payload), until());
      return entry === null ? null : post(entry);
    },
    async resume(id) {
      const entry = await outbox.lease(id, until());
      if (entry === null) return;
      const isBegun = entry.parts.some(({ tried }) => tried !== null);
      await (isBegun || kinds[entry.kind].compose === undefined ? post(entry) : recompose(entry));
    },
  };
  return consumer;
}
