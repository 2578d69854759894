import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  cp,
  constants,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { ReaderError } from '../errors.ts';
import { isEmptyDatabase, withScratchDatabase } from './database/postgres.ts';
import { type DatabaseTarget, openStore } from './store.ts';

const MANIFEST = 'manifest.json';
const STORE_FILE = { sqlite: 'store.sqlite', postgres: 'store.dump' } as const;
const NAME = /^factdesk-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
/** A large database on a slow disk; a dump that takes longer hangs. */
const DUMP_MS = 3_600_000;
const DUMP_OUTPUT_BYTES = 1_000_000;

const manifestShape = z.strictObject({
  format: z.literal(1),
  createdAt: z.string(),
  engine: z.enum(['sqlite', 'postgres']),
  /** SHA-256 of each file, by its path in the backup. */
  files: z.record(z.string(), z.string()),
});
type Manifest = z.output<typeof manifestShape>;

/** What a backup holds, and where a restore writes it. */
export interface BackupPlaces {
  readonly store: DatabaseTarget;
  readonly stories: string;
}

/** `audited` is null where the log could not be checked; `why` says so. */
export interface BackupReport {
  readonly files: number;
  readonly audited: { readonly rows: number } | null;
  readonly why: string | null;
}

/**
 * Writes the store, the stories and the settings into a new folder of `root`, and gives its path. The bot may run meanwhile.
 * @param settings the text of settings.env, without secrets.
 */
export async function createBackup(
  root: string,
  { store, stories, settings, clock }: BackupPlaces & { readonly settings: string; readonly clock: Clock },
): Promise<string> {
  const createdAt = clock.now().round('second').toString();
  const folder = join(root, `factdesk-${createdAt.replaceAll(/[-:]/g, '')}`);
  if (existsSync(folder)) throw new ReaderError(`${folder} exists already. Wait a second and try again.`);
  await mkdir(root, { recursive: true, mode: 0o700 });
  // A backup that was cut off never has the name of a whole one.
  const draft = await mkdtemp(join(root, '.unfinished-'));
  try {
    const engine = 'file' in store ? 'sqlite' : 'postgres';
    await copyStore(store, join(draft, STORE_FILE[engine]));
    await copyStories(stories, join(draft, 'stories'));
    await writeFile(join(draft, 'settings.env'), settings, { mode: 0o600 });
    const manifest: Manifest = { format: 1, createdAt, engine, files: await hashFiles(draft) };
    await writeFile(join(draft, MANIFEST), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(draft, folder);
    return folder;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function copyStore(store: DatabaseTarget, to: string): Promise<void> {
  if ('url' in store) {
    await runPostgresTool('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${to}`], store.url);
  } else {
    if (!existsSync(store.file)) throw new ReaderError(`There is no store at ${store.file} to back up.`);
    const source = new DatabaseSync(store.file, { readOnly: true });
    try {
      await backup(source, to);
    } finally {
      source.close();
    }
  }
  await chmod(to, 0o600);
}

/** Links and pipes are no part of a story. */
async function copyStories(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    filter: async (path) => {
      const stats = await lstat(path);
      return stats.isFile() || stats.isDirectory();
    },
  });
}

async function hashFiles(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isDirectory() || name === MANIFEST) continue;
    if (!entry.isFile()) throw new ReaderError(`${path} is no plain file, so it is no part of a backup.`);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    hashes[name] = hash.digest('hex');
  }
  return hashes;
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new ReaderError(`${folder} is no backup: it has no ${MANIFEST}.`);
  try {
    return manifestShape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new ReaderError(`${path} cannot be read. Take another backup.`, { cause: error });
  }
}

/** @throws ReaderError that names each file that differs, is missing or is too many. */
async function checkFiles(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const found = await hashFiles(folder);
  const names = new Set([...Object.keys(manifest.files), ...Object.keys(found), STORE_FILE[manifest.engine]]);
  const wrong = [...names].flatMap((name) => {
    if (found[name] === undefined) return [`${name} is missing`];
    if (manifest.files[name] === undefined) return [`${name} is too many`];
    return found[name] === manifest.files[name] ? [] : [`${name} was changed`];
  });
  if (wrong.length === 0) return manifest;
  throw new ReaderError(`The backup ${folder} is damaged: ${wrong.join(', ')}. Take another one.`);
}

/**
 * Checks each file against its hash, and the audit log in a copy of the store.
 * @param server a PostgreSQL on which a dump may be restored for the check, in a database that is dropped afterwards.
 * @throws ReaderError that says what is wrong.
 */
export async function verifyBackup(folder: string, server: string | null, clock: Clock): Promise<BackupReport> {
  const { engine, files } = await checkFiles(folder);
  const report = { files: Object.keys(files).length, why: null };
  const file = join(folder, STORE_FILE[engine]);
  if (engine === 'sqlite') return { ...report, audited: await auditCopy(file, clock) };
  await runPostgresTool('pg_restore', ['--file=/dev/null', file], null);
  if (server === null) return { ...report, audited: null, why: 'DATABASE_URL names no server for the check' };
  const rows = await withScratchDatabase(server, async (url) => {
    await loadDump(file, url);
    return auditStore({ url }, clock);
  });
  return rows === null
    ? { ...report, audited: null, why: 'this account may not create a database for the check' }
    : { ...report, audited: rows };
}

async function auditCopy(file: string, clock: Clock): Promise<{ rows: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-verify-'));
  try {
    const copy = join(folder, 'store.sqlite');
    await copyFile(file, copy);
    const database = new DatabaseSync(copy);
    const found = database.prepare('pragma integrity_check').get()?.['integrity_check'];
    database.close();
    if (found !== 'ok') throw new ReaderError(`SQLite finds the store of the backup damaged: ${String(found)}.`);
    return await auditStore({ file: copy }, clock);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function auditStore(target: DatabaseTarget, clock: Clock): Promise<{ rows: number }> {
  const store = await openStore(target, { clock });
  try {
    const found = await store.audit.verify();
    if ('broken' in found) throw new ReaderError(`Row ${found.broken} of the audit log is broken. ${found.why}`);
    return { rows: found.rows };
  } finally {
    await store.close();
  }
}

const loadDump = (file: string, url: string): Promise<void> =>
  runPostgresTool('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', file], url);

/**
 * Writes a backup to where there is nothing yet, and checks the audit log there.
 * @throws ReaderError where the backup is damaged, or where something would be overwritten; then nothing was written.
 */
export async function restoreBackup(folder: string, to: BackupPlaces, clock: Clock): Promise<BackupReport> {
  const { engine, files } = await checkFiles(folder);
  const file = join(folder, STORE_FILE[engine]);
  if ((engine === 'sqlite') !== 'file' in to.store) {
    const setting = engine === 'sqlite' ? 'Leave DATABASE_URL empty' : 'Name an empty database in DATABASE_URL';
    throw new ReaderError(
      `The backup holds ${engine === 'sqlite' ? 'an SQLite file' : 'a dump of PostgreSQL'}. ${setting}.`,
    );
  }
  if (engine === 'sqlite') await auditCopy(file, clock);
  await refuseToOverwrite(to);
  await mkdir(to.stories, { recursive: true });
  await copyStories(join(folder, 'stories'), to.stories);
  if ('file' in to.store) {
    await mkdir(join(to.store.file, '..'), { recursive: true });
    await copyFile(file, to.store.file, constants.COPYFILE_EXCL);
    await chmod(to.store.file, 0o600);
  } else {
    await loadDump(file, to.store.url);
  }
  return { files: Object.keys(files).length, audited: await auditStore(to.store, clock), why: null };
}

async function refuseToOverwrite({ store, stories }: BackupPlaces): Promise<void> {
  const entries = existsSync(stories) ? await readdir(stories) : [];
  if (entries.length > 0) {
    throw new ReaderError(`The folder ${stories} is not empty. Move it away, or name a new one in STORIES_DIR.`);
  }
  if ('url' in store) {
    if (await isEmptyDatabase(store.url)) return;
    throw new ReaderError('The database of DATABASE_URL has tables. Name an empty one.');
  }
  const there = ['', '-wal', '-shm'].map((end) => `${store.file}${end}`).find((path) => existsSync(path));
  if (there !== undefined) {
    throw new ReaderError(`The file ${there} is there already. Move it away, or name a new one in DATABASE_FILE.`);
  }
}

/** The password goes through a file: everybody on the machine can read the arguments of a process. */
async function runPostgresTool(
  tool: 'pg_dump' | 'pg_restore',
  args: readonly string[],
  url: string | null,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-pg-'));
  try {
    const target = url === null ? [] : [`--dbname=${await withPasswordFile(url, join(folder, 'passwords'))}`];
    await promisify(execFile)(tool, [...args, ...target], { timeout: DUMP_MS, maxBuffer: DUMP_OUTPUT_BYTES });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : String(error);
    throw new ReaderError(
      missing
        ? `${tool} was not found. Install the client programs of PostgreSQL, of the version of the server or newer.`
        : `${tool} failed: ${said}`,
      { cause: error },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function withPasswordFile(url: string, file: string): Promise<string> {
  const address = new URL(url);
  if (address.password === '') return url;
  const password = decodeURIComponent(address.password).replaceAll(/[\\:]/g, '\\$&');
  await writeFile(file, `*:*:*:*:${password}\n`, { mode: 0o600 });
  address.password = '';
  address.searchParams.set('passfile', file);
  return address.href;
}

const secondsOf = (name: string): number | null => {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).epochMilliseconds / 1000;
};

/** Whole backups of a folder, the oldest first. */
async function backupsIn(root: string): Promise<readonly { readonly name: string; readonly seconds: number }[]> {
  const names = existsSync(root) ? await readdir(root) : [];
  return names.toSorted().flatMap((name) => {
    const seconds = secondsOf(name);
    return seconds === null ? [] : [{ name, seconds }];
  });
}

/** Seconds since the newest backup; null where there is none. */
export async function backupAgeSeconds(root: string, clock: Clock): Promise<number | null> {
  const newest = (await backupsIn(root)).at(-1);
  return newest === undefined ? null : clock.now().epochMilliseconds / 1000 - newest.seconds;
}

/** Deletes backups that are older than `days`, but never the newest one. Gives the names. */
export async function deleteOldBackups(root: string, days: number, clock: Clock): Promise<readonly string[]> {
  const since = clock.now().epochMilliseconds / 1000 - days * 86_400;
  const old = (await backupsIn(root)).slice(0, -1).filter(({ seconds }) => seconds < since);
  for (const { name } of old) await rm(join(root, name), { recursive: true });
  return old.map(({ name }) => name);
}
