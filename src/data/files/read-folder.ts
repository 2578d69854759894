import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

/** The bytes of a file, or why it was not read. Plain data, so that it can be sent between threads. */
export type Stored = { readonly bytes: Uint8Array } | { readonly message: string; readonly cure: string };

export interface StoryFiles {
  /** The name of the folder: the story's id. */
  readonly id: string;
  /** The folder as it was given; the paths of problems begin with it. */
  readonly folder: string;
  /** Every YAML file by its path in the story, in order: `story.yml`, `facts/april.yml`. */
  readonly yaml: ReadonlyMap<string, Stored>;
  /** Everything in `sources/` by its path in the story. Nothing else can be named by a source. */
  readonly sources: ReadonlyMap<string, Stored>;
}

const KIBIBYTE = 1024;
/** Largest YAML file that is read, in bytes. */
export const LARGEST_YAML = 256 * KIBIBYTE;
const LARGEST_SOURCE = 2 * KIBIBYTE * KIBIBYTE;

/**
 * Reads the files of a story. Names come from listing its folders, never from file contents, so no story can read a file
 * outside. Links that lead out are not followed.
 */
export async function readFolder(folder: string): Promise<StoryFiles> {
  const root = await realpath(folder);
  const yaml = new Map<string, Stored>();
  for (const { name, isFolder } of [...(await listing(folder, '')), ...(await listing(folder, 'facts'))]) {
    if (isYaml(name)) yaml.set(name, await readStored(root, folder, name, LARGEST_YAML));
    else if (isFolder && name.startsWith('facts/')) yaml.set(name, FOLDER);
  }
  const sources = new Map<string, Stored>();
  for (const { name } of await listing(folder, 'sources')) {
    sources.set(name, await readStored(root, folder, name, LARGEST_SOURCE));
  }
  return { id: basename(root), folder, yaml, sources };
}

const isYaml = (name: string) => /\.ya?ml$/iu.test(name);

const FOLDER: Stored = {
  message: 'This is a folder, and facts in it would not be read.',
  cure: 'Put its files into facts/ itself.',
};

interface Listed {
  /** The path in the story. */
  readonly name: string;
  readonly isFolder: boolean;
}

/** The files of one folder of the story, sorted, without hidden ones; empty for a missing folder. */
async function listing(folder: string, inside: string): Promise<readonly Listed[]> {
  const found = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
  return found
    .filter(({ name }) => !name.startsWith('.'))
    .map((item) => ({ name: inside === '' ? item.name : `${inside}/${item.name}`, isFolder: item.isDirectory() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function readStored(root: string, folder: string, name: string, largest: number): Promise<Stored> {
  const path = await realpath(join(folder, name)).catch(() => null);
  if (path === null) return { message: 'This link leads nowhere.', cure: 'Put the file itself into the folder.' };
  if (!path.startsWith(root + sep)) {
    return { message: "This link leads out of the story's folder.", cure: 'Put the file itself into the folder.' };
  }
  const found = await stat(path);
  if (!found.isFile()) return { message: 'This is not a file.', cure: 'Only files are read here.' };
  if (found.size > largest) {
    return {
      message: `The file has ${Math.ceil(found.size / KIBIBYTE)} KB; at most ${largest / KIBIBYTE} KB are read.`,
      cure: largest === LARGEST_YAML ? 'Split it: facts may stand in several files in facts/.' : 'Archive it in parts.',
    };
  }
  return { bytes: await readFile(path) };
}
