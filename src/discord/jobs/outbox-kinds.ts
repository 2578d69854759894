import type { OutboxHooks, OutboxKind, OutboxKinds } from '../delivery/outbox-kind.ts';

/** News about a brief: worth nothing six hours later. */
const BRIEF_NOTICE: OutboxKind = { expires: true, refLine: true };
/** News about facts: it arrives, however late. */
const FACT_NOTICE: OutboxKind = { expires: false, refLine: true };

/** Every kind of outbox entries, and what is special about it. */
export const outboxKinds = (brief: OutboxHooks, proposalCard: OutboxHooks): OutboxKinds => ({
  brief: { expires: true, refLine: true, ...brief },
  parked: BRIEF_NOTICE,
  uncertain: BRIEF_NOTICE,
  correction: FACT_NOTICE,
  unreached: FACT_NOTICE,
  answered: FACT_NOTICE,
  refused: FACT_NOTICE,
  stale: FACT_NOTICE,
  proposal: { expires: false, refLine: false, ...proposalCard },
});
