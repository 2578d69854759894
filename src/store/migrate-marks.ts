import type { Kysely, RawBuilder } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** Corrections, the versions of facts that have them, and the messages that are to be marked with them. */
export const marksMigration = (text: RawBuilder<unknown>): Migration => ({
  async up(db: Kysely<Tables>) {
    await db.schema.alterTable('shown').addColumn('server', text).execute();
    await db.schema
      .createTable('correction')
      .addColumn('id', text, (column) => column.primaryKey())
      .addColumn('story', text, (column) => column.notNull())
      .addColumn('fact', text, (column) => column.notNull())
      .addColumn('act', text, (column) => column.notNull())
      .addColumn('day', text, (column) => column.notNull())
      .addColumn('at', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('correction_state').on('correction').columns(['state', 'at']).execute();
    await db.schema
      .createTable('corrected')
      .addColumn('correction', text, (column) => column.notNull())
      .addColumn('version', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('corrected_key', ['correction', 'version'])
      .execute();
    await db.schema
      .createTable('mark')
      .addColumn('correction', text, (column) => column.notNull())
      .addColumn('message', text, (column) => column.notNull())
      .addColumn('channel', text, (column) => column.notNull())
      .addColumn('server', text)
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('reason', text)
      .addPrimaryKeyConstraint('mark_key', ['correction', 'message'])
      .execute();
    await db.schema.createIndex('mark_waiting').on('mark').columns(['state', 'message']).execute();
    // One row a message, so that two corrections of it are never written over each other.
    await db.schema
      .createTable('marking')
      .addColumn('message', text, (column) => column.primaryKey())
      .addColumn('channel', text, (column) => column.notNull())
      .addColumn('lease', text, (column) => column.notNull())
      .addColumn('token', 'integer', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('refusals', 'integer', (column) => column.notNull())
      .execute();
  },
});
