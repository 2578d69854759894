import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { storyVersion } from '../../../src/data/assemble-story.ts';
import { examine } from '../../../src/store/audit/examine.ts';
import { openSqliteReader } from '../../../src/store/database/sqlite.ts';
import type { Tables } from '../../../src/store/database/schema.ts';
import { openStore } from '../../../src/store/store.ts';
import { numbers } from '../../numbers.ts';
import { handClock } from '../engines.ts';

const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_321);
const TAMPERINGS = process.env['FACTDESK_FULL'] === '1' ? 10_000 : 600;

const folder = mkdtempSync(join(tmpdir(), 'factdesk-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each table that decides what is served, its key, and its columns that a tampering changes. */
const TABLES = {
  revision: { key: ['seq'], columns: 'id story subject act change reason was at proposer approvers folded' },
  curator: { key: ['story'], columns: 'server channel' },
  proposal: { key: ['id'], columns: 'version story server act change subject reason was newest state proposer at' },
  author: { key: ['proposal', 'actor'], columns: 'actor' },
  approval: { key: ['proposal', 'version', 'actor'], columns: 'version actor at' },
  snapshot: { key: ['story', 'version', 'at'], columns: 'version files' },
  content: { key: ['hash'], columns: 'hash bytes' },
} as const;
type Name = keyof typeof TABLES;
type Row = Record<string, SQLInputValue>;

/** A store in which everything has happened that the log tells. */
async function filled(file: string) {
  const clock = handClock('2031-03-18T09:00:00Z');
  const store = await openStore({ file }, { clock, secret: 'for a test' });
  const { proposals, curationClaims, revisions, snapshots, users, pseudonyms } = store;
  const [mara, tomas, ines] = ['mara', 'tomas', 'ines'];
  const propose = async (id: string, state: 'draft' | 'open' = 'open', who = mara) =>
    proposals.add({
      story: 'flood',
      server: 's1',
      act: 'correct',
      change: { on: 'fact', id, fields: { says: `It is ${id}.` } },
      reason: 'a reader wrote\0',
      was: 'wrong',
      base: 'abc',
      proposer: who,
      question: null,
      state,
    });
  await curationClaims.claim('flood', 's0', 'c0');
  await curationClaims.release('flood', 's0');
  await curationClaims.claim('flood', 's1', 'c1');
  await curationClaims.claim('drought', 's1', 'c2');
  for (let n = 0; n < 8; n += 1) {
    clock.pass('PT1M');
    const { id } = await propose(`f${n % 5}`);
    const edited = n % 3 === 0 ? await proposals.edit(id, 1, ines, await editOf(id)) : null;
    await proposals.approve(id, edited?.version ?? 1, tomas, 1);
  }
  const twice = await propose('f9');
  await proposals.approve(twice.id, 1, tomas, 2);
  const draft = await propose('f10', 'draft');
  await proposals.open(draft.id, 1);
  await proposals.reject((await propose('f11')).id, 1, tomas, 'no source');
  await proposals.withdraw((await propose('f12')).id, 1, mara);
  await propose('f13', 'draft');
  const gone = await pseudonyms.of('1', 'Gone');
  await propose('f14', 'open', gone);
  await proposals.approve(twice.id, 1, gone, 2);
  await proposals.approve((await propose('f15')).id, 1, gone, 2);
  await users.forget(users.hash('1'));
  const [first] = await revisions.list('flood');
  await revisions.fold([first?.seq ?? 0], clock.now());
  for (const text of ['one', 'two']) {
    clock.pass('PT1M');
    const bytes = Buffer.from(text);
    const files = { id: 'flood', folder: 'flood', yaml: new Map([['story.yml', { bytes }]]), sources: new Map() };
    await snapshots.add({ story: 'flood', version: storyVersion(files), at: clock.now(), files });
  }
  return store;

  async function editOf(id: string) {
    const { act, change, reason, was, base, question } = (await proposals.get(id)) ?? expect.fail();
    return { act, change, reason, was: `${was ?? ''} edited`, base, question };
  }
}

describe(`the tables that decide what is served (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it('are as the log tells them, where nobody tampered', async () => {
    const store = await filled(join(folder, 'whole.db'));
    const found = await store.audit.examine();
    expect(found.differences).toEqual([]);
    expect(found.log).toHaveProperty('rows');
    // What the log proves is what is served.
    const served = await store.revisions.list('flood');
    expect(found.proven.map(({ seq, change }) => [seq, change])).toEqual(
      served.map(({ seq, change }) => [seq, JSON.stringify(change)]),
    );
    expect(served.length).toBe(8);
    await store.close();
  });

  it(`show each of ${TAMPERINGS} tamperings, and the row`, { timeout: 3_600_000 }, async () => {
    const file = join(folder, 'tampered.db');
    const store = await filled(file);
    const hand = new DatabaseSync(file);
    const db = new Kysely<Tables>({ dialect: openSqliteReader(file) });
    const draw = numbers(SEED);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
    const missed: string[] = [];
    const names = Object.keys(TABLES) as Name[];
    for (let n = 0; n < TAMPERINGS; n += 1) {
      const table = names[n % names.length] ?? expect.fail();
      const { key, columns } = TABLES[table];
      const rows = hand.prepare(`select * from ${table}`).all() as Row[];
      const row = pick(rows);
      const where = key.map((name) => `${name} = ?`).join(' and ');
      const keys = key.map((name) => row[name] ?? null);
      // Whoever takes a snapshot out takes a past version away, and changes nothing that is served.
      const ways = table === 'snapshot' ? (['change', 'insert'] as const) : (['change', 'delete', 'insert'] as const);
      const way = pick(ways);
      const column = pick(columns.split(' '));
      const made = { ...row, ...Object.fromEntries(key.map((name) => [name, other(row[name] ?? null, n)])) };
      if (table === 'revision') made['id'] = `made-up-${n}`;
      if (way === 'change') {
        hand.prepare(`update ${table} set ${column} = ? where ${where}`).run(other(row[column] ?? null, n), ...keys);
      }
      if (way === 'delete') hand.prepare(`delete from ${table} where ${where}`).run(...keys);
      if (way === 'insert') insert(table, made);
      const { differences } = await examine(db);
      const rowKey = key.map((name) => textOf((way === 'insert' ? made : row)[name] ?? null)).join(' ');
      // A snapshot and its contents prove each other.
      const isNamed = ['snapshot', 'content'].includes(table)
        ? differences.some((one) => one.table === 'snapshot' || one.table === 'content')
        : differences.some((one) => one.table === table && one.row === rowKey);
      if (!isNamed) missed.push(`${way} ${table}.${column} ${rowKey}: ${JSON.stringify(differences)}`);
      hand.exec(`delete from ${table}`);
      for (const one of rows) insert(table, one);
    }
    function insert(table: Name, row: Row): void {
      const columns = Object.keys(row);
      hand
        .prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(row));
    }
    expect(missed).toEqual([]);
    expect((await examine(db)).differences).toEqual([]);
    hand.close();
    await db.destroy();
    await store.close();
  });
});

/** Another value of the same kind. */
function other(value: SQLInputValue, n: number): SQLInputValue {
  if (typeof value === 'number') return value + 1000 + n;
  if (value instanceof Uint8Array) return Buffer.concat([value, Buffer.from('x')]);
  return `${textOf(value)}${n}`;
}

function textOf(value: SQLInputValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? Buffer.from(value.buffer).toString('hex') : value.toString();
}
