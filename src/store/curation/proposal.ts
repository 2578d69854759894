import type { Act, Change } from '../../data/revisions/revision.ts';
import type { Tables } from '../database/schema.ts';

export interface NewProposal {
  readonly story: string;
  /** The server that decides it. */
  readonly server: string;
  readonly act: Act;
  readonly change: Change;
  readonly reason: string | null;
  /** What was wrong, for readers; null where no notice is due. */
  readonly was: string | null;
  /** The version of the fact that the proposer saw. Opaque to the store. */
  readonly base: string | null;
  /** An actor. */
  readonly proposer: string;
  /** An open question that it answers. */
  readonly question: string | null;
  /** A draft is not shown to editors. */
  readonly state: 'draft' | 'open';
}

export interface Proposal extends Omit<NewProposal, 'state'> {
  readonly id: string;
  /** From 1; each edit adds 1. */
  readonly version: number;
  readonly state: 'draft' | 'open' | 'approved' | 'rejected' | 'withdrawn';
  /** Actors who wrote it, the proposer first: none of them may approve it. */
  readonly authors: readonly string[];
  /** Actors who approved this version. */
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
 * `own`: an author may not approve it. `twice`: this person approved this version before. `stale`: it was edited meanwhile,
 * or another approval changed the fact. `counted`: one more approval is needed.
 */
export type Approval = 'approved' | 'counted' | 'own' | 'twice' | 'stale' | 'closed';

/** The subject of a change. After one change to it is approved, others are stale until they are edited. */
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
