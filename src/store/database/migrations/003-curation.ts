import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Columns of text. `*` is part of the key, `#` an integer, `=` bytes, `?` may be null. */
const TABLES: Readonly<Record<string, string>> = {
  asker: '*question *channel *hash',
  actor: '*id hash name',
  proposal: `*id version# story server act change subject reason? was? base? newest# state proposer channel? message?
    question? at decided? why?`,
  author: '*proposal *actor',
  approval: '*proposal *version# *actor at',
  revision: '*seq# id story subject act change reason? was? at proposer approvers folded?',
  content: '*hash bytes=',
  snapshot: '*story version *at files',
  audit: '*seq# at actor? act subject body prev hash',
  chain: '*name seq# hash',
  curator: '*story server channel',
};

const INDEXES: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['asker', 'hash'],
  ['proposal', 'story', 'server', 'state', 'at'],
  ['author', 'actor'],
  ['approval', 'actor'],
  ['revision', 'story', 'folded'],
  ['revision', 'subject', 'story'],
  ['audit', 'subject', 'act'],
  ['curator', 'server'],
];

/** Tables of curation. An open question gets an owner, an answer and several askers. */
export async function up(db: Kysely<unknown>, { text, bytes }: ColumnTypes): Promise<void> {
  for (const [name, row] of Object.entries(TABLES)) {
    const columns = row.split(/\s+/u).map((flagged) => ({ column: flagged.replaceAll(/[*#=?]/gu, ''), flagged }));
    let table: CreateTableBuilder<string> = db.schema.createTable(name);
    for (const { column, flagged } of columns) {
      const type = flagged.endsWith('#') ? ('integer' as const) : flagged.endsWith('=') ? bytes : text;
      table = table.addColumn(column, type, (made) => (flagged.endsWith('?') ? made : made.notNull()));
    }
    const key = columns.filter(({ flagged }) => flagged.startsWith('*')).map(({ column }) => column);
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
  }
  for (const [table, ...columns] of INDEXES) {
    await db.schema
      .createIndex(`${table}_${columns.join('_')}`)
      .on(table)
      .columns(columns)
      .execute();
  }
  await db.schema.createIndex('actor_hash').on('actor').column('hash').unique().execute();
  await db.schema.createIndex('revision_id').on('revision').column('id').unique().execute();
  await sql`insert into chain (name, seq, hash) values ('head', 0, ${'0'.repeat(64)})`.execute(db);
  await db.schema.alterTable('question').addColumn('owner', text).execute();
  await db.schema.alterTable('question').addColumn('answer', text).execute();
  await sql`insert into asker (question, channel, hash) select id, channel, coalesce(asker, '') from question`.execute(
    db,
  );
  await sql`update question set state = 'dropped' where state = 'closed'`.execute(db);
  await db.schema.dropIndex('question_asker').execute();
  await db.schema.alterTable('question').dropColumn('asker').execute();
  await db.schema.alterTable('question').dropColumn('channel').execute();
}
