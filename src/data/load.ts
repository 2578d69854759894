import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ReaderError } from '../errors.ts';
import { checkStory, type Checked } from './check.ts';
import type { Story } from './fact.ts';
import { readFolder } from './folder.ts';
import { frozen } from './frozen.ts';
import type { Problem } from './problem.ts';

/** A story that did not pass, and everything that is wrong with it. */
export interface Refusal {
  readonly id: string;
  readonly problems: readonly Problem[];
}

export interface Loaded {
  /** By id, sorted. */
  readonly stories: ReadonlyMap<string, Story>;
  readonly refusals: readonly Refusal[];
}

/** Reads and checks one story folder. The story is frozen. */
export async function loadStory(folder: string): Promise<Checked> {
  const checked = checkStory(await readFolder(folder));
  return 'story' in checked ? { story: frozen(checked.story) } : checked;
}

/** Every story folder of `root`. One that does not pass keeps no other from being loaded. */
export async function loadStories(root: string): Promise<Loaded> {
  const stories = new Map<string, Story>();
  const refusals: Refusal[] = [];
  for (const id of await storyFolders(root)) {
    const checked = await loadStory(join(root, id));
    if ('story' in checked) stories.set(id, checked.story);
    else refusals.push({ id, problems: checked.problems });
  }
  return { stories: frozen(stories), refusals };
}

/** Folders that hold YAML or say by their files that they mean to be a story; links and hidden folders are not followed. */
async function storyFolders(root: string): Promise<readonly string[]> {
  const found = await readdir(root, { withFileTypes: true }).catch(() => {
    throw new ReaderError(
      `The folder of the stories, ${root}, cannot be read. Set STORIES_DIR to the folder that holds them.`,
    );
  });
  const folders = found.filter((item) => item.isDirectory() && !item.name.startsWith('.')).map((item) => item.name);
  const isStory = await Promise.all(
    folders.map(async (name) => (await readdir(join(root, name))).some((file) => /\.ya?ml$/iu.test(file))),
  );
  return folders.filter((_, index) => isStory[index]).toSorted();
}
