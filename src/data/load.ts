import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ReaderError } from '../errors.ts';
import { checkStory, type Checked } from './check.ts';
import type { Story } from './model/fact.ts';
import { readFolder } from './files/read-folder.ts';
import { frozen } from './model/deep-freeze.ts';
import { problemOf, type Problem } from './model/problem.ts';

/** A story that failed the check, with its problems. */
export interface LoadFailure {
  readonly id: string;
  readonly problems: readonly Problem[];
}

export interface Loaded {
  /** By id, sorted. */
  readonly stories: ReadonlyMap<string, Story>;
  readonly refusals: readonly LoadFailure[];
}

/** Reads and checks one story folder. The story is frozen. */
export async function loadStory(folder: string): Promise<Checked> {
  const checked = checkStory(await readFolder(folder));
  return 'story' in checked ? { story: frozen(checked.story) } : checked;
}

/** Loads every story folder of `root`. A story that fails the check does not prevent the others. */
export async function loadStories(root: string): Promise<Loaded> {
  const stories = new Map<string, Story>();
  const refusals: LoadFailure[] = [];
  for (const { id, isLink } of await storyFolders(root)) {
    const checked = isLink ? { problems: [linked(root, id)] } : await loadStory(join(root, id));
    if ('story' in checked) stories.set(id, checked.story);
    else refusals.push({ id, problems: checked.problems });
  }
  return { stories: frozen(stories), refusals };
}

export const linked = (root: string, id: string): Problem =>
  problemOf(join(root, id), 'This folder is a link, and links are not followed.', 'Put the folder itself here.');

/** The folders that hold YAML, sorted. Hidden ones are left out. */
export async function storyFolders(root: string): Promise<readonly { id: string; isLink: boolean }[]> {
  const found = await readdir(root, { withFileTypes: true }).catch(() => {
    throw new ReaderError(
      `The folder of the stories, ${root}, cannot be read. Set STORIES_DIR to the folder that holds them.`,
    );
  });
  const shown = found.filter(({ name }) => !name.startsWith('.')).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const names = await Promise.all(shown.map(({ name }) => readdir(join(root, name)).catch(() => [])));
  return shown
    .filter((_, index) => names[index]?.some((name) => /\.ya?ml$/iu.test(name)))
    .map((item) => ({ id: item.name, isLink: item.isSymbolicLink() }));
}
