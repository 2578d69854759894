import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

const BUSY_MS = 5_000;
/** Processes that start at once wait for each other's migrations: milliseconds each, a minute on a slow disk. */
const START_MS = 60_000;
const MEMORY = ':memory:';
/** Nobody else on the machine may read what people asked. SQLite gives its other files the same mode. */
const OWNER_ONLY = 0o600;

function isValue(value: unknown): value is SQLInputValue {
  if (value === null || value instanceof Uint8Array) return true;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}

/**
 * node:sqlite reads an object in the first place as named parameters: a Date there became NULL without an error, and the
 * next value took its column. So only plain values pass.
 */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value, index) => {
    if (isValue(value)) return value;
    throw new TypeError(`Parameter ${index + 1} is ${typeof value}: only text, numbers, bytes and null can be stored.`);
  });
}

/** The store has about a hundred statements; a list of values makes one for each length. */
const MAX_STATEMENTS = 250;

/**
 * node:sqlite as Kysely's dialect expects it. Kysely prepares every query again, and SQLite takes longer to parse most of
 * ours than to run them: so the newest statements are reused.
 */
function adapt(database: DatabaseSync, begin = 'begin immediate'): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  const prepared = (sql: string): SqliteStatement => {
    // A deferred transaction that reads before it writes fails at once if another process wrote in between.
    const text = sql === 'begin' ? begin : sql;
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      // Rows have no prototype, unlike those of PostgreSQL.
      all: (parameters) => statement.all(...values(parameters)).map((row) => ({ ...row })),
      run: (parameters) => statement.run(...values(parameters)),
      // The same query may run again while these rows are read: so it has a statement of its own.
      iterate: (parameters) => database.prepare(text).iterate(...values(parameters)),
    };
  };
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? prepared(sql);
      statements.delete(sql);
      statements.set(sql, statement);
      for (const oldest of statements.keys()) {
        if (statements.size <= MAX_STATEMENTS) break;
        statements.delete(oldest);
      }
      return statement;
    },
  };
}

/**
 * Runs `start` while no other process starts on the same file. SQLite has no lock for a series of migrations, so this one is
 * on a file beside it; the operating system frees it when the process dies.
 */
async function withFileLock<Value>(file: string, start: () => Promise<Value>): Promise<Value> {
  if (file === MEMORY) return start();
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(`${file}.lock`, { timeout: START_MS });
  try {
    lock.exec('begin exclusive');
    return await start();
  } finally {
    lock.close();
  }
}

/**
 * One file, or `:memory:`. Every commit waits for the disk (`synchronous=FULL`); deleted text is overwritten.
 * @param start runs while no other process starts on this file. `version` changes each time another connection has written:
 * https://sqlite.org/pragma.html#pragma_data_version
 */
export function openSqlite<Value>(
  file: string,
  start: (dialect: Dialect, version: () => number) => Promise<Value>,
): Promise<Value> {
  return withFileLock(file, async () => {
    if (file !== MEMORY) closeSync(openSync(file, 'a', OWNER_ONLY));
    const database = new DatabaseSync(file, { timeout: BUSY_MS });
    database.exec('pragma journal_mode=WAL; pragma synchronous=FULL; pragma secure_delete=ON');
    const version = database.prepare('pragma data_version');
    // It runs with every question: a row as an array takes a third of the time (measured).
    version.setReturnArrays(true);
    return start(new SqliteDialect({ database: adapt(database) }), () => Number(version.get()?.[0]));
  });
}

/** A second connection that writes nothing: its transaction reads one snapshot, and holds up nobody. */
export const openSqliteReader = (file: string): Dialect =>
  new SqliteDialect({ database: adapt(new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS }), 'begin') });
