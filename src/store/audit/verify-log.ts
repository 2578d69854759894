import type { Kysely } from 'kysely';
import { GENESIS_HASH } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';
import { type ChainRow, hashEntry } from './hash-chain.ts';

/** The number and the hash of a row. Printed elsewhere, it proves the rows before it. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

/** `broken` is the number of the first row that was changed or is missing. */
export type Verdict =
  | { readonly rows: number; readonly head: string }
  | { readonly broken: number; readonly why: string };

const PAGE_SIZE = 2000;

/** Looks at every row. To be called in a transaction: rows may be added meanwhile. */
export async function verifyLog(db: Kysely<Tables>, anchor: Anchor | undefined): Promise<Verdict> {
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

export const headOf = (db: Kysely<Tables>): Promise<Anchor> =>
  db.selectFrom('chain').select(['seq', 'hash']).where('name', '=', 'head').executeTakeFirstOrThrow();
