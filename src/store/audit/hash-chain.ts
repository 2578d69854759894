import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../../clock.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** One thing that somebody did. */
export interface AuditEntry {
  /** A pseudonym of `pseudonyms`; null for what the program did by itself. */
  readonly actor: string | null;
  /** `approve`, `reject` … */
  readonly act: string;
  /** What it was done to: the id of a proposal, of a story. */
  readonly subject: string;
  /** What was done, as plain JSON. */
  readonly body: unknown;
}

export type ChainRow = Omit<Tables['audit'], 'hash'>;

/** The bytes are those of a JSON list, in which no value can be taken for a part of its neighbour. */
export const hashEntry = ({ seq, at, actor, act, subject, body, prev }: ChainRow): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, at, actor, act, subject, body, prev]))
    .digest('hex');

/** Puts a row at the end of the chain, and gives its number and its instant. */
export type AppendEntry = (action: AuditEntry) => Promise<{ readonly seq: number; readonly at: string }>;

/**
 * One transaction that may write to the log. It begins by taking the head of the chain: whoever curates at the same moment,
 * in whatever process, waits for its end, so that what it has read is still so when it writes.
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
