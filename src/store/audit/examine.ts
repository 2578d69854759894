import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { isRecord, recordsOf } from '../../is-record.ts';
import type { Tables } from '../database/schema.ts';
import { describeDifference, type Difference } from './difference.ts';
import { verifyLog, type Anchor, type Verdict } from './verify-log.ts';
import { replay } from './replay-log.ts';

export interface Examination {
  readonly log: Verdict;
  /** `says` is a sentence for whoever runs the bot. */
  readonly differences: readonly (Difference & { readonly says: string })[];
  /** The revisions that the log proves, in their order. */
  readonly proven: readonly Tables['revision'][];
}

const KEYS = {
  revision: ['seq'],
  curator: ['story'],
  proposal: ['id'],
  author: ['proposal', 'actor'],
  approval: ['proposal', 'version', 'actor'],
} as const;

/** Recomputes all that decides what is served from the log, and names each row that differs. Reads one snapshot. */
export const examine = (db: Kysely<Tables>, anchor?: Anchor): Promise<Examination> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (all) => {
      const log = await verifyLog(all, anchor);
      const rows = await all.selectFrom('audit').selectAll().orderBy('seq').execute();
      // What follows a broken row proves nothing.
      const whole = 'broken' in log ? rows.filter(({ seq }) => seq >= 1 && seq < log.broken) : rows;
      const told = replay(whole);
      const differences: Difference[] = [];
      for (const table of Object.keys(KEYS) as (keyof typeof KEYS)[]) {
        const found = await all.selectFrom(table).selectAll().execute();
        differences.push(...compare(table, found, told[table], told.proposal));
      }
      differences.push(...(await spoiltSnapshots(all)));
      const proven = [...told.revision.values()].flatMap((row) =>
        isWhole(row) ? [{ ...row, folded: row.folded ?? null }] : [],
      );
      return { log, differences: differences.map((one) => ({ ...one, says: describeDifference(one) })), proven };
    });

const isWhole = (row: Partial<Tables['revision']>): row is Omit<Tables['revision'], 'folded'> & { folded?: string } =>
  row.seq !== undefined && row.proposer !== undefined && row.folded === null;

function* compare(
  table: keyof typeof KEYS,
  found: readonly object[],
  told: ReadonlyMap<string, object>,
  proposals: ReadonlyMap<string, { readonly story?: string }>,
): Iterable<Difference> {
  const keyOf = (row: object): string => KEYS[table].map((name) => String(Reflect.get(row, name))).join(' ');
  const storyOf = (row: object): string | null => {
    const { story, proposal } = row as { readonly story?: string; readonly proposal?: string };
    return story ?? proposals.get(proposal ?? '')?.story ?? null;
  };
  const there = new Map(found.map((row) => [keyOf(row), row]));
  for (const [row, expected] of told) {
    const now = there.get(row);
    const story = storyOf(expected);
    if (now === undefined) yield { table, row, story, is: 'missing', column: null };
    const column = now && Object.entries(expected).find(([name, value]) => Reflect.get(now, name) !== value)?.[0];
    if (column !== undefined) yield { table, row, story, is: 'different', column };
  }
  for (const [row, now] of there) {
    if (!told.has(row)) yield { table, row, story: storyOf(now), is: 'too many', column: null };
  }
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
/** As `storyVersion` makes it of the files of a story. */
const VERSION_DIGITS = 16;

/** Snapshots are not in the log: each version is the hash of its files. */
async function spoiltSnapshots(db: Kysely<Tables>): Promise<Difference[]> {
  const spoilt: Difference[] = [];
  const short = new Map<string, string>();
  for (const { hash } of await db.selectFrom('content').select('hash').execute()) {
    const { bytes } = await db.selectFrom('content').select('bytes').where('hash', '=', hash).executeTakeFirstOrThrow();
    const own = sha256(new Uint8Array(bytes));
    if (own !== hash) spoilt.push({ table: 'content', row: hash, story: null, is: 'different', column: 'bytes' });
    short.set(hash, own.slice(0, VERSION_DIGITS));
  }
  for (const { story, version, files } of await db.selectFrom('snapshot').selectAll().execute()) {
    const row = `${story} ${version}`;
    const hashes = hashesIn(files);
    for (const [, hash] of hashes) {
      if (hash !== '' && !short.has(hash))
        spoilt.push({ table: 'content', row: hash, story, is: 'missing', column: null });
    }
    const sorted = hashes.toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = sorted.map(([name, hash]) => `${name}\0${short.get(hash) ?? ''}\n`).join('');
    if (sha256(text).slice(0, VERSION_DIGITS) !== version) {
      spoilt.push({ table: 'snapshot', row, story, is: 'different', column: 'files' });
    }
  }
  return spoilt;
}

/** The names of the files of a snapshot, with the hash of each; '' for one that could not be read. */
function hashesIn(files: string): [string, string][] {
  const parsed: unknown = parseOrNull(files);
  const { yaml, sources } = isRecord(parsed) ? parsed : {};
  return [yaml, sources].flatMap((list) =>
    (Array.isArray(list) ? list : []).flatMap((entry: unknown): [string, string][] => {
      const [name] = Array.isArray(entry) ? entry : [];
      const [stored] = recordsOf(Array.isArray(entry) ? entry.slice(1) : []);
      const hash = stored?.['hash'];
      return typeof name === 'string' ? [[name, typeof hash === 'string' ? hash : '']] : [];
    }),
  );
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
