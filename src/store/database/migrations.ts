import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ReaderError } from '../../errors.ts';
import { columnTypes, type ColumnTypes, type DatabaseEngine } from './migrations/column-types.ts';
import { up as settingsAndFeedback } from './migrations/001-settings-and-feedback.ts';
import { up as digests } from './migrations/002-digests.ts';
import { up as curation } from './migrations/003-curation.ts';
import { up as corrections } from './migrations/004-corrections.ts';
import { up as pictures } from './migrations/005-pictures.ts';
import { up as proposalCards } from './migrations/006-proposal-cards.ts';

type Up = (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>;

/**
 * By the name that databases have recorded: a recorded name never changes, whatever its file is called. A migration that
 * was released never changes either, and none can be undone.
 */
const MIGRATIONS: Readonly<Record<string, Up>> = {
  '001-settings-and-misses': settingsAndFeedback,
  '002-digests': digests,
  '003-curation': curation,
  '004-marks': corrections,
  '005-pictures': pictures,
  '006-proposal-cards': proposalCards,
};

/**
 * Brings the database to the schema of this version.
 * @throws ReaderError when a newer version has migrated it.
 */
export async function migrate<Schema>(db: Kysely<Schema>, engine: DatabaseEngine): Promise<void> {
  const types = columnTypes(engine);
  const migrations = Object.entries(MIGRATIONS).map(([name, up]): [string, Migration] => [
    name,
    { up: (all: Kysely<unknown>) => up(all, types) },
  ]);
  const known = Object.fromEntries(migrations);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(known) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new ReaderError(
      `The store was last written by a newer version of Factdesk (${error.message}). Start that version, or name another store.`,
    );
  }
  throw error;
}
