import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

const BUSY_MS = 5_000;
/** Four processes that start at once wait for each other's migrations: milliseconds each, a minute on a bad disk. */
const START_MS = 60_000;
const MEMORY = ':memory:';
/** What people have asked is nobody else's on the machine; SQLite gives its other files the same rights. */
const OWNER_ONLY = 0o600;

function isValue(value: unknown): value is SQLInputValue {
  if (value === null || value instanceof Uint8Array) return true;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}

/**
 * node:sqlite takes an object in the first place for named parameters: a Date there was stored as NULL without an error,
 * and the next value took its column. So nothing but plain values is let through.
 */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value, index) => {
    if (isValue(value)) return value;
    throw new TypeError(`Parameter ${index + 1} is ${typeof value}: only text, numbers, bytes and null can be stored.`);
  });
}

/** Statements, of which the store has about a hundred; a list of values makes one of each length. */
const KEPT = 250;

/**
 * node:sqlite in the shape that Kysely's dialect takes. Kysely prepares at each query anew, and SQLite takes longer over
 * reading most of ours than over doing them: so the newest are kept.
 */
function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const prepared = (sql: string): SqliteStatement => {
    // A deferred transaction that reads before it writes is refused at once when another process wrote in between.
    const text = sql === 'begin' ? 'begin immediate' : sql;
    const statement = database.prepare(text);
    return {
      reader: statement.columns().length > 0,
      // Rows come without a prototype and would differ from those of PostgreSQL.
      all: (parameters) => statement.all(...values(parameters)).map((row) => ({ ...row })),
      run: (parameters) => statement.run(...values(parameters)),
      // Whoever reads row by row may be overtaken by the same question: that is a statement of its own.
      iterate: (parameters) => database.prepare(text).iterate(...values(parameters)),
    };
  };
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? prepared(sql);
      kept.delete(sql);
      kept.set(sql, statement);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return statement;
    },
  };
}

/**
 * Runs `start` while no other process starts on the same file. SQLite itself takes no lock for a series of migrations;
 * the lock is on a file beside it, and the death of the process frees it.
 */
async function alone<Value>(file: string, start: () => Promise<Value>): Promise<Value> {
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
 * One file, or `:memory:`. Every commit waits for the disk (`synchronous=FULL`); what is deleted is overwritten.
 * `start` is given the dialect, and runs alone among all processes on this file; and a number that is another one each time
 * another connection has written: https://sqlite.org/pragma.html#pragma_data_version
 */
export function openSqlite<Value>(
  file: string,
  start: (dialect: Dialect, version: () => number) => Promise<Value>,
): Promise<Value> {
  return alone(file, async () => {
    if (file !== MEMORY) closeSync(openSync(file, 'a', OWNER_ONLY));
    const database = new DatabaseSync(file, { timeout: BUSY_MS });
    database.exec('pragma journal_mode=WAL; pragma synchronous=FULL; pragma secure_delete=ON');
    const version = database.prepare('pragma data_version');
    // It is asked with every question: a row as a list takes a third of the time (measured).
    version.setReturnArrays(true);
    return start(new SqliteDialect({ database: adapt(database) }), () => Number(version.get()?.[0]));
  });
}

/** A file that is only read: no lock of a writer, no migration, and nothing is created. The bot may run meanwhile. */
export function openSqliteReadOnly(file: string): Dialect {
  return new SqliteDialect({ database: adapt(new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })) });
}
