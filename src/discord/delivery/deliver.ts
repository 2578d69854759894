import type { Clock } from '../../clock.ts';
import { isLate, isExpired } from '../../store/digests/due.ts';
import type { Outbox } from '../../store/outbox/outbox.ts';
import type { LeasedEntry, MessagePart } from '../../store/outbox/outbox-entry.ts';
import { NO_MENTIONS } from '../format/message.ts';
import type { ApiFailure, ChannelApi, PostResult } from './channel-api.ts';
import { deliveryNonce, deliveryRef } from './delivery-ref.ts';
import { isUnreachableChannel } from './error-codes.ts';
import { findPosted, searchAfterId } from './find-posted.ts';
import type { DeliveryOutcome, OutboxKind } from './outbox-kind.ts';
import { withoutPictures } from './picture.ts';

/** How long a process may work on an entry before another one may take it over. */
export const LEASE_DURATION = Temporal.Duration.from({ minutes: 2 });
/**
 * Shorter than the lease, whatever the client has queued for a rate limit: a request that is sent after another process has
 * taken over may come after Discord has forgotten the nonce.
 */
export const ATTEMPT_TIMEOUT_MS = 60_000;
/** A refusal may be temporary; the third in a row counts as final. */
export const MAX_REFUSALS = 3;
const MAX_TRIES_WITH_FILES = 2;
const RETRY_MS = 5_000;
const REFUSED_RETRY_MS = 60_000;
export const MAX_BACKOFF_MS = 300_000;

export interface DeliveryContext {
  readonly outbox: Outbox;
  readonly channelApi: ChannelApi;
  readonly clock: Clock;
  readonly lease: Temporal.Duration;
  /** Aborts what is under way; the entry is then free for the next process at once. */
  readonly signal: AbortSignal;
}

/**
 * Posts the parts of an entry that are left, in order, each once. An attempt is on the disk before it is made, all attempts
 * at a part have one nonce, and after any doubt the channel is read before the next attempt.
 *
 * One thing cannot be proved from here: that a request under way lands before Discord forgets the nonce (minutes).
 *
 * After `refused` and `uncertain` the entry is still open: the caller tells somebody first, then finishes it.
 */
export async function deliver(
  entry: LeasedEntry,
  kind: OutboxKind,
  context: DeliveryContext,
): Promise<DeliveryOutcome> {
  let counts: RetryCounts = entry;
  let after: string | null = null;
  for (const part of entry.parts) {
    if (part.state !== 'waiting') continue;
    const now = context.clock.now();
    const from: string =
      part.after ?? after ?? (await searchAfterId(context.channelApi, entry.target, now, context.signal));
    const outcome = await deliverPart({ entry, kind, part: { ...part, after: from } }, counts, context);
    if (outcome !== null) return outcome;
    after = from;
    counts = { tries: 0, refusals: 0 };
  }
  return { is: 'posted' };
}

interface PartDelivery {
  readonly entry: LeasedEntry;
  readonly kind: OutboxKind;
  /** `after`: if it is in the channel, it comes after this snowflake. */
  readonly part: MessagePart & { readonly after: string };
}

export interface RetryCounts {
  readonly tries: number;
  readonly refusals: number;
}

/** null when the part is in the channel. */
async function deliverPart(
  { entry, kind, part }: PartDelivery,
  counts: RetryCounts,
  context: DeliveryContext,
): Promise<DeliveryOutcome | null> {
  const { outbox, channelApi, clock } = context;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]);
  const complete = async (message: string | null): Promise<DeliveryOutcome | null> =>
    (await outbox.completePart(entry, part.part, message)) ? null : { is: 'lost' };

  if (part.tried !== null) {
    const mark = kind.refLine ? deliveryRef(entry, part.part) : `.${entry.edition}.`;
    const found = await findPosted(channelApi, entry.target, { after: part.after, mark }, signal);
    if (found.is === 'found') return complete(found.message);
    if (found.is === 'failed') return reschedule(entry, { is: 'doubt' }, counts, context);
    if (found.is === 'unreadable') {
      const failure = isUnreachableChannel(found.code) ? ({ is: 'refused', code: found.code } as const) : found;
      return reschedule(entry, failure, counts, context);
    }
    if (part.part === 0 && (await kind.isCancelled?.(entry)) === true) return cancel(entry, outbox);
  }
  if (part.part === 0 && isStale(entry, kind, clock.now())) return { is: 'stale' };
  if (isTooLate(entry, kind, part, clock.now())) {
    return (await outbox.finish(entry, 'missed', 'late')) ? { is: 'missed' } : { is: 'lost' };
  }
  if (context.signal.aborted) return reschedule(entry, { is: 'doubt' }, counts, context);
  const leaseEnd = clock.now().add(context.lease);
  if (!(await outbox.beginAttempt(entry, part.part, part.after, leaseEnd))) return { is: 'lost' };
  // The machine may have been suspended during that write: then another process may hold the entry.
  if (Temporal.Instant.compare(clock.now(), leaseEnd) > 0) return { is: 'lost' };
  const attempt = await attemptPost(entry, part, counts, { channelApi, signal });
  if (attempt.is === 'posted') return complete(attempt.message);
  // Discord knows the nonce and the message is gone: it was posted, and an editor deleted it.
  if (attempt.is === 'deleted') return complete(null);
  return reschedule(entry, attempt, counts, context);
}

/**
 * With its pictures first. Without them where they are refused (too large, no permission), which proves that nothing was
 * posted, and after two failed attempts: the nonce is the same, so all attempts make one message.
 */
async function attemptPost(
  entry: LeasedEntry,
  part: MessagePart,
  { tries }: RetryCounts,
  { channelApi, signal }: Pick<DeliveryContext, 'channelApi' | 'signal'>,
): Promise<PostResult> {
  if (part.files.length > 0 && tries < MAX_TRIES_WITH_FILES) {
    const attempt = await channelApi.post(entry.target, requestBody(entry, part), signal, part.files);
    if (attempt.is !== 'refused') return attempt;
  }
  const body = part.files.length === 0 ? part.body : withoutPictures(part.body);
  return channelApi.post(entry.target, requestBody(entry, { ...part, body }), signal);
}

export async function cancel(entry: LeasedEntry, outbox: Outbox): Promise<DeliveryOutcome> {
  return (await outbox.finish(entry, 'missed', 'called off')) ? { is: 'missed' } : { is: 'lost' };
}

/** Once one part is posted the rest follows, however late: half a brief is worse than a late one. */
function isTooLate({ due }: LeasedEntry, { expires }: OutboxKind, part: MessagePart, now: Temporal.Instant): boolean {
  return expires && part.part === 0 && isExpired(Temporal.Instant.from(due), now);
}

/** Composed in time, and late by now: it has to be composed again. */
function isStale({ due, written }: LeasedEntry, { compose, expires }: OutboxKind, now: Temporal.Instant): boolean {
  const at = Temporal.Instant.from(due);
  if (compose === undefined || (expires && isExpired(at, now))) return false;
  return isLate(at, now) && !isLate(at, Temporal.Instant.from(written));
}

function requestBody(entry: LeasedEntry, part: MessagePart): Readonly<Record<string, unknown>> {
  const nonce = deliveryNonce(entry, part.part);
  return { ...part.body, nonce, enforce_nonce: true, allowed_mentions: NO_MENTIONS };
}

type Failure = Exclude<ApiFailure, { readonly is: 'deleted' }> | { readonly is: 'unreadable'; readonly code: string };

/** Releases the entry until its next attempt, or says that this refusal is the last. */
async function reschedule(
  entry: LeasedEntry,
  failure: Failure,
  counts: RetryCounts,
  context: DeliveryContext,
): Promise<DeliveryOutcome> {
  const tries = counts.tries + 1;
  const isRefused = failure.is === 'refused' || failure.is === 'unreadable';
  const refusals = counts.refusals + (isRefused ? 1 : 0);
  if (isRefused && refusals >= MAX_REFUSALS) {
    return { is: failure.is === 'refused' ? 'refused' : 'uncertain', code: failure.code };
  }
  const ms = context.signal.aborted ? 0 : backoffMs(failure, { tries, refusals });
  const next = context.clock.now().add({ milliseconds: ms });
  return (await context.outbox.release(entry, next, { tries, refusals })) ? { is: 'later' } : { is: 'lost' };
}

/** Backoff before the next attempt, in ms. */
export function backoffMs(failure: Failure, { tries, refusals }: RetryCounts): number {
  if (failure.is === 'later') return failure.ms;
  const ms = failure.is === 'doubt' ? RETRY_MS * 2 ** (tries - 1) : REFUSED_RETRY_MS * 3 ** (refusals - 1);
  return Math.min(ms, MAX_BACKOFF_MS);
}
