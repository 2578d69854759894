import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** One entry of the audit log. */
export interface AuditEntry {
  /** A pseudonym; null for the program itself. */
  readonly actor: string | null;
  /** `approve`, `reject` … */
  readonly act: string;
  /** The id of a proposal, a story, a person or a revision. */
  readonly subject: string;
  /** Details, as plain JSON. */
  readonly body: unknown;
}

export type ChainRow = Omit<Tables['audit'], 'hash'>;

/** Hashes a JSON list: in it no value can be confused with its neighbour. */
export const hashEntry = ({ seq, at, actor, act, subject, body, prev }: ChainRow): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, at, actor, act, subject, body, prev]))
    .digest('hex');

/** Appends a row and returns its number and instant. */
export type AppendEntry = (action: AuditEntry) => Promise<{ readonly seq: number; readonly at: string }>;

/**
 * A transaction that may write to the log. It first locks the head of the chain: other such transactions, in any process,
 * wait for its end, so what it has read still holds when it writes.
 */
export function withAuditLock<Value>(
  db: Kysely<Tables>,
  clock: Clock,
  write: (all: Transaction<Tables>, append: AppendEntry) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute(async (all) => {
    await all.updateTable('chain').set({ name: 'head' }).execute();
    return write(all, async ({ actor, act, subject, body }) => {
      const head = await all.selectFrom('chain').selectAll().executeTakeFirstOrThrow();
      const at = toTimestamp(clock.now());
      const link = { seq: head.seq + 1, at, actor, act, subject, body: JSON.stringify(body), prev: head.hash };
      const hash = hashEntry(link);
      await all
        .insertInto('audit')
        .values({ ...link, hash })
        .execute();
      await all.updateTable('chain').set({ seq: link.seq, hash }).execute();
      return { seq: link.seq, at };
    });
  });
}
