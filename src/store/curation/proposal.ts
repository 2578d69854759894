import type { Act, Change } from '../../data/revisions/revision.ts';
import type { Tables } from '../database/schema.ts';

export interface NewProposal {
  readonly story: string;
  /** The server in which it is decided. */
  readonly server: string;
  readonly act: Act;
  readonly change: Change;
  readonly reason: string | null;
  /** What was wrong, for a reader; null where no notice is due. */
  readonly was: string | null;
  /** The version of the fact that it changes, as the proposer saw it: the store keeps it, and does not know what it means. */
  readonly base: string | null;
  /** An actor. */
  readonly proposer: string;
  /** An open question that it answers. */
  readonly question: string | null;
  /** A draft waits for nobody's approval. */
  readonly state: 'draft' | 'open';
}

export interface Proposal extends Omit<NewProposal, 'state'> {
  readonly id: string;
  /** From 1; counts up with every edit. */
  readonly version: number;
  readonly state: 'draft' | 'open' | 'approved' | 'rejected' | 'withdrawn';
  /** Actors who had a hand in it, the proposer first: none of them approves it. */
  readonly authors: readonly string[];
  /** Actors who approve of this version. */
  readonly approvals: readonly string[];
  /** ISO, UTC. */
  readonly at: string;
  readonly decided: string | null;
  /** Why it was rejected. */
  readonly why: string | null;
}

/** What an edit may change. */
export type Edit = Partial<Pick<NewProposal, 'act' | 'change' | 'reason' | 'was' | 'base' | 'question'>>;

/**
 * `own`: whoever had a hand in it does not approve it. `twice`: this person has approved of this version before. `stale`: it
 * was edited meanwhile, or the fact was changed by another approval. `counted`: one more is needed.
 */
export type Approval = 'approved' | 'counted' | 'own' | 'twice' | 'stale' | 'closed';

/** What a change is made to: two changes to one subject cannot both be approved unseen. */
export const changeSubject = ({ on, id }: Change): string => `${on} ${id}`;

const STATES: readonly string[] = ['draft', 'open', 'approved', 'rejected', 'withdrawn'];

export function toProposal(
  row: Tables['proposal'],
  authors: readonly string[],
  approvals: readonly string[],
): Proposal {
  const { change, act, state, subject: _subject, newest: _newest, ...rest } = row;
  return {
    ...rest,
    act: act as Act,
    change: JSON.parse(change) as Change,
    state: STATES.includes(state) ? (state as Proposal['state']) : 'withdrawn',
    authors: [row.proposer, ...authors.filter((actor) => actor !== row.proposer)],
    approvals,
  };
}
