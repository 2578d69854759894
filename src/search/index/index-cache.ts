import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Story } from '../../data/model/fact.ts';
import type { StoryIndex } from '../facts/searchable-story.ts';
import { buildStoryTables, indexInput, emptyTables, indexFromTables } from './story-index.ts';
import type { IndexInput } from './story-index.ts';
import { serialize, deserialize } from '../structures/serialization.ts';

/** From so many facts on, building would hold the bot up for longer than a blink: it is done in a thread of its own. */
const LARGE = 5000;

/** The code that makes the tables: what an older version of it saved is built anew, without anyone thinking of it. */
function codeHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts'));
  for (const file of files.toSorted()) hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex');
}

/** Changes with the story's text, with the code of the search and with the Unicode of the runtime. */
export const cacheKey = ({ id, version }: Pick<Story, 'id' | 'version'>): string =>
  createHash('sha256')
    .update(JSON.stringify([codeHash(), process.versions.unicode, id, version]))
    .digest('hex')
    .slice(0, 32);

/** Null for bytes that are damaged or were made of another story or by another version of the program. */
export function deserializeIndex(story: Story, bytes: Uint8Array, key: string): StoryIndex | null {
  const tables = deserialize(bytes, key, emptyTables());
  const whole =
    tables !== null &&
    tables.facts.tables.postings.count === story.facts.size &&
    tables.who.names.tables.postings.count === story.who.size &&
    tables.where.names.tables.postings.count === story.where.size;
  return whole ? indexFromTables(story, tables) : null;
}

/**
 * A story made searchable: read from the folder when it was saved there, else built, and saved for the next start. A
 * folder that cannot be written costs time at the next start and nothing else.
 * @param folder where indexes are kept, one file a story; null to keep none.
 * @param large facts from which on the tables are made in a thread.
 */
export async function loadOrBuildIndex(story: Story, folder: string | null, large = LARGE): Promise<StoryIndex> {
  const key = cacheKey(story);
  const name = `${story.id}.${key}.index`;
  if (folder !== null) {
    const bytes = await readWhole(join(folder, name)).catch(() => null);
    const index = bytes === null ? null : deserializeIndex(story, bytes, key);
    if (index !== null) return index;
  }
  const bytes = await build(story, key, large);
  if (folder !== null) await save(folder, name, story.id, bytes).catch(() => undefined);
  const index = deserializeIndex(story, bytes, key);
  if (index === null) throw new Error(`The index of the story "${story.id}" cannot be read back.`);
  return index;
}

/**
 * In one go: `readFile` asks for half a megabyte at a time, and waits as often for its turn. The memory is of the kind that
 * threads share, though none does: other memory counts against the heap, and 37 MB of it set off a collection of the
 * whole story, which took three times as long as the reading.
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

async function build(story: Story, key: string, large: number): Promise<Uint8Array> {
  const docs = indexInput(story);
  return story.facts.size < large ? serialize(buildStoryTables(docs), key) : inThread({ docs, key });
}

/** What a building thread is given. */
export interface BuildRequest {
  readonly docs: IndexInput;
  readonly key: string;
}

async function inThread(order: BuildRequest): Promise<Uint8Array> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: order });
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

/** The file is whole or not there: it is written under another name first. Those of older versions of the story go. */
async function save(folder: string, name: string, story: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${name}.${process.pid}.draft`);
  await writeFile(draft, bytes);
  await rename(draft, join(folder, name));
  const others = (await readdir(folder)).filter((file) => isIndexOf(file, story) && file !== name);
  await Promise.all(others.map((file) => rm(join(folder, file), { force: true })));
}

const isIndexOf = (file: string, story: string): boolean =>
  file.startsWith(`${story}.`) && /^[0-9a-f]{32}\.index$/.test(file.slice(story.length + 1));
