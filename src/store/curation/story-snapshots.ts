import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../clock.ts';
import type { Stored, StoryFiles } from '../../data/files/read-folder.ts';
import { withAuditLock } from '../audit/hash-chain.ts';
import { toTimestamp } from '../database/timestamp.ts';
import type { Tables } from '../database/schema.ts';

interface Version {
  readonly version: string;
  /** Since when the files had this version. ISO, UTC. */
  readonly at: string;
}

/** Earlier states of each story's files, for answers "as of" an instant. Equal bytes are stored once. */
export interface Snapshots {
  /** false when the newest one has this version. */
  add(snapshot: { story: string; version: string; at: Temporal.Instant; files: StoryFiles }): Promise<boolean>;
  /** The newest that is not after the instant; null where there was none yet. */
  at(story: string, instant: Temporal.Instant): Promise<(Version & { readonly files: StoryFiles }) | null>;
  /** Oldest first. */
  list(story: string): Promise<readonly Version[]>;
  get(story: string, version: string): Promise<StoryFiles | null>;
}

/** File names with the hash of their bytes; the bytes are in `content`. */
type FileHashes = readonly (readonly [
  name: string,
  { readonly hash: string } | Exclude<Stored, { readonly bytes: Uint8Array }>,
])[];

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hashFiles = (files: ReadonlyMap<string, Stored>): FileHashes =>
  [...files].map(([name, stored]) => [name, 'bytes' in stored ? { hash: hashOf(stored.bytes) } : stored]);

export function snapshots(db: Kysely<Tables>, clock: Clock): Snapshots {
  const newest = (story: string, until?: string) =>
    db
      .selectFrom('snapshot')
      .selectAll()
      .where('story', '=', story)
      .$if(until !== undefined, (query) => query.where('at', '<=', until ?? ''))
      .orderBy('at', 'desc')
      .orderBy('version', 'desc');

  async function filled({ story, files: text }: Tables['snapshot']): Promise<StoryFiles> {
    const { folder, yaml, sources } = JSON.parse(text) as { folder: string; yaml: FileHashes; sources: FileHashes };
    const hashes = [...yaml, ...sources].flatMap(([, stored]) => ('hash' in stored ? [stored.hash] : []));
    const contents = new Map<string, Uint8Array>();
    for (const hash of new Set(hashes)) {
      const { bytes } = await db
        .selectFrom('content')
        .select('bytes')
        .where('hash', '=', hash)
        .executeTakeFirstOrThrow();
      contents.set(hash, new Uint8Array(bytes));
    }
    const map = (list: FileHashes): ReadonlyMap<string, Stored> =>
      new Map(
        list.map(([name, stored]) => [
          name,
          'hash' in stored ? { bytes: contents.get(stored.hash) ?? new Uint8Array() } : stored,
        ]),
      );
    return { id: story, folder, yaml: map(yaml), sources: map(sources) };
  }

  return {
    async add({ story, version, at, files }) {
      const { folder, yaml, sources } = files;
      const last = await newest(story).executeTakeFirst();
      if (last?.version === version) return false;
      for (const stored of [...yaml.values(), ...sources.values()]) {
        if (!('bytes' in stored)) continue;
        await db
          .insertInto('content')
          .values({ hash: hashOf(stored.bytes), bytes: stored.bytes })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      const text = JSON.stringify({ folder, yaml: hashFiles(yaml), sources: hashFiles(sources) });
      // Several processes may see the same change at the same moment.
      return withAuditLock(db, clock, async (all) => {
        const other = await all
          .selectFrom('snapshot')
          .select(['version', 'at'])
          .where('story', '=', story)
          .orderBy('at', 'desc')
          .executeTakeFirst();
        if (other?.version === version || (other && other.at >= toTimestamp(at))) return false;
        await all
          .insertInto('snapshot')
          .values({ story, version, at: toTimestamp(at), files: text })
          .execute();
        return true;
      });
    },
    async at(story, instant) {
      const row = await newest(story, toTimestamp(instant)).executeTakeFirst();
      return row === undefined ? null : { version: row.version, at: row.at, files: await filled(row) };
    },
    list: (story) =>
      db.selectFrom('snapshot').select(['version', 'at']).where('story', '=', story).orderBy('at').execute(),
    async get(story, version) {
      const row = await newest(story).where('version', '=', version).executeTakeFirst();
      return row === undefined ? null : filled(row);
    },
  };
}
