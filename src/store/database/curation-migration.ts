import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import { GENESIS_HASH } from './timestamp.ts';
import type { Tables } from './schema.ts';

/** Columns of text; `*` is part of the key, `#` a whole number, `=` bytes, `?` may be empty. */
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

const INDEXES: readonly (readonly [table: keyof Tables, ...columns: string[]])[] = [
  ['asker', 'hash'],
  ['proposal', 'story', 'server', 'state', 'at'],
  ['author', 'actor'],
  ['approval', 'actor'],
  ['revision', 'story', 'folded'],
  ['revision', 'subject', 'story'],
  ['audit', 'subject', 'act'],
  ['curator', 'server'],
];

/** The tables of curation; open questions get an owner, an answer and more than one asker. */
export async function createCurationTables(
  db: Kysely<Tables>,
  text: RawBuilder<unknown>,
  bytes: RawBuilder<unknown>,
): Promise<void> {
  for (const [name, row] of Object.entries(TABLES)) {
    const columns = row.split(/\s+/u).map((column) => ({ column: column.replaceAll(/[*#=?]/gu, ''), marks: column }));
    let table: CreateTableBuilder<string> = db.schema.createTable(name);
    for (const { column, marks: corrections } of columns) {
      const type = corrections.endsWith('#') ? ('integer' as const) : corrections.endsWith('=') ? bytes : text;
      table = table.addColumn(column, type, (made) => (corrections.endsWith('?') ? made : made.notNull()));
    }
    const key = columns.filter(({ marks: corrections }) => corrections.startsWith('*')).map(({ column }) => column);
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
  await db.insertInto('chain').values({ name: 'head', seq: 0, hash: GENESIS_HASH }).execute();
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
