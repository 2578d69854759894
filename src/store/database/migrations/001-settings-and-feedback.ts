import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Settings, feedback, open questions, and which message shows which fact. */
export async function up({ schema }: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await schema
    .createTable('secret')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('setting')
    .addColumn('scope', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['scope', 'id', 'key'])
    .execute();
  await schema
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
  await schema.createIndex('miss_story').on('miss').columns(['story', 'server', 'at']).execute();
  await schema.createIndex('miss_asker').on('miss').column('asker').execute();
  await schema
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
  await schema.createIndex('question_story').on('question').columns(['story', 'server', 'at']).execute();
  await schema.createIndex('question_asker').on('question').column('asker').execute();
  await schema
    .createTable('shown')
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('story', text, (column) => column.notNull())
    .addColumn('fact', text, (column) => column.notNull())
    .addColumn('version', text, (column) => column.notNull())
    .addColumn('at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('shown_key', ['message', 'fact'])
    .execute();
  await schema.createIndex('shown_fact').on('shown').columns(['story', 'fact', 'at']).execute();
}
