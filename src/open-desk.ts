import type { Clock } from './clock.ts';
import type { Desk } from './commands/command.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { readAtlas } from './data/borders/borders.ts';
import { loadStories, type Refusal } from './data/load.ts';
import { ReaderError } from './errors.ts';
import type { Store } from './store/store.ts';
import { buildIndex } from './search/find.ts';

export interface Opened {
  readonly desk: Desk;
  /** Stories that were left out, and everything that is wrong with them. The others go on. */
  readonly refusals: readonly Refusal[];
}

/**
 * Loads every story and makes it searchable.
 * @throws ReaderError when not one story can be used.
 */
export async function openDesk(
  { STORIES_DIR }: Pick<Config, 'STORIES_DIR'>,
  clock: Clock,
  store: Store | null = null,
): Promise<Opened> {
  const { stories, refusals } = await loadStories(STORIES_DIR);
  if (stories.size === 0) {
    const why = refusals.length === 0 ? 'it holds no story' : 'no story in it passes the check';
    throw new ReaderError(`Nothing can be answered from ${STORIES_DIR}: ${why}. Run: npm run -s facts -- check`);
  }
  const indexes = [...stories].map(([id, story]) => [id, buildIndex(story)] as const);
  return { desk: { stories: new Map(indexes), clock, atlas: readAtlas(), store, commands }, refusals };
}
