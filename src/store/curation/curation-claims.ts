import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import { withAuditLock } from '../audit/hash-chain.ts';
import type { Tables } from '../database/schema.ts';

/** The one server that curates a story, and its channel for proposals. Other servers that use the story do not decide. */
export interface CurationClaims {
  /** The first server wins; it may choose another channel later. false when another server has claimed the story. */
  claim(story: string, server: string, channel: string): Promise<boolean>;
  of(story: string): Promise<{ readonly server: string; readonly channel: string } | null>;
  /** The stories that are curated in a server. */
  in(server: string): Promise<readonly { readonly story: string; readonly channel: string }[]>;
  /** false when the server had not claimed the story. */
  release(story: string, server: string): Promise<boolean>;
}

export function curationClaims(db: Kysely<Tables>, clock: Clock): CurationClaims {
  const own = async (story: string) =>
    db.selectFrom('curator').select(['server', 'channel']).where('story', '=', story).executeTakeFirst();
  return {
    claim: (story, server, channel) =>
      withAuditLock(db, clock, async (all, append) => {
        const claimed = await all
          .insertInto('curator')
          .values({ story, server, channel })
          .onConflict((conflict) =>
            conflict.column('story').doUpdateSet({ channel }).where('curator.server', '=', server),
          )
          .executeTakeFirst();
        if (claimed.numInsertedOrUpdatedRows !== 1n) return false;
        await append({ actor: null, act: 'claim', subject: story, body: { server, channel } });
        return true;
      }),
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
