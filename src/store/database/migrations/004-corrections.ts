import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Corrections, the versions of facts that have them, and the messages that need a banner. */
export async function up({ schema }: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await schema.alterTable('shown').addColumn('server', text).execute();
  await schema
    .createTable('correction')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('story', text, (column) => column.notNull())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('act', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('correction_state').on('correction').columns(['state', 'at']).execute();
  await schema
    .createTable('corrected')
    .addColumn('correction', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('corrected_key', ['correction', 'version'])
    .execute();
  await schema
    .createTable('mark')
    .addColumn('correction', text, (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('server', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addPrimaryKeyConstraint('mark_key', ['correction', 'message'])
    .execute();
  await schema.createIndex('mark_waiting').on('mark').columns(['state', 'message']).execute();
  // One lease a message: two corrections of it are edited in one after the other.
  await schema
    .createTable('marking')
    .addColumn('message', text, (column) => column.primaryKey())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('lease', text, (column) => column.notNull())
    .addColumn('token', 'integer', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('refusals', 'integer', (column) => column.notNull())
    .execute();
}
