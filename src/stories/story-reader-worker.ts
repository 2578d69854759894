import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { readFolder, type StoryFiles } from '../data/files/read-folder.ts';
import type { Fact } from '../data/model/fact.ts';
import { storyFolders } from '../data/load.ts';
import type { TextFile } from '../data/model/problem.ts';
import { readYaml, type Read } from '../data/yaml/read-yaml.ts';
import { checkRevised, dryRun, type DryRun } from '../data/revisions/revision.ts';
import { storyVersion } from '../data/assemble-story.ts';
import type { Asked, FolderSnapshot, WorkerReply } from './story-reader.ts';

/** The thread that reads story folders, applies revisions and checks the result. */

/** In bytes. A larger story is read again only when the time, size or inode of a file changes. */
const SMALL = 1024 * 1024;

interface Known {
  readonly signature: string;
  readonly version: string;
}

const known = new Map<string, Known>();
/** Facts of a checked story that the main thread is receiving. */
const fetched = new Map<number, readonly Fact[]>();

async function signatureOf(folder: string, { yaml, sources }: StoryFiles): Promise<string> {
  const names = [...yaml.keys(), ...sources.keys(), '', 'facts', 'sources'];
  const told = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name), { bigint: true }).catch(() => null);
      return found === null ? name : [name, found.size, found.mtimeNs, found.ctimeNs, found.ino].join(' ');
    }),
  );
  return told.join('\n');
}

const sizeOf = ({ yaml, sources }: StoryFiles): number =>
  [...yaml.values(), ...sources.values()].reduce(
    (sum, stored) => sum + ('bytes' in stored ? stored.bytes.length : 0),
    0,
  );

/** Stamps of the files of large stories, by which a change is seen without reading. */
const large = new Map<string, StoryFiles>();

async function refresh(root: string, seen: Readonly<Record<string, string>>): Promise<readonly FolderSnapshot[]> {
  const folders: FolderSnapshot[] = [];
  for (const { id, isLink } of await storyFolders(root)) {
    const folder = join(root, id);
    if (isLink) {
      folders.push({ id, version: 'a link', files: null, isLink });
      continue;
    }
    const before = large.get(folder);
    const signature = before ? await signatureOf(folder, before) : '';
    const last = known.get(folder);
    if (last && signature !== '' && last.signature === signature && seen[id] === last.version) {
      folders.push({ id, version: last.version, files: null, isLink });
      continue;
    }
    const files = await readFolder(folder);
    const version = storyVersion(files);
    if (sizeOf(files) > SMALL) large.set(folder, files);
    else large.delete(folder);
    known.set(folder, { signature, version });
    folders.push({ id, version, files: seen[id] === version ? null : files, isLink });
  }
  return folders;
}

/** Parsed files by path: when a story changes, most of its files do not. */
const pages = new Map<string, Read>();
/** In UTF-16 units of text: the parsed form takes some thirty times as much memory. */
const REMEMBERED = 8 * 1024 * 1024;

function remembered(file: TextFile): Read {
  const last = pages.get(file.path);
  if (last?.file.text === file.text) return last;
  const page = readYaml(file);
  pages.delete(file.path);
  pages.set(file.path, page);
  let size = [...pages.values()].reduce((sum, one) => sum + one.file.text.length, 0);
  for (const [path, oldest] of pages) {
    if (size <= REMEMBERED) break;
    size -= oldest.file.text.length;
    pages.delete(path);
  }
  return page;
}

async function answer({ id, ...asked }: Asked): Promise<WorkerReply> {
  if (asked.to === 'look') return { id, folders: await refresh(asked.root, asked.seen) };
  if (asked.to === 'slice') {
    const facts = fetched.get(asked.of) ?? [];
    const slice = facts.slice(asked.from, asked.from + asked.count);
    if (asked.from + asked.count >= facts.length) fetched.delete(asked.of);
    return { id, facts: slice };
  }
  const { files, revisions, change } = asked;
  const checked: DryRun =
    change === null ? checkRevised(files, revisions, remembered) : dryRun(files, revisions, change, remembered);
  const base = checked.base === undefined ? {} : { base: checked.base };
  if ('problems' in checked) return { id, problems: checked.problems, ...base };
  const { facts, ...rest } = checked.story;
  if (facts.size > 0) fetched.set(id, [...facts.values()]);
  return { id, story: { ...rest, facts: new Map() }, count: facts.size, ...base };
}

parentPort?.on('message', (asked: Asked) => {
  void answer(asked)
    .catch((error: unknown): WorkerReply => ({
      id: asked.id,
      error: error instanceof Error ? error.message : String(error),
    }))
    .then((said) => parentPort?.postMessage(said));
});
