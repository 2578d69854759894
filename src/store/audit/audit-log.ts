import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { withAuditLock, type AuditEntry, hashEntry, type ChainRow } from './hash-chain.ts';
import { GENESIS_HASH } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** The number and the hash of a row. Printed elsewhere, it proves the rows before it. */
interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

/** `broken` is the number of the first row that was changed or is missing. */
type Verdict = { readonly rows: number; readonly head: string } | { readonly broken: number; readonly why: string };

/** The log of all changes to the facts. Rows are only added; each has a hash over itself and the row before it. */
export interface Audit {
  /** Checks every row. An anchor that was printed earlier also detects a log that was rewritten from the start. */
  verify(anchor?: Anchor): Promise<Verdict>;
  /** null while the log is empty. */
  head(): Promise<Anchor | null>;
  /** Logs an act that changes nothing else in the store. false, and no second row, if it was logged before. */
  once(action: AuditEntry): Promise<boolean>;
}

const PAGE_SIZE = 2000;

export function audit(db: Kysely<Tables>, clock: Clock): Audit {
  return {
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
        .execute((all) => verify(all, anchor)),
  };
}

async function verify(db: Kysely<Tables>, anchor: Anchor | undefined): Promise<Verdict> {
  let last: Anchor = { seq: 0, hash: GENESIS_HASH };
  let from = -Infinity;
  for (;;) {
    const page = db.selectFrom('audit').selectAll().orderBy('seq').limit(PAGE_SIZE);
    const rows = await (from === -Infinity ? page : page.where('seq', '>', from)).execute();
    for (const { hash, ...row } of rows) {
      const why = wrong(row, hash, last, anchor);
      if (why !== null) return { broken: why === MISSING ? last.seq + 1 : row.seq, why };
      last = { seq: row.seq, hash };
    }
    from = last.seq;
    if (rows.length < PAGE_SIZE) break;
  }
  const head = await headOf(db);
  if (last.seq < Math.max(head.seq, anchor?.seq ?? 0)) return { broken: last.seq + 1, why: MISSING };
  if (last.seq !== head.seq || last.hash !== head.hash) return { broken: last.seq, why: 'The log does not end here.' };
  return { rows: last.seq, head: last.hash };
}

const MISSING = 'It is missing.';

function wrong(row: ChainRow, hash: string, last: Anchor, anchor: Anchor | undefined): string | null {
  if (row.seq <= last.seq) return 'It is one too many.';
  if (row.seq > last.seq + 1) return MISSING;
  if (row.prev !== last.hash) return 'It does not follow from the row before it.';
  if (hash !== hashEntry(row)) return 'It is not what was written.';
  return row.seq === anchor?.seq && hash !== anchor.hash ? 'Its hash is not the one that was printed.' : null;
}

const headOf = (db: Kysely<Tables>): Promise<Anchor> =>
  db.selectFrom('chain').select(['seq', 'hash']).where('name', '=', 'head').executeTakeFirstOrThrow();
