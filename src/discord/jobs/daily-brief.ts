import type { Digest } from '../../store/digests/digest-schedules.ts';
import { between, isLate, isOver, type Occurrence } from '../../store/digests/due.ts';
import type { Frozen, Held, Message, Subject } from '../../store/outbox/outbox-entry.ts';
import type { Store } from '../../store/store.ts';
import { type Announcer, withMarks } from '../delivery/publisher.ts';
import { deliver, type Ending, type Postman } from '../delivery/deliver.ts';

/** What a brief is written for. */
export interface Occasion {
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
export interface Trouble extends Pick<Held, 'server' | 'channel' | 'edition' | 'date'> {
  readonly kind: 'parked' | 'uncertain';
  /** Discord's code of error, or `history`: what was written before cannot be read. */
  readonly code: string;
  /** For `ledger.decide`, when an editor has looked. */
  readonly posting: string;
}

/** Writes what is posted. null where there is nothing to write, or nobody to write to. */
export interface Editor {
  brief(occasion: Occasion): Promise<Frozen | null>;
  notice(trouble: Trouble): Promise<{ readonly target: string; readonly message: Message } | null>;
}

export interface Briefs {
  /** Writes, claims and posts a brief; null where there is nothing to write, or another process has claimed it. */
  begin(digest: Digest, occurrence: Occurrence): Promise<Ending | null>;
  /** Goes on with a posting that was left. `on` are the digests that are still wanted. */
  goOn(posting: string, on: readonly Digest[]): Promise<void>;
}

interface BriefsOptions {
  readonly digests: Store['digests'];
  readonly postman: Postman;
  readonly announcer: Announcer;
  readonly editor: Editor;
  readonly ended: (held: Held, ending: Ending) => void;
}

export function openBriefs({ digests, postman, announcer, editor, ended }: BriefsOptions): Briefs {
  const { ledger, clock, lease } = postman;
  const until = (): Temporal.Instant => clock.now().add(lease);

  const write = async (digest: Digest, { date, at }: Occurrence): Promise<Frozen | null> => {
    const { server, channel, edition } = digest;
    const missed = between(digest, await ledger.lastDate(channel, edition, date), date);
    const last = await ledger.last(channel);
    const late = isLate(at, clock.now());
    const frozen = await editor.brief({ server, channel, edition, date, at, late, missed, last });
    return frozen === null || frozen.messages.length === 0 ? null : frozen;
  };

  const post = async (held: Held, digest?: Digest): Promise<Ending> => {
    const ending = await deliver(held, postman);
    if (ending.is === 'stale') return postAnew(held, digest);
    ended(held, ending);
    if (ending.is !== 'refused' && ending.is !== 'uncertain') return ending;
    await tell(held, ending.is === 'refused' ? 'parked' : 'uncertain', ending.code);
    await ledger.finish(held, ending.is, ending.code);
    return ending;
  };

  /** Nothing of it is in the channel: it may still be called off, or be written anew to say that it is late. */
  const postAnew = async (held: Held, digest: Digest | undefined): Promise<Ending> => {
    const end = (is: 'missed' | 'later'): Ending => {
      ended(held, { is });
      return { is };
    };
    const at = Temporal.Instant.from(held.due);
    if (digest === undefined || isOver(at, clock.now())) {
      await ledger.finish(held, 'missed', digest === undefined ? 'called off' : 'late');
      return end('missed');
    }
    const frozen = await write(digest, { date: held.date, at });
    if (frozen === null) {
      await ledger.release(held, until(), held);
      return end('later');
    }
    const anew = await ledger.refreeze(held, withMarks(held, frozen), until());
    return anew === null ? { is: 'lost' } : post(anew, digest);
  };

  /** Before the posting is finished: should this process die in between, the next one comes here again, and tells once. */
  const tell = async (held: Held, kind: Trouble['kind'], code: string): Promise<void> => {
    const { id, server, channel, edition, date } = held;
    if (kind === 'parked') await digests.park(channel, edition, code);
    const notice = await editor.notice({ kind, server, channel, edition, date, code, posting: id });
    if (notice === null) return;
    const subject = { kind, server, channel, edition, date, target: notice.target, due: String(clock.now()) };
    await announcer.once(subject, { messages: [notice.message], memo: null });
  };

  return {
    async begin(digest, occurrence) {
      const frozen = await write(digest, occurrence);
      if (frozen === null) return null;
      const { server, channel, edition } = digest;
      const { date, at } = occurrence;
      const subject: Subject = { kind: 'brief', server, channel, edition, date, target: channel, due: String(at) };
      const held = await ledger.claim(subject, withMarks(subject, frozen), until());
      return held === null ? null : post(held);
    },
    async goOn(posting, on) {
      const held = await ledger.take(posting, until());
      if (held === null) return;
      if (held.kind !== 'brief') return announcer.goOn(held);
      const digest = on.find(({ channel, edition }) => channel === held.channel && edition === held.edition);
      const begun = held.parts.some((part) => part.tried !== null);
      await (begun ? post(held, digest) : postAnew(held, digest));
    },
  };
}
