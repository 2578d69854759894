import { fileURLToPath } from 'node:url';
import { loadStory } from '../../src/data/load.ts';
import { makeChecker, type Checker } from '../../src/draft-check/check-draft.ts';

const FOLDERS = {
  'kosovo-mayors-2023': new URL('../../src/data/stories/kosovo-mayors-2023', import.meta.url),
  'harbour-flood': new URL('../fixtures/stories/harbour-flood', import.meta.url),
} as const;

export async function checkerOf(id: keyof typeof FOLDERS): Promise<Checker> {
  const checked = await loadStory(fileURLToPath(FOLDERS[id]));
  if (!('story' in checked)) throw new Error(`The story ${id} does not pass its check.`);
  return makeChecker(checked);
}
