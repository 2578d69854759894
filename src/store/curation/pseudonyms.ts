import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/schema.ts';
import { toStorableText } from '../database/storable-text.ts';

/** Names of curators by pseudonym. The log holds pseudonyms only, so a person can be erased and the log stays whole. */
export interface Pseudonyms {
  /**
   * The pseudonym of a user: random, made at the first call. Stores the name as the newest.
   * @param user Discord's id.
   */
  of(user: string, name: string): Promise<string>;
  /** Without erased ones. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** @param hash `users.hash`. */
export function pseudonyms(db: Kysely<Tables>, hash: (user: string) => string): Pseudonyms {
  return {
    async of(user, given) {
      const name = toStorableText(given);
      const fresh = { id: randomBytes(12).toString('base64url'), hash: hash(user), name };
      await db
        .insertInto('actor')
        .values(fresh)
        .onConflict((conflict) => conflict.column('hash').doUpdateSet({ name }))
        .execute();
      const { id } = await db.selectFrom('actor').select('id').where('hash', '=', fresh.hash).executeTakeFirstOrThrow();
      return id;
    },
    names: (ids) => displayNames(db, ids),
  };
}

export async function displayNames(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('actor').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
