import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { ReaderError } from '../../src/errors.ts';
import { openSqlite } from '../../src/store/database/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { handClock } from './engines.ts';

const clock = handClock('2026-03-01T08:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'factdesk-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('makes the folder of its file, and lets nobody else read it', async () => {
  const file = join(folder, 'not', 'there', 'yet.db');
  const store = await openStore({ file }, { clock });
  await store.settings.set('channel', 'c1', { story: 'kosovo' });
  const rights = [file, `${file}-wal`].map((one) => statSync(one).mode & 0o777);
  expect(rights).toStrictEqual([0o600, 0o600]);
  await store.close();
});

it('does not touch a store that a newer version has written, and says so', async () => {
  const file = join(folder, 'newer.db');
  await (await openStore({ file }, { clock })).close();
  const database = new DatabaseSync(file);
  database.exec(`insert into kysely_migration (name, timestamp) values ('999-to-come', '2027')`);
  database.close();
  const error = await openStore({ file }, { clock }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReaderError);
  expect(String(error)).toContain('newer version of Factdesk');
});

it('says in a sentence why it cannot be opened, and keeps the password to itself', async () => {
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'a shopping list, and not a database: milk, bread, oranges');
  const closed = 'postgres://desk:secret@127.0.0.1:1/facts';
  for (const place of [{ file: notes }, { file: folder }, { url: closed }]) {
    const error = await openStore(place, { clock }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ReaderError);
    expect(String(error)).toMatch(/The store cannot be opened at \S+ \(.+\)\. Check /);
    expect(String(error)).not.toContain('secret');
  }
});

it('rejects when the store is closed, instead of losing what it is given', async () => {
  const store = await openStore({ file: ':memory:' }, { clock });
  await store.close();
  await expect(store.settings.set('channel', 'c1', { story: 'kosovo' })).rejects.toThrow('destroyed');
  await expect(store.ping()).rejects.toThrow('destroyed');
});

it('refuses every value that SQLite would misread', async () => {
  const db = await openSqlite(join(folder, 'values.db'), (dialect) =>
    Promise.resolve(new Kysely<unknown>({ dialect })),
  );
  for (const value of [new Date(0), {}, [1], true, undefined]) {
    await expect(sql`select ${value} as a, ${'q'} as b`.execute(db)).rejects.toThrow('Parameter 1');
  }
  const { rows } = await sql`select ${'a'} as a, ${1.5} as b, ${null} as c`.execute(db);
  expect(rows).toStrictEqual([{ a: 'a', b: 1.5, c: null }]);
  await db.destroy();
});

it('waits for the disk at every commit', async () => {
  const db = await openSqlite(join(folder, 'full.db'), (dialect) => Promise.resolve(new Kysely<unknown>({ dialect })));
  const settings = [];
  for (const name of ['synchronous', 'secure_delete', 'journal_mode', 'foreign_keys']) {
    settings.push(...(await sql.raw(`pragma ${name}`).execute(db)).rows);
  }
  const full = 2;
  expect(settings).toStrictEqual([
    { synchronous: full },
    { secure_delete: 1 },
    { journal_mode: 'wal' },
    { foreign_keys: 1 },
  ]);
  await db.destroy();
});
