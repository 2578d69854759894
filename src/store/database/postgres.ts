import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { type Dialect, PostgresDialect } from 'kysely';
import { Client, Pool, type PoolConfig } from 'pg';

const CONNECT_MS = 5_000;
/** The server cancels a query first; a connection that is silent for longer is dead (half open) and is closed. */
const STATEMENT_MS = 5_000;
const SILENCE_MS = 7_000;
/** Shorter than the silence, so that an idle connection is closed without an error. */
const IDLE_MS = 4_000;
const CLIENTS = 10;

/**
 * pg's own query_timeout returns the client to the pool while its query still runs, and the next query waits for ever.
 * Destroying the socket makes the client unusable, and the pool opens a new one.
 */
function socketWithTimeout(): Socket {
  const socket = new Socket();
  socket.setKeepAlive(true, IDLE_MS);
  socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('PostgreSQL is silent: the line was cut.')));
  return socket;
}

function pooled(config: PoolConfig): Dialect {
  const pool = new Pool({ application_name: 'factdesk', connectionTimeoutMillis: CONNECT_MS, ...config });
  // Without these listeners a restart of the server ends this process. The next query reports the lost connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new PostgresDialect({ pool });
}

/** Many processes may share one database. Migrating waits for other migrations without a timeout. */
export async function openPostgres<Value>(
  url: string,
  migrate: (dialect: Dialect) => Promise<void>,
  start: (dialect: Dialect) => Promise<Value>,
): Promise<Value> {
  await migrate(pooled({ connectionString: url, max: 1 }));
  return start(
    pooled({
      connectionString: url,
      max: CLIENTS,
      idleTimeoutMillis: IDLE_MS,
      statement_timeout: STATEMENT_MS,
      stream: socketWithTimeout,
    }),
  );
}

export async function isEmptyDatabase(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "select 1 from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1",
    );
    return rowCount === 0;
  } finally {
    await client.end();
  }
}

const NOT_ALLOWED = '42501';

/** Runs `work` with a new database on the server of `url`, and drops it. null where the account may not create one. */
export async function withScratchDatabase<Value>(
  url: string,
  work: (url: string) => Promise<Value>,
): Promise<Value | null> {
  const name = `factdesk_verify_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    try {
      return await work(scratch.href);
    } finally {
      await client.query(`drop database ${name} with (force)`);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) return null;
    throw error;
  } finally {
    await client.end();
  }
}
/** One connection that only reads, as long as it takes. */
export const openPostgresReader = (url: string): Dialect =>
  pooled({ connectionString: url, max: 1, options: '-c default_transaction_read_only=on' });
