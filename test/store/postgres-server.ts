import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

const BIN = '/usr/lib/postgresql/15/bin';

/** Why there is no PostgreSQL to test with; null where there is. */
export const noPostgres: string | null = existsSync(join(BIN, 'postgres')) ? null : `no PostgreSQL 15 in ${BIN}`;

/** PostgreSQL refuses to run as root. */
function account(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('postgres:'))
    ?.split(':');
  if (fields === undefined) throw new Error('There is no account "postgres" to run PostgreSQL as.');
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

export interface PostgresServer {
  /** A new, empty database. */
  database(): Promise<string>;
  /** `immediate` is a crash: nothing is written down before the end. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Stops it and takes its folder away. */
  remove(): Promise<void>;
}

/** A server of its own in a temporary folder, on 127.0.0.1 and a free port, writing to the disk as in life (fsync on). */
export async function startPostgres(): Promise<PostgresServer> {
  const as = account();
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-postgres-'));
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...as };
  const initial = ['--pgdata', data, '--username', 'factdesk', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8'];
  execFileSync(join(BIN, 'initdb'), [...initial, '--no-locale'], { ...options, stdio: 'ignore' });
  const port = await freePort();
  const address = (name: string): string => `postgres://factdesk@127.0.0.1:${port}/${name}`;
  let child: ChildProcess | null = null;
  let databases = 0;
  const killAtExit = (): void => void child?.kill('SIGQUIT');

  const start = async (): Promise<void> => {
    const server = spawn(
      join(BIN, 'postgres'),
      ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child = server;
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      createInterface(server.stderr).on('line', (line) => {
        said.push(line);
        if (line.includes('ready to accept connections')) resolve();
      });
      server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
    });
  };
  const stop = async (mode: 'fast' | 'immediate'): Promise<void> => {
    const server = child;
    child = null;
    if (server === null || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  process.once('exit', killAtExit);
  await start();
  return {
    start,
    stop,
    async database() {
      const client = new Client(address('postgres'));
      await client.connect();
      databases += 1;
      await client.query(`create database test_${databases}`);
      await client.end();
      return address(`test_${databases}`);
    },
    async remove() {
      await stop('immediate');
      process.off('exit', killAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
