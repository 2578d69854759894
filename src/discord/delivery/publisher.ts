import { type Payload, type LeasedEntry, outboxId, type OutboxKey } from '../../store/outbox/outbox-entry.ts';
import { deliver, type DeliveryOutcome, type DeliveryContext } from './deliver.ts';
import { withDeliveryRef } from './delivery-ref.ts';

/** Posts what is said once: whoever claims it first says it, and whoever finds it unfinished goes on. */
export interface NoticePublisher {
  /** Nothing where it was claimed before, by whomever. */
  publishOnce(subject: OutboxKey, payload: Payload): Promise<void>;
  resume(held: LeasedEntry): Promise<void>;
}

/** What is told of the facts in one channel. */
export const noticeSubject = (
  kind: OutboxKey['kind'],
  edition: string,
  { server, channel }: { readonly server: string | null; readonly channel: string },
  { now, date = '' }: { readonly now: Temporal.Instant; readonly date?: string },
): OutboxKey => ({ kind, channel, edition, date, server: server ?? '', target: channel, due: String(now) });

/** Every part with its mark, by which it is known again in the channel. */
export function withDeliveryRefs(subject: OutboxKey, { messages, memo }: Payload): Payload {
  const posting = { id: outboxId(subject) };
  return { memo, messages: messages.map((message, part) => withDeliveryRef(message, posting, part, messages.length)) };
}

export function createNoticePublisher(
  delivery: DeliveryContext,
  ended: (held: LeasedEntry, ending: DeliveryOutcome) => void,
): NoticePublisher {
  const { ledger: outbox, clock, lease } = delivery;
  const goOn = async (held: LeasedEntry): Promise<void> => {
    const ending = await deliver(held, delivery);
    ended(held, ending);
    if (ending.is === 'refused' || ending.is === 'uncertain') await outbox.finish(held, ending.is, ending.code);
  };
  return {
    resume: goOn,
    async publishOnce(subject, payload) {
      const held = await outbox.enqueue(subject, withDeliveryRefs(subject, payload), clock.now().add(lease));
      if (held !== null) await goOn(held);
    },
  };
}
