import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { withAuditLock } from '../audit/hash-chain.ts';
import type { Tables } from '../database/schema.ts';

/** The one server that curates a story, and its channel for proposals. Other servers that use the story do not decide. */
export interface CurationClaims {
  /**
   * The first server wins; it may choose another channel later.
   * @param code the one that `makeCode` gave last, which is then used up; null where none is needed.
   */
  claim(
    story: string,
    server: string,
    channel: string,
    code?: string | null,
  ): Promise<'claimed' | 'taken' | 'wrong code'>;
  /** A code for one claim. It takes the place of an earlier one. */
  makeCode(story: string): Promise<string>;
  of(story: string): Promise<{ readonly server: string; readonly channel: string } | null>;
  /** The stories that are curated in a server. */
  in(server: string): Promise<readonly { readonly story: string; readonly channel: string }[]>;
  /** false when the server had not claimed the story. */
  release(story: string, server: string): Promise<boolean>;
}

/** 80 bits: nobody guesses it, and 20 letters are typed once. */
const CODE_BYTES = 10;

const codeName = (story: string): string => `claim:${story}`;

/** The store keeps the hash alone. People type spaces, and small letters. */
const hashCode = (code: string): string =>
  createHash('sha256')
    .update(code.replaceAll(/[^0-9a-f]/giu, '').toUpperCase())
    .digest('hex');

export function curationClaims(db: Kysely<Tables>, clock: Clock): CurationClaims {
  const own = async (story: string) =>
    db.selectFrom('curator').select(['server', 'channel']).where('story', '=', story).executeTakeFirst();
  return {
    claim: (story, server, channel, code = null) =>
      withAuditLock(db, clock, async (all, append) => {
        if (code !== null) {
          const isKnown = await all
            .selectFrom('secret')
            .select('name')
            .where('name', '=', codeName(story))
            .where('value', '=', hashCode(code))
            .executeTakeFirst();
          if (isKnown === undefined) return 'wrong code';
        }
        const claimed = await all
          .insertInto('curator')
          .values({ story, server, channel })
          .onConflict((conflict) =>
            conflict.column('story').doUpdateSet({ channel }).where('curator.server', '=', server),
          )
          .executeTakeFirst();
        if (claimed.numInsertedOrUpdatedRows !== 1n) return 'taken';
        if (code !== null) await all.deleteFrom('secret').where('name', '=', codeName(story)).execute();
        await append({ actor: null, act: 'claim', subject: story, body: { server, channel } });
        return 'claimed';
      }),
    async makeCode(story) {
      const code = randomBytes(CODE_BYTES).toString('hex').toUpperCase().match(/.{5}/gu)?.join('-') ?? '';
      const value = hashCode(code);
      await db
        .insertInto('secret')
        .values({ name: codeName(story), value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
      return code;
    },
    of: async (story) => (await own(story)) ?? null,
    in: (server) =>
      db.selectFrom('curator').select(['story', 'channel']).where('server', '=', server).orderBy('story').execute(),
    release: (story, server) =>
      withAuditLock(db, clock, async (all, append) => {
        const gone = await all
          .deleteFrom('curator')
          .where('story', '=', story)
          .where('server', '=', server)
          .executeTakeFirst();
        if (gone.numDeletedRows !== 1n) return false;
        await append({ actor: null, act: 'release', subject: story, body: { server } });
        return true;
      }),
  };
}
