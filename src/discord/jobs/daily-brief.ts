import type { Clock } from '../../clock.ts';
import type { DigestSchedule } from '../../store/digests/digest-schedules.ts';
import { missedDates, isLate, type DueBrief } from '../../store/digests/due.ts';
import type { LeasedEntry, OutboxMessage, Payload } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import type { DeliveryOutcome, OutboxConsumer, OutboxHooks } from '../delivery/outbox-kind.ts';

/** What a brief is written for. */
export interface BriefRequest {
  readonly server: string;
  readonly channel: string;
  readonly edition: string;
  /** The local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** When it is due. */
  readonly at: Temporal.Instant;
  readonly late: boolean;
  /** The dates before it on which a brief was due and none was posted. */
  readonly missed: readonly string[];
  /** The channel's last brief of any edition, with the memo that was written with it. */
  readonly last: { readonly due: string; readonly memo: string | null } | null;
}

/** A brief that was not posted: Discord refuses it, or nobody knows whether it is in the channel. */
export interface BriefFailure extends Pick<LeasedEntry, 'server' | 'channel' | 'edition' | 'date'> {
  readonly kind: 'parked' | 'uncertain';
  /** Discord's error code, or `history`: the bot may not read earlier messages. */
  readonly code: string;
  /** For `outbox.resolve`, when an editor has looked. */
  readonly posting: string;
}

export interface BriefWriter {
  /** null where there is nothing to write it from. */
  brief(request: BriefRequest): Promise<Payload | null>;
  /** null where no channel for notices is set. */
  notice(failure: BriefFailure): Promise<{ readonly target: string; readonly message: OutboxMessage } | null>;
}

export interface DailyBriefs {
  readonly hooks: OutboxHooks;
  /** Writes and posts a brief; null where there is nothing to write it from, or another process has enqueued it. */
  start(digest: DigestSchedule, due: DueBrief, consumer: OutboxConsumer): Promise<DeliveryOutcome | null>;
}

interface DailyBriefOptions {
  readonly store: Pick<Store, 'digests' | 'outbox'>;
  readonly writer: BriefWriter;
  readonly clock: Clock;
}

export function createDailyBriefs({ store: { digests, outbox }, writer, clock }: DailyBriefOptions): DailyBriefs {
  const write = async (digest: DigestSchedule, { date, at }: DueBrief): Promise<Payload | null> => {
    const { server, channel, edition } = digest;
    const missed = missedDates(digest, await outbox.lastDate(channel, edition, date), date);
    const last = await outbox.last(channel);
    const late = isLate(at, clock.now());
    const payload = await writer.brief({ server, channel, edition, date, at, late, missed, last });
    return payload === null || payload.messages.length === 0 ? null : payload;
  };

  /** undefined where it was paused, parked or removed. */
  const activeDigest = async (channel: string, edition: string): Promise<DigestSchedule | undefined> =>
    (await digests.on()).find((digest) => digest.channel === channel && digest.edition === edition);

  return {
    hooks: {
      async compose({ channel, edition, date, due }) {
        const digest = await activeDigest(channel, edition);
        return digest === undefined ? null : write(digest, { date, at: Temporal.Instant.from(due) });
      },
      isCancelled: async ({ channel, edition }) => (await activeDigest(channel, edition)) === undefined,
      async onFailure({ id, server, channel, edition, date }, { is, code }, consumer) {
        const kind = is === 'refused' ? ('parked' as const) : ('uncertain' as const);
        if (kind === 'parked') await digests.park(channel, edition, code);
        const notice = await writer.notice({ kind, server, channel, edition, date, code, posting: id });
        if (notice !== null) {
          const key = { kind, server, channel, edition, date, target: notice.target, due: String(clock.now()) };
          await consumer.publishOnce(key, { messages: [notice.message], memo: null });
        }
        return 'finish';
      },
    },
    async start(digest, due, consumer) {
      const payload = await write(digest, due);
      if (payload === null) return null;
      const { server, channel, edition } = digest;
      const { date, at } = due;
      const key = { kind: 'brief', server, channel, edition, date, target: channel, due: String(at) } as const;
      return consumer.publishOnce(key, payload);
    },
  };
}
