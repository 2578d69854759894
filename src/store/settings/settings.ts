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

/** Every setting that a server or a channel may have. */
const known = {
  /** The story that is asked here. */
  story: z.string(),
  /** Whether answers are posted for all to see unless the asker says otherwise. */
  share: z.boolean(),
  /** BCP 47 tag of the bot's own words. */
  language: z.string(),
  /** Of pictures. */
  theme: z.enum(['light', 'dark']),
  /** Ids of Discord roles. */
  roles,
  /** The channel in which administrators read what went wrong. */
  notices: z.string(),
};
const shape = z.strictObject(known).partial();

type Settings = Readonly<z.output<typeof shape>>;
/** What is to be changed: null takes a setting away. */
type Changes = { readonly [Key in keyof Settings]: Settings[Key] | null };

export interface SettingsTable {
  get(scope: Scope, id: string): Promise<Settings>;
  set(scope: Scope, id: string, changes: Changes): Promise<void>;
  /** What holds in a channel: its own settings, then those of its server. */
  at(server: string | null, channel: string): Promise<Settings>;
}

const isKey = (key: string): key is keyof typeof known => Object.hasOwn(known, key);

/** Rows of a key that this version does not know, or of a value that it cannot read, count as not set. */
function read(rows: readonly { key: string; value: string }[]): Settings {
  const entries = rows.flatMap(({ key, value }) => {
    const parsed = isKey(key) ? known[key].safeParse(JSON.parse(value)) : null;
    return parsed?.success === true ? [[key, parsed.data] as const] : [];
  });
  return shape.parse(Object.fromEntries(entries));
}

/** @param version that of the database, where it tells cheaply whether another process has written; else nothing is kept. */
export function settings(db: Kysely<Tables>, version: (() => number) | null): SettingsTable {
  const rows = db.selectFrom('setting').select(['key', 'value']);
  const get: SettingsTable['get'] = async (scope, id) =>
    read(await rows.where('scope', '=', scope).where('id', '=', id).execute());
  const fresh: SettingsTable['at'] = async (server, channel) => {
    const above = server === null ? {} : await get('server', server);
    return { ...above, ...(await get('channel', channel)) };
  };
  const kept = version === null ? null : cachedReads(fresh, version);
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
      kept?.changed();
    },
    at: kept?.get ?? fresh,
  };
}
