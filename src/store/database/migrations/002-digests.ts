import type { Kysely } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Daily briefs and the outbox. */
export async function up({ schema }: Kysely<unknown>, { text }: ColumnTypes): Promise<void> {
  await schema
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
  await schema.createIndex('digest_server').on('digest').column('server').execute();
  await schema
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
  await schema.createIndex('posting_state').on('posting').columns(['state', 'lease']).execute();
  await schema
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
}
