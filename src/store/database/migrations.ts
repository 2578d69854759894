import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ReaderError } from '../../errors.ts';
import { createCurationTables } from './curation-migration.ts';
import { createCorrectionTables } from './corrections-migration.ts';
import type { Tables } from './schema.ts';

export type DatabaseEngine = 'sqlite' | 'postgres';

/** Each takes a database one step forward and is never changed once released; there is no way back. */
function migrations(engine: DatabaseEngine): Record<string, Migration> {
  // Text is compared byte by byte in SQLite; PostgreSQL would sort it by the rules of the server's language.
  const text: RawBuilder<unknown> = engine === 'sqlite' ? sql`text` : sql`text collate "C"`;
  const bytes: RawBuilder<unknown> = engine === 'sqlite' ? sql`blob` : sql`bytea`;
  return {
    '001-settings-and-misses': {
      async up(db: Kysely<Tables>) {
        await db.schema
          .createTable('secret')
          .addColumn('name', text, (column) => column.primaryKey())
          .addColumn('value', text, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('setting')
          .addColumn('scope', text, (column) => column.notNull())
          .addColumn('id', text, (column) => column.notNull())
          .addColumn('key', text, (column) => column.notNull())
          .addColumn('value', text, (column) => column.notNull())
          .addPrimaryKeyConstraint('setting_key', ['scope', 'id', 'key'])
          .execute();
        await db.schema
          .createTable('miss')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('story', text, (column) => column.notNull())
          .addColumn('server', text)
          .addColumn('channel', text, (column) => column.notNull())
          .addColumn('kind', text, (column) => column.notNull())
          .addColumn('command', text, (column) => column.notNull())
          .addColumn('asked', text, (column) => column.notNull())
          .addColumn('expected', text)
          .addColumn('locale', text, (column) => column.notNull())
          .addColumn('asker', text, (column) => column.notNull())
          .addColumn('at', text, (column) => column.notNull())
          .execute();
        await db.schema.createIndex('miss_story').on('miss').columns(['story', 'server', 'at']).execute();
        await db.schema.createIndex('miss_asker').on('miss').column('asker').execute();
        await db.schema
          .createTable('question')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('story', text, (column) => column.notNull())
          .addColumn('server', text)
          .addColumn('channel', text, (column) => column.notNull())
          .addColumn('asks', text, (column) => column.notNull())
          .addColumn('state', text, (column) => column.notNull())
          .addColumn('asker', text)
          .addColumn('at', text, (column) => column.notNull())
          .execute();
        await db.schema.createIndex('question_story').on('question').columns(['story', 'server', 'at']).execute();
        await db.schema.createIndex('question_asker').on('question').column('asker').execute();
        await db.schema
          .createTable('shown')
          .addColumn('message', text, (column) => column.notNull())
          .addColumn('channel', text, (column) => column.notNull())
          .addColumn('story', text, (column) => column.notNull())
          .addColumn('fact', text, (column) => column.notNull())
          .addColumn('version', text, (column) => column.notNull())
          .addColumn('at', text, (column) => column.notNull())
          .addPrimaryKeyConstraint('shown_key', ['message', 'fact'])
          .execute();
        await db.schema.createIndex('shown_fact').on('shown').columns(['story', 'fact', 'at']).execute();
      },
    },
    '002-digests': {
      async up(db: Kysely<Tables>) {
        await db.schema
          .createTable('digest')
          .addColumn('channel', text, (column) => column.notNull())
          .addColumn('edition', text, (column) => column.notNull())
          .addColumn('server', text, (column) => column.notNull())
          .addColumn('time', text, (column) => column.notNull())
          .addColumn('zone', text, (column) => column.notNull())
          .addColumn('days', text, (column) => column.notNull())
          .addColumn('since', text, (column) => column.notNull())
          .addColumn('state', text, (column) => column.notNull())
          .addColumn('reason', text)
          .addPrimaryKeyConstraint('digest_key', ['channel', 'edition'])
          .execute();
        await db.schema.createIndex('digest_server').on('digest').column('server').execute();
        await db.schema
          .createTable('posting')
          .addColumn('id', text, (column) => column.primaryKey())
          .addColumn('kind', text, (column) => column.notNull())
          .addColumn('server', text, (column) => column.notNull())
          .addColumn('channel', text, (column) => column.notNull())
          .addColumn('edition', text, (column) => column.notNull())
          .addColumn('date', text, (column) => column.notNull())
          .addColumn('target', text, (column) => column.notNull())
          .addColumn('due', text, (column) => column.notNull())
          .addColumn('state', text, (column) => column.notNull())
          .addColumn('reason', text)
          .addColumn('memo', text)
          .addColumn('written', text, (column) => column.notNull())
          .addColumn('token', 'integer', (column) => column.notNull())
          .addColumn('lease', text, (column) => column.notNull())
          .addColumn('tries', 'integer', (column) => column.notNull())
          .addColumn('refusals', 'integer', (column) => column.notNull())
          // What makes two processes, or two looks at the clock, agree on one brief.
          .addUniqueConstraint('posting_key', ['kind', 'channel', 'date', 'edition'])
          .execute();
        await db.schema.createIndex('posting_state').on('posting').columns(['state', 'lease']).execute();
        await db.schema
          .createTable('part')
          .addColumn('posting', text, (column) => column.notNull().references('posting.id').onDelete('cascade'))
          .addColumn('part', 'integer', (column) => column.notNull())
          .addColumn('body', text, (column) => column.notNull())
          .addColumn('facts', text, (column) => column.notNull())
          .addColumn('tried', text)
          .addColumn('after', text)
          .addColumn('state', text, (column) => column.notNull())
          .addColumn('message', text)
          .addPrimaryKeyConstraint('part_key', ['posting', 'part'])
          .execute();
      },
    },
    '003-curation': { up: (db: Kysely<Tables>) => createCurationTables(db, text, bytes) },
    '004-marks': { up: (db: Kysely<Tables>) => createCorrectionTables(db, text) },
    '005-pictures': { up: (db: Kysely<Tables>) => db.schema.alterTable('part').addColumn('files', text).execute() },
  };
}

/**
 * Brings the database to the shape that this version knows.
 * @throws ReaderError when a newer version has been at it.
 */
export async function migrate(db: Kysely<Tables>, engine: DatabaseEngine): Promise<void> {
  const known = migrations(engine);
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
