import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { ReaderError } from '../errors.ts';
import { openPostgresReader } from './database/postgres.ts';
import type { Tables } from './database/schema.ts';
import { openSqliteReader } from './database/sqlite.ts';
import type { DatabaseTarget } from './store.ts';

/** A posting that is waiting (`open`), that Discord refused, or of which nobody knows whether it arrived. */
interface QueuedPosting {
  readonly kind: string;
  readonly state: string;
  readonly server: string;
  readonly target: string;
  readonly due: string;
  readonly tries: number;
  readonly reason: string | null;
}

interface LoggedAct {
  readonly seq: number;
  readonly at: string;
  /** The name of the person; null for an act of the bot, and of somebody who was forgotten. */
  readonly name: string | null;
  readonly act: string;
  readonly subject: string;
}

interface StoryCounts {
  readonly openProposals: number;
  /** Approved changes that are not in the files. */
  readonly changes: number;
}

interface ServerCounts {
  readonly server: string;
  readonly curates: readonly string[];
  readonly briefs: number;
  readonly settings: number;
}

/** The store as the operator reads it. It takes no lock, so that a bot can run meanwhile. */
export interface OperatorView {
  /** The name of the newest migration. */
  migration(): Promise<string>;
  claims(): Promise<readonly { readonly story: string; readonly server: string; readonly channel: string }[]>;
  storyCounts(): Promise<ReadonlyMap<string, StoryCounts>>;
  servers(): Promise<readonly ServerCounts[]>;
  /** The oldest first. */
  queue(): Promise<readonly QueuedPosting[]>;
  /** Messages that still need the banner of a correction. */
  bannersWaiting(): Promise<number>;
  openQuestions(): Promise<number>;
  head(): Promise<{ readonly seq: number; readonly hash: string }>;
  /** The newest first. */
  log(limit: number): Promise<readonly LoggedAct[]>;
  close(): Promise<void>;
}

/**
 * Opens an existing store for reading.
 * @throws ReaderError where there is none, or where it is no store of Factdesk.
 */
export async function openOperatorView(target: DatabaseTarget): Promise<OperatorView> {
  const db = new Kysely<Tables>({
    dialect: 'file' in target ? dialectOf(target.file) : openPostgresReader(target.url),
  });
  try {
    await newestMigration(db);
  } catch (error) {
    await db.destroy();
    throw notReadable(target, error);
  }
  return viewOf(db);
}

function dialectOf(file: string) {
  if (!existsSync(file)) {
    throw new ReaderError(`There is no store at ${file}. Start the bot once, or name the file in DATABASE_FILE.`);
  }
  return openSqliteReader(file);
}

function notReadable(target: DatabaseTarget, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const where = 'file' in target ? target.file : 'the address in DATABASE_URL';
  const cure = 'file' in target ? 'Check DATABASE_FILE' : 'Check DATABASE_URL, and start the bot on it once';
  return new ReaderError(`No store of Factdesk could be read at ${where} (${error.message}). ${cure}.`, {
    cause: error,
  });
}

async function newestMigration(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db);
  return rows[0]?.name ?? 'none';
}

function viewOf(db: Kysely<Tables>): OperatorView {
  const claims: OperatorView['claims'] = () =>
    db.selectFrom('curator').select(['story', 'server', 'channel']).orderBy('story').execute();
  return {
    migration: () => newestMigration(db),
    claims,
    async storyCounts() {
      const waiting = await db.selectFrom('proposal').select('story').where('state', '=', 'open').execute();
      const changes = await db.selectFrom('revision').select('story').where('folded', 'is', null).execute();
      const stories = new Set([...waiting, ...changes].map(({ story }) => story));
      const count = (rows: readonly { story: string }[], id: string) => rows.filter(({ story }) => story === id).length;
      return new Map(
        [...stories].map((id) => [id, { openProposals: count(waiting, id), changes: count(changes, id) }]),
      );
    },
    async servers() {
      const curated = await claims();
      const briefs = await db.selectFrom('digest').select('server').execute();
      const set = await db.selectFrom('setting').select('id as server').where('scope', '=', 'server').execute();
      const ids = new Set([...curated, ...briefs, ...set].map(({ server }) => server));
      const count = (rows: readonly { server: string }[], id: string) =>
        rows.filter(({ server }) => server === id).length;
      return [...ids].toSorted().map((server) => ({
        server,
        curates: curated.filter((claim) => claim.server === server).map(({ story }) => story),
        briefs: count(briefs, server),
        settings: count(set, server),
      }));
    },
    queue: () =>
      db
        .selectFrom('posting')
        .select(['kind', 'state', 'server', 'target', 'due', 'tries', 'reason'])
        .where('state', 'in', ['open', 'uncertain', 'refused'])
        .orderBy('due')
        .execute(),
    async bannersWaiting() {
      const rows = await db.selectFrom('mark').select('message').distinct().where('state', '=', 'waiting').execute();
      return rows.length;
    },
    async openQuestions() {
      const rows = await db.selectFrom('question').select('id').where('state', '=', 'open').execute();
      return rows.length;
    },
    head: () => db.selectFrom('chain').select(['seq', 'hash']).where('name', '=', 'head').executeTakeFirstOrThrow(),
    log: (limit) =>
      db
        .selectFrom('audit')
        .leftJoin('actor', 'actor.id', 'audit.actor')
        .select(['audit.seq', 'audit.at', 'actor.name', 'audit.act', 'audit.subject'])
        .orderBy('audit.seq', 'desc')
        .limit(limit)
        .execute(),
    close: () => db.destroy(),
  };
}
