import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Act, Change, Revision } from '../../data/revisions/revision.ts';
import { displayNames } from './pseudonyms.ts';
import { withAuditLock } from '../audit/hash-chain.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

/** A revision with its authors; `folded` is the instant since when the files hold it. */
export interface RecordedRevision extends Revision {
  readonly proposer: string;
  readonly approvers: readonly string[];
  readonly folded: string | null;
}

/** Approved changes, by story, in the order of their approval. */
export interface Revisions {
  /** Those that the files do not hold yet. */
  list(story: string): Promise<readonly Revision[]>;
  /** All of them. */
  all(story: string): Promise<readonly RecordedRevision[]>;
  /** The number of the newest of all stories; 0 where there is none. */
  head(): Promise<number>;
  /** Marks them as written into the files. */
  fold(seqs: readonly number[], at: Temporal.Instant): Promise<void>;
}

/** The number of the newest revision of a subject; 0 where there is none. */
export async function latestRevision(db: Kysely<Tables>, story: string, subject: string): Promise<number> {
  const row = await db
    .selectFrom('revision')
    .select('seq')
    .where('story', '=', story)
    .where('subject', '=', subject)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row?.seq ?? 0;
}

export function revisions(db: Kysely<Tables>, clock: Clock): Revisions {
  const recorded = async (rows: readonly Tables['revision'][]): Promise<readonly RecordedRevision[]> => {
    const read = rows.map((row) => ({ row, approvers: JSON.parse(row.approvers) as readonly string[] }));
    const names = await displayNames(
      db,
      read.flatMap(({ approvers }) => approvers),
    );
    return read.map(({ row: { subject: _subject, act, change, ...rest }, approvers }) => ({
      ...rest,
      act: act as Act,
      change: JSON.parse(change) as Change,
      approvers,
      by: approvers.flatMap((actor) => names.get(actor) ?? []).join(', '),
    }));
  };
  const of = (story: string) => db.selectFrom('revision').selectAll().where('story', '=', story).orderBy('seq');
  return {
    async list(story) {
      const rows = await recorded(await of(story).where('folded', 'is', null).execute());
      return rows.map(({ proposer: _proposer, approvers: _approvers, folded: _folded, ...revision }) => revision);
    },
    all: async (story) => recorded(await of(story).execute()),
    async head() {
      const row = await db.selectFrom('revision').select('seq').orderBy('seq', 'desc').executeTakeFirst();
      return row?.seq ?? 0;
    },
    fold: (seqs, at) =>
      withAuditLock(db, clock, async (all, append) => {
        for (const seq of seqs) {
          const folded = await all
            .updateTable('revision')
            .set({ folded: toTimestamp(at) })
            .where('seq', '=', seq)
            .where('folded', 'is', null)
            .executeTakeFirst();
          if (folded.numUpdatedRows === 1n)
            await append({ actor: null, act: 'fold', subject: String(seq), body: { at: toTimestamp(at) } });
        }
      }),
  };
}
