import type { DigestSchedule } from '../../store/digests/digest-schedules.ts';
import { missedDates, isLate, isExpired, type DueBrief } from '../../store/digests/due.ts';
import type { Payload, LeasedEntry, OutboxMessage, OutboxKey } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import { type NoticePublisher, withDeliveryRefs } from '../delivery/publisher.ts';
import { deliver, type DeliveryOutcome, type DeliveryContext } from '../delivery/deliver.ts';

/** What a brief is written for. */
export interface BriefRequest {
  readonly server: string;
  readonly channel: string;
  readonly edition: string;
  /** The local date, `YYYY-MM-DD`, and the instant at which it was wanted. */
  readonly date: string;
  readonly at: Temporal.Instant;
  readonly late: boolean;
  /** The dates before it on which a brief was wanted and none was posted. */
  readonly missed: readonly string[];
  /** The channel's last brief, of any edition, with the memo that was written then. */
  readonly last: { readonly due: string; readonly memo: string | null } | null;
}

/** A brief that was not posted: refused by Discord, or perhaps posted and perhaps not. */
export interface DeliveryFailure extends Pick<LeasedEntry, 'server' | 'channel' | 'edition' | 'date'> {
  readonly kind: 'parked' | 'uncertain';
  /** Discord's code of error, or `history`: what was written before cannot be read. */
  readonly code: string;
  /** For `ledger.decide`, when an editor has looked. */
  readonly posting: string;
}

/** Writes what is posted. null where there is nothing to write, or nobody to write to. */
export interface BriefWriter {
  brief(occasion: BriefRequest): Promise<Payload | null>;
  notice(trouble: DeliveryFailure): Promise<{ readonly target: string; readonly message: OutboxMessage } | null>;
}

export interface BriefJob {
  /** Writes, claims and posts a brief; null where there is nothing to write, or another process has claimed it. */
  start(digest: DigestSchedule, occurrence: DueBrief): Promise<DeliveryOutcome | null>;
  /** Goes on with a posting that was left. `on` are the digests that are still wanted. */
  resume(posting: string, on: readonly DigestSchedule[]): Promise<void>;
}

interface BriefsOptions {
  readonly digests: Store['digests'];
  readonly postman: DeliveryContext;
  readonly announcer: NoticePublisher;
  readonly editor: BriefWriter;
  readonly ended: (held: LeasedEntry, ending: DeliveryOutcome) => void;
}

export function createBriefJob({
  digests,
  postman: delivery,
  announcer: publisher,
  editor,
  ended,
}: BriefsOptions): BriefJob {
  const { ledger: outbox, clock, lease } = delivery;
  const until = (): Temporal.Instant => clock.now().add(lease);

  const write = async (digest: DigestSchedule, { date, at }: DueBrief): Promise<Payload | null> => {
    const { server, channel, edition } = digest;
    const missed = missedDates(digest, await outbox.lastDate(channel, edition, date), date);
    const last = await outbox.last(channel);
    const late = isLate(at, clock.now());
    const payload = await editor.brief({ server, channel, edition, date, at, late, missed, last });
    return payload === null || payload.messages.length === 0 ? null : payload;
  };

  const post = async (held: LeasedEntry, digest?: DigestSchedule): Promise<DeliveryOutcome> => {
    const ending = await deliver(held, delivery);
    if (ending.is === 'stale') return postAnew(held, digest);
    ended(held, ending);
    if (ending.is !== 'refused' && ending.is !== 'uncertain') return ending;
    await tell(held, ending.is === 'refused' ? 'parked' : 'uncertain', ending.code);
    await outbox.finish(held, ending.is, ending.code);
    return ending;
  };

  /** Nothing of it is in the channel: it may still be called off, or be written anew to say that it is late. */
  const postAnew = async (held: LeasedEntry, digest: DigestSchedule | undefined): Promise<DeliveryOutcome> => {
    const end = (is: 'missed' | 'later'): DeliveryOutcome => {
      ended(held, { is });
      return { is };
    };
    const at = Temporal.Instant.from(held.due);
    if (digest === undefined || isExpired(at, clock.now())) {
      await outbox.finish(held, 'missed', digest === undefined ? 'called off' : 'late');
      return end('missed');
    }
    const payload = await write(digest, { date: held.date, at });
    if (payload === null) {
      await outbox.release(held, until(), held);
      return end('later');
    }
    const anew = await outbox.replacePayload(held, withDeliveryRefs(held, payload), until());
    return anew === null ? { is: 'lost' } : post(anew, digest);
  };

  /** Before the posting is finished: should this process die in between, the next one comes here again, and tells once. */
  const tell = async (held: LeasedEntry, kind: DeliveryFailure['kind'], code: string): Promise<void> => {
    const { id, server, channel, edition, date } = held;
    if (kind === 'parked') await digests.park(channel, edition, code);
    const notice = await editor.notice({ kind, server, channel, edition, date, code, posting: id });
    if (notice === null) return;
    const subject = { kind, server, channel, edition, date, target: notice.target, due: String(clock.now()) };
    await publisher.publishOnce(subject, { messages: [notice.message], memo: null });
  };

  return {
    async start(digest, occurrence) {
      const payload = await write(digest, occurrence);
      if (payload === null) return null;
      const { server, channel, edition } = digest;
      const { date, at } = occurrence;
      const subject: OutboxKey = { kind: 'brief', server, channel, edition, date, target: channel, due: String(at) };
      const held = await outbox.enqueue(subject, withDeliveryRefs(subject, payload), until());
      return held === null ? null : post(held);
    },
    async resume(posting, on) {
      const held = await outbox.lease(posting, until());
      if (held === null) return;
      if (held.kind !== 'brief') return publisher.resume(held);
      const digest = on.find(({ channel, edition }) => channel === held.channel && edition === held.edition);
      const begun = held.parts.some((part) => part.tried !== null);
      await (begun ? post(held, digest) : postAnew(held, digest));
    },
  };
}
