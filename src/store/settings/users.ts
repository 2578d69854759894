import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { withAuditLock } from '../audit/hash-chain.ts';
import { toTimestamp } from '../database/timestamp.ts';
import { eraseActor } from '../curation/proposals.ts';
import type { Tables } from '../database/schema.ts';

/** 22 characters of base64url hold 132 bits. */
const HASH_LENGTH = 22;

/** Numbers of deleted or changed rows. */
interface Forgotten {
  readonly misses: number;
  readonly questions: number;
  /** Undecided proposals that were withdrawn. */
  readonly proposals: number;
  /** Whether the person had a name in curation. */
  readonly named: boolean;
}

export interface Users {
  /** A user's id as the store holds it: the same for the same user, and useless without the key. */
  hash(user: string): string;
  /**
   * Deletes the user's feedback and removes the user from open questions, whose text belongs to the desk. Acts of curation
   * stay in the log under a pseudonym that nobody can trace to the person.
   */
  forget(hash: string): Promise<Forgotten>;
}

/** The given key, or one that is made once and stored, the same in every process. */
export async function hashKey(db: Kysely<Tables>, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  await db
    .insertInto('secret')
    .values({ name: 'people', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('secret')
    .select('value')
    .where('name', '=', 'people')
    .executeTakeFirstOrThrow();
  return value;
}

export function users(db: Kysely<Tables>, key: string, clock: Clock): Users {
  return {
    hash: (user) => createHmac('sha256', key).update(user).digest('base64url').slice(0, HASH_LENGTH),
    forget: (hash) =>
      withAuditLock(db, clock, async (all, append) => {
        const misses = await all.deleteFrom('miss').where('asker', '=', hash).executeTakeFirst();
        const asked = await all.selectFrom('asker').select(['question', 'channel']).where('hash', '=', hash).execute();
        for (const { question, channel } of asked) {
          await all
            .insertInto('asker')
            .values({ question, channel, hash: '' })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await all.deleteFrom('asker').where('hash', '=', hash).execute();
        const actor = await all.selectFrom('actor').select('id').where('hash', '=', hash).executeTakeFirst();
        const proposals = actor ? await eraseActor(all, append, actor.id, toTimestamp(clock.now())) : 0;
        if (actor) {
          await all.updateTable('question').set({ owner: null }).where('owner', '=', actor.id).execute();
          await all.deleteFrom('actor').where('id', '=', actor.id).execute();
          await append({ actor: actor.id, act: 'forget', subject: actor.id, body: {} });
        }
        return {
          misses: Number(misses.numDeletedRows),
          questions: new Set(asked.map(({ question }) => question)).size,
          proposals,
          named: actor !== undefined,
        };
      }),
  };
}
