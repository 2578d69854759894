import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { ReaderError } from '../errors.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

/** Each takes a database one step forward and is never changed once released; there is no way back. */
function migrations(engine: Engine): Record<string, Migration> {
  // Text is compared byte by byte in SQLite; PostgreSQL would sort it by the rules of the server's language.
  const text: RawBuilder<unknown> = engine === 'sqlite' ? sql`text` : sql`text collate "C"`;
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
  };
}

/**
 * Brings the database to the shape that this version knows.
 * @throws ReaderError when a newer version has been at it.
 */
export async function migrate(db: Kysely<Tables>, engine: Engine): Promise<void> {
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
