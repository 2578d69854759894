import { createHmac, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** 22 characters of base64url hold 132 bits. */
const HASH_LENGTH = 22;

/** What was deleted, in rows. */
interface Forgotten {
  readonly misses: number;
  readonly questions: number;
}

export interface People {
  /** A user's id as the store keeps it: the same for the same user, and worth nothing without the key. */
  hash(user: string): string;
  /** Deletes the user's misses, and unties the open questions from the user: their text belongs to the desk. */
  forget(hash: string): Promise<Forgotten>;
}

/** The key that is given, or one that is made once and kept in the store, the same in every process. */
export async function keyOf(db: Kysely<Tables>, given: string | undefined): Promise<string> {
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

export function people(db: Kysely<Tables>, key: string): People {
  return {
    hash: (user) => createHmac('sha256', key).update(user).digest('base64url').slice(0, HASH_LENGTH),
    forget: (hash) =>
      db.transaction().execute(async (all) => {
        const misses = await all.deleteFrom('miss').where('asker', '=', hash).executeTakeFirst();
        const questions = await all
          .updateTable('question')
          .set({ asker: null })
          .where('asker', '=', hash)
          .executeTakeFirst();
        return { misses: Number(misses.numDeletedRows), questions: Number(questions.numUpdatedRows) };
      }),
  };
}
