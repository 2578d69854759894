import { type Dialect, Kysely, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import { ReaderError } from '../errors.ts';
import { type Pseudonyms, pseudonyms } from './curation/pseudonyms.ts';
import { examine } from './audit/examine.ts';
import { examineInThread } from './audit/examine-thread.ts';
import { type Audit, audit } from './audit/audit-log.ts';
import { type CurationClaims, curationClaims } from './curation/curation-claims.ts';
import { type Digests, digests } from './digests/digest-schedules.ts';
import { type Outbox, createOutbox } from './outbox/outbox.ts';
import { migrate } from './database/migrations.ts';
import type { DatabaseEngine } from './database/migrations/column-types.ts';
import { type CorrectionQueue, correctionQueue } from './corrections/correction-queue.ts';
import { type Feedback, feedback } from './settings/feedback.ts';
import { hashKey, type Users, users } from './settings/users.ts';
import { openPostgres } from './database/postgres.ts';
import { type Proposals, proposals } from './curation/proposals.ts';
import { type Questions, questions } from './curation/open-questions.ts';
import { type ProposalCards, proposalCards } from './outbox/proposal-cards.ts';
import { type Revisions, revisions } from './curation/revisions.ts';
import { type SettingsTable, settings } from './settings/settings.ts';
import { type ShownFacts, shown } from './corrections/shown-facts.ts';
import { type Snapshots, snapshots } from './curation/story-snapshots.ts';
import { openSqlite } from './database/sqlite.ts';
import type { Tables } from './database/schema.ts';

/**
 * Everything that the bot remembers, as functions over plain values: the store knows neither facts nor Discord.
 * A function rejects when the database cannot be reached; when it has resolved, the write is on the disk.
 */
export interface Store {
  readonly settings: SettingsTable;
  readonly feedback: Feedback;
  readonly questions: Questions;
  readonly shown: ShownFacts;
  readonly corrections: CorrectionQueue;
  readonly digests: Digests;
  readonly outbox: Outbox;
  readonly users: Users;
  readonly pseudonyms: Pseudonyms;
  readonly proposals: Proposals;
  readonly proposalCards: ProposalCards;
  readonly revisions: Revisions;
  readonly snapshots: Snapshots;
  readonly audit: Audit;
  readonly curationClaims: CurationClaims;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A file (`:memory:` for a temporary one), or the URL of a PostgreSQL database. */
export type DatabaseTarget = { readonly file: string } | { readonly url: string };

export interface StoreOptions {
  readonly clock: Clock;
  /** The key of the users' hashes. Without it one is made and stored. */
  readonly secret?: string;
}

async function migrated(dialect: Dialect, engine: DatabaseEngine): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db, engine);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

interface Connected {
  readonly db: Kysely<Tables>;
  /** null where it costs as much as a read. */
  readonly version: (() => number) | null;
}

function storeOn({ db, version }: Connected, place: DatabaseTarget, key: string, clock: Clock): Store {
  const known = users(db, key, clock);
  return {
    settings: settings(db, version),
    feedback: feedback(db, clock),
    questions: questions(db, clock),
    shown: shown(db),
    corrections: correctionQueue(db, clock),
    digests: digests(db, clock),
    outbox: createOutbox(db, clock),
    users: known,
    pseudonyms: pseudonyms(db, (user) => known.hash(user)),
    proposals: proposals(db, clock),
    proposalCards: proposalCards(db, clock),
    revisions: revisions(db, clock),
    snapshots: snapshots(db, clock),
    audit: audit(db, clock, async (anchor) =>
      'file' in place && place.file === ':memory:' ? examine(db, anchor) : examineInThread({ target: place, anchor }),
    ),
    curationClaims: curationClaims(db, clock),
    async ping() {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

const whereIs = (place: DatabaseTarget): string => {
  if ('file' in place) return place.file;
  if (!URL.canParse(place.url)) return 'an address that cannot be read';
  const { host, pathname } = new URL(place.url);
  return `${host}${pathname}`;
};

/** A sentence for whoever starts the bot, without the password of the address. */
function notOpened(place: DatabaseTarget, error: unknown): unknown {
  if (error instanceof ReaderError || !(error instanceof Error) || !('code' in error)) return error;
  const why = error.message === '' ? String(error.code) : error.message;
  const cure =
    'file' in place
      ? 'Check that it is a file of Factdesk, in a folder that this account may write to'
      : 'Check the address, and that PostgreSQL is running and lets this account in';
  return new ReaderError(`The store cannot be opened at ${whereIs(place)} (${why}). ${cure}.`, { cause: error });
}

async function connected(place: DatabaseTarget): Promise<Connected> {
  try {
    if ('file' in place) {
      return await openSqlite(place.file, async (dialect, version) => ({
        db: await migrated(dialect, 'sqlite'),
        version,
      }));
    }
    return await openPostgres(
      place.url,
      async (dialect) => (await migrated(dialect, 'postgres')).destroy(),
      (dialect) => Promise.resolve({ db: new Kysely<Tables>({ dialect }), version: null }),
    );
  } catch (error) {
    throw notOpened(place, error);
  }
}

/**
 * Opens the store and migrates it. Several processes may start at once.
 * @throws ReaderError when it cannot be reached, or a newer version of Factdesk has migrated it.
 */
export async function openStore(place: DatabaseTarget, { clock, secret }: StoreOptions): Promise<Store> {
  const { db, version } = await connected(place);
  try {
    return storeOn({ db, version }, place, await hashKey(db, secret), clock);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
