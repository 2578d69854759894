import type { Kysely } from 'kysely';
import { z } from 'zod';
import { cachedReads } from './settings-cache.ts';
import type { Tables } from '../database/schema.ts';

type Scope = 'server' | 'channel';

const roles = z.strictObject({
  reporter: z.array(z.string()),
  editor: z.array(z.string()),
  administrator: z.array(z.string()),
});

/** The settings of a server or a channel. */
const known = {
  /** The story that questions here are about. */
  story: z.string(),
  /** Whether answers are public unless the asker says otherwise. */
  share: z.boolean(),
  /** BCP 47 tag of the bot's own words. */
  language: z.string(),
  /** Of pictures. */
  theme: z.enum(['light', 'dark']),
  /** Ids of Discord roles. */
  roles,
  /** The channel for notices to administrators. */
  notices: z.string(),
};
const shape = z.strictObject(known).partial();

type Settings = Readonly<z.output<typeof shape>>;
/** null removes a setting. */
type Changes = { readonly [Key in keyof Settings]: Settings[Key] | null };

export interface SettingsTable {
  get(scope: Scope, id: string): Promise<Settings>;
  set(scope: Scope, id: string, changes: Changes): Promise<void>;
  /** The settings of a channel, over those of its server. */
  at(server: string | null, channel: string): Promise<Settings>;
}

const isKey = (key: string): key is keyof typeof known => Object.hasOwn(known, key);

/** A key that this version does not know, or a value that it cannot read, counts as not set. */
function read(rows: readonly { key: string; value: string }[]): Settings {
  const entries = rows.flatMap(({ key, value }) => {
    const parsed = isKey(key) ? known[key].safeParse(JSON.parse(value)) : null;
    return parsed?.success === true ? [[key, parsed.data] as const] : [];
  });
  return shape.parse(Object.fromEntries(entries));
}

/** @param version see `cachedReads`; null where the database cannot tell it cheaply: then nothing is cached. */
export function settings(db: Kysely<Tables>, version: (() => number) | null): SettingsTable {
  const rows = db.selectFrom('setting').select(['key', 'value']);
  const get: SettingsTable['get'] = async (scope, id) =>
    read(await rows.where('scope', '=', scope).where('id', '=', id).execute());
  const fresh: SettingsTable['at'] = async (server, channel) => {
    const above = server === null ? {} : await get('server', server);
    return { ...above, ...(await get('channel', channel)) };
  };
  const cached = version === null ? null : cachedReads(fresh, version);
  return {
    get,
    async set(scope, id, changes) {
      const entries = Object.entries(changes).filter((entry) => entry[1] !== undefined);
      shape.parse(Object.fromEntries(entries.filter((entry) => entry[1] !== null)));
      await db.transaction().execute(async (all) => {
        for (const [key, value] of entries) {
          if (value === null) {
            await all
              .deleteFrom('setting')
              .where('scope', '=', scope)
              .where('id', '=', id)
              .where('key', '=', key)
              .execute();
            continue;
          }
          const text = JSON.stringify(value);
          await all
            .insertInto('setting')
            .values({ scope, id, key, value: text })
            .onConflict((conflict) => conflict.columns(['scope', 'id', 'key']).doUpdateSet({ value: text }))
            .execute();
        }
      });
      cached?.changed();
    },
    at: cached?.get ?? fresh,
  };
}
