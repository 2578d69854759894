import { appendFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ids } from './joined-bot.ts';

/** A copy of the stories in `folder`, which names both newsrooms of the emulator: a bot in two servers needs that. */
export async function namedStories(folder: string): Promise<string> {
  const stories = join(folder, 'stories');
  await cp(join(import.meta.dirname, '../fixtures/stories'), stories, { recursive: true });
  await appendFile(join(stories, 'harbour-flood/story.yml'), `servers: ['${ids.harbour}', '${ids.valley}']\n`);
  return stories;
}
