import { type Frozen, type Held, idOf, type Subject } from '../../store/outbox/outbox-entry.ts';
import { deliver, type Ending, type Postman } from './deliver.ts';
import { marked } from './delivery-ref.ts';

/** Posts what is said once: whoever claims it first says it, and whoever finds it unfinished goes on. */
export interface Announcer {
  /** Nothing where it was claimed before, by whomever. */
  once(subject: Subject, frozen: Frozen): Promise<void>;
  goOn(held: Held): Promise<void>;
}

/** What is told of the facts in one channel. */
export const telling = (
  kind: Subject['kind'],
  edition: string,
  { server, channel }: { readonly server: string | null; readonly channel: string },
  { now, date = '' }: { readonly now: Temporal.Instant; readonly date?: string },
): Subject => ({ kind, channel, edition, date, server: server ?? '', target: channel, due: String(now) });

/** Every part with its mark, by which it is known again in the channel. */
export function withMarks(subject: Subject, { messages, memo }: Frozen): Frozen {
  const posting = { id: idOf(subject) };
  return { memo, messages: messages.map((message, part) => marked(message, posting, part, messages.length)) };
}

export function openAnnouncer(postman: Postman, ended: (held: Held, ending: Ending) => void): Announcer {
  const { ledger, clock, lease } = postman;
  const goOn = async (held: Held): Promise<void> => {
    const ending = await deliver(held, postman);
    ended(held, ending);
    if (ending.is === 'refused' || ending.is === 'uncertain') await ledger.finish(held, ending.is, ending.code);
  };
  return {
    goOn,
    async once(subject, frozen) {
      const held = await ledger.claim(subject, withMarks(subject, frozen), clock.now().add(lease));
      if (held !== null) await goOn(held);
    },
  };
}
