import type { LeasedEntry, OutboxKey, OutboxKindName, Payload } from '../../store/outbox/outbox-entry.ts';

/**
 * `lost`: another process holds it now. `later`: it is released until its next attempt. `stale`: nothing of it is in the
 * channel, and its text does not say yet that it is late. `missed`: it was too late, or was cancelled.
 */
export type DeliveryOutcome = { readonly is: 'posted' | 'missed' | 'later' | 'lost' | 'stale' } | DeliveryFailure;

/** Discord refuses it, or nobody can find out whether it is in the channel. */
export interface DeliveryFailure {
  readonly is: 'refused' | 'uncertain';
  readonly code: string;
}

/** Posts entries of the outbox, each once, whichever process enqueues or resumes them. */
export interface OutboxConsumer {
  /** null when the entry was enqueued before, by any process. */
  publishOnce(key: OutboxKey, payload: Payload): Promise<DeliveryOutcome | null>;
  /** Goes on with an open entry that no process holds. */
  resume(id: string): Promise<void>;
}

/** What is special about one kind of outbox entries; the consumer treats them alike in everything else. */
export interface OutboxKind {
  /** Whether it is dropped when nothing of it was posted six hours after it was due. */
  readonly expires: boolean;
  /**
   * Whether each message gets a line by which it is found in the channel again. Without it the edition has to be in the ids
   * of its buttons.
   */
  readonly refLine: boolean;
  /** Composes the text again as long as nothing of it was tried; null where there is nothing to compose it from now. */
  readonly compose?: (entry: LeasedEntry) => Promise<Payload | null>;
  /** Whether nobody wants it any more. Asked of an entry that is resumed and not in the channel. */
  readonly isCancelled?: (entry: LeasedEntry) => Promise<boolean>;
  /** Called before the entry is finished, and again if the process dies in between. `retry`: it is not finished. */
  readonly onFailure?: (
    entry: LeasedEntry,
    failure: DeliveryFailure,
    consumer: OutboxConsumer,
  ) => Promise<'finish' | 'retry'>;
}

/** The part of a kind that the job which enqueues it supplies. */
export type OutboxHooks = Pick<OutboxKind, 'compose' | 'isCancelled' | 'onFailure'>;

export type OutboxKinds = Readonly<Record<OutboxKindName, OutboxKind>>;
