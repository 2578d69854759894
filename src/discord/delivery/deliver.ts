import type { Clock } from '../../clock.ts';
import { isLate, isExpired } from '../../store/digests/due.ts';
import type { Outbox } from '../../store/outbox/outbox.ts';
import { type LeasedEntry, expires, type MessagePart } from '../../store/outbox/outbox-entry.ts';
import { NO_MENTIONS } from '../format/message.ts';
import { searchAfterId, findPosted } from './find-posted.ts';
import { deliveryRef, deliveryNonce } from './delivery-ref.ts';
import type { PostResult, ApiFailure, ChannelApi } from './channel-api.ts';
import { withoutPictures } from './picture.ts';

/** How long a posting is one process's own. */
export const LEASE_DURATION = Temporal.Duration.from({ minutes: 2 });
/**
 * An attempt is given up well before its lease ends, whatever the client still has queued for a rate limit: what is sent
 * after another process has taken over would come after Discord has forgotten the nonce.
 */
export const ATTEMPT_TIMEOUT_MS = 60_000;
export const MAX_REFUSALS = 3;
const MOST_WITH_FILES = 2;
/** Unknown channel, and one that the bot may not see: whatever may be in it, nothing more will come to it. */
const NO_CHANNEL: ReadonlySet<string> = new Set(['10003', '50001']);
const RETRY_MS = 5_000;
const REFUSED_MS = 60_000;
const MOST_RETRY_MS = 300_000;

/**
 * `lost`: another process has it now. `later`: it is left in peace for a while. `stale`: nothing of it is in the channel,
 * and its text does not say yet that it is late.
 */
export type DeliveryOutcome =
  | { readonly is: 'posted' | 'missed' | 'later' | 'lost' | 'stale' }
  | { readonly is: 'refused' | 'uncertain'; readonly code: string };

export interface DeliveryContext {
  readonly ledger: Outbox;
  readonly outlet: ChannelApi;
  readonly clock: Clock;
  readonly lease: Temporal.Duration;
  /** Ends what is under way; the posting is then free for the next process at once. */
  readonly signal: AbortSignal;
}

/**
 * Posts what is left of a posting, in order, each part once: the attempt is on the disk before it is made, the same nonce
 * goes with every attempt at a part, and after any doubt the channel is read before another.
 *
 * It rests on one thing that cannot be proved from here: a request that is under way lands before Discord forgets the
 * nonce (minutes).
 *
 * After `refused` and `uncertain` the entry is still open: the caller tells somebody first, then finishes it.
 */
export async function deliver(held: LeasedEntry, delivery: DeliveryContext): Promise<DeliveryOutcome> {
  let counts: RetryCounts = held;
  let after: string | null = null;
  for (const part of held.parts) {
    if (part.state !== 'waiting') continue;
    const now = delivery.clock.now();
    const from: string =
      part.after ?? after ?? (await searchAfterId(delivery.outlet, held.target, now, delivery.signal));
    const ending = await deliverPart(held, { ...part, after: from }, counts, delivery);
    if (ending !== null) return ending;
    after = from;
    counts = { tries: 0, refusals: 0 };
  }
  return { is: 'posted' };
}

/** A part of which it is known from where on it would have to be in the channel. */
type Begun = MessagePart & { readonly after: string };

export interface RetryCounts {
  readonly tries: number;
  readonly refusals: number;
}

/** null when the part is in the channel. */
async function deliverPart(
  held: LeasedEntry,
  part: Begun,
  counts: RetryCounts,
  delivery: DeliveryContext,
): Promise<DeliveryOutcome | null> {
  const { ledger: outbox, outlet, clock } = delivery;
  const signal = AbortSignal.any([delivery.signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
  const until = (): Temporal.Instant => clock.now().add(delivery.lease);
  const settle = async (message: string | null): Promise<DeliveryOutcome | null> =>
    (await outbox.completePart(held, part.part, message)) ? null : { is: 'lost' };

  if (part.tried !== null) {
    const mark = deliveryRef(held, part.part);
    const look = await findPosted(outlet, held.target, { after: part.after, mark }, signal);
    if (look.is === 'found') return settle(look.message);
    if (look.is === 'failed') return reschedule(held, { is: 'doubt' }, counts, delivery);
    if (look.is === 'unreadable') {
      return reschedule(held, NO_CHANNEL.has(look.code) ? { is: 'refused', code: look.code } : look, counts, delivery);
    }
  }
  if (part.part === 0 && isStale(held, clock.now())) return { is: 'stale' };
  if (isTooLate(held, part, clock.now())) {
    return (await outbox.finish(held, 'missed', 'late')) ? { is: 'missed' } : { is: 'lost' };
  }
  if (delivery.signal.aborted) return reschedule(held, { is: 'doubt' }, counts, delivery);
  const end = until();
  if (!(await outbox.beginAttempt(held, part.part, part.after, end))) return { is: 'lost' };
  // This process may have stood still in between (a suspended machine): then another one has it, or soon will.
  if (Temporal.Instant.compare(clock.now(), end) > 0) return { is: 'lost' };
  const attempt = await attemptPost(held, part, counts, { outlet, signal });
  if (attempt.is === 'posted') return settle(attempt.message);
  // Discord knows the nonce and the message is gone: it was posted, and an editor took it away.
  if (attempt.is === 'deleted') return settle(null);
  return reschedule(held, attempt, counts, delivery);
}

/**
 * With its pictures at first. Words alone where these are refused (too large, no permission), which proves that nothing was
 * posted, and where two attempts came to nothing: the nonce is the same, so that there is one message of all of them.
 */
async function attemptPost(
  held: LeasedEntry,
  part: MessagePart,
  { tries }: RetryCounts,
  { outlet, signal }: Pick<DeliveryContext, 'outlet' | 'signal'>,
): Promise<PostResult> {
  if (part.files.length > 0 && tries < MOST_WITH_FILES) {
    const attempt = await outlet.post(held.target, sent(held, part), signal, part.files);
    if (attempt.is !== 'refused') return attempt;
  }
  const body = part.files.length === 0 ? part.body : withoutPictures(part.body);
  return outlet.post(held.target, sent(held, { ...part, body }), signal);
}

/** What was begun is finished, however late: half a brief is worse than a late one. */
function isTooLate(held: LeasedEntry, part: MessagePart, now: Temporal.Instant): boolean {
  return expires(held) && part.part === 0 && isExpired(Temporal.Instant.from(held.due), now);
}

/** Written in time, and late by now: it has to be written anew. */
function isStale({ kind, due, written }: LeasedEntry, now: Temporal.Instant): boolean {
  const at = Temporal.Instant.from(due);
  return kind === 'brief' && isLate(at, now) && !isExpired(at, now) && !isLate(at, Temporal.Instant.from(written));
}

function sent(held: LeasedEntry, part: MessagePart): Readonly<Record<string, unknown>> {
  const nonce = deliveryNonce(held, part.part);
  return { ...part.body, nonce, enforce_nonce: true, allowed_mentions: NO_MENTIONS };
}

type Failure = Exclude<ApiFailure, { readonly is: 'deleted' }> | { readonly is: 'unreadable'; readonly code: string };

/** A refusal may be one of the moment; the third in a row is believed. */
async function reschedule(
  held: LeasedEntry,
  failure: Failure,
  counts: RetryCounts,
  delivery: DeliveryContext,
): Promise<DeliveryOutcome> {
  const tries = counts.tries + 1;
  const refused = failure.is === 'refused' || failure.is === 'unreadable';
  const refusals = counts.refusals + (refused ? 1 : 0);
  if (refused && refusals >= MAX_REFUSALS) {
    return { is: failure.is === 'refused' ? 'refused' : 'uncertain', code: failure.code };
  }
  const ms = delivery.signal.aborted ? 0 : backoffMs(failure, { tries, refusals });
  const free = delivery.clock.now().add({ milliseconds: ms });
  return (await delivery.ledger.release(held, free, { tries, refusals })) ? { is: 'later' } : { is: 'lost' };
}

/** How long it is left in peace after one more failure, in ms. */
export function backoffMs(failure: Failure, { tries, refusals }: RetryCounts): number {
  if (failure.is === 'later') return failure.ms;
  const ms = failure.is === 'doubt' ? RETRY_MS * 2 ** (tries - 1) : REFUSED_MS * 3 ** (refusals - 1);
  return Math.min(ms, MOST_RETRY_MS);
}
