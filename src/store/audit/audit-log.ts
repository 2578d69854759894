import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Examination } from './examine.ts';
import { withAuditLock, type AuditEntry } from './hash-chain.ts';
import { type Anchor, headOf, type Verdict, verifyLog } from './verify-log.ts';
import type { Tables } from '../database/schema.ts';

/** The log of all changes to the facts. Rows are only added; each has a hash over itself and the row before it. */
export interface Audit {
  /** Checks every row. An anchor that was printed earlier also detects a log that was rewritten from the start. */
  verify(anchor?: Anchor): Promise<Verdict>;
  /** Compares all that decides what is served with the log, in a thread of its own and without a lock. */
  examine(anchor?: Anchor): Promise<Examination>;
  /** null while the log is empty. */
  head(): Promise<Anchor | null>;
  /** Logs an act that changes nothing else in the store. false, and no second row, if it was logged before. */
  once(action: AuditEntry): Promise<boolean>;
}

/** @param examine runs in a thread where there is a second connection. */
export function audit(db: Kysely<Tables>, clock: Clock, examine: Audit['examine']): Audit {
  return {
    examine,
    async head() {
      const head = await headOf(db);
      return head.seq === 0 ? null : head;
    },
    once: (action) =>
      withAuditLock(db, clock, async (all, append) => {
        const { act, subject, body } = action;
        const same = await all
          .selectFrom('audit')
          .select('seq')
          .where('act', '=', act)
          .where('subject', '=', subject)
          .where('body', '=', JSON.stringify(body))
          .executeTakeFirst();
        if (same === undefined) await append(action);
        return same === undefined;
      }),
    // One snapshot for all pages and the head: rows may be added meanwhile.
    verify: (anchor) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((all) => verifyLog(all, anchor)),
  };
}
