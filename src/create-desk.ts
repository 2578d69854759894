import type { Clock } from './clock.ts';
import type { Desk, Membership } from './commands/command.ts';
import { commands, PERMISSION_RULES } from './commands/index.ts';
import type { Config } from './config.ts';
import { readAtlas } from './data/borders/borders.ts';
import { loadStories, type LoadFailure } from './data/load.ts';
import { ReaderError } from './errors.ts';
import { buildStoryViews } from './stories/embargo-views.ts';
import { withMeaning } from './stories/meaning-views.ts';
import type { Store } from './store/store.ts';
import { createDraftChecker } from './draft-check/checker-pool.ts';
import { createSentenceVectors, loadCountries } from './search/story-search.ts';

export interface LoadedDesk {
  readonly desk: Desk;
  /** Stories that failed the check, with their problems. The others are loaded. */
  readonly refusals: readonly LoadFailure[];
}

/**
 * Loads every story once and builds its index: for the terminal and for benchmarks.
 * @param byMeaning false finds by words and names only, without the encoder.
 * @throws ReaderError when not one story can be used.
 */
export async function loadDesk(
  {
    STORIES_DIR,
    INDEX_DIR = null,
    byMeaning = true,
  }: Pick<Config, 'STORIES_DIR'> & Partial<Pick<Config, 'INDEX_DIR'>> & { readonly byMeaning?: boolean },
  clock: Clock,
  store: Store | null = null,
): Promise<LoadedDesk> {
  const { stories, refusals } = await loadStories(STORIES_DIR);
  requireStories(STORIES_DIR, stories.size, refusals.length);
  // A terminal encodes what its first such question needs.
  const sentences = byMeaning ? createSentenceVectors(INDEX_DIR) : null;
  const open = await Promise.all(
    [...stories].map(async ([id, story]) => {
      const views = await buildStoryViews(story, null);
      return [id, sentences === null ? views : withMeaning(views, sentences)] as const;
    }),
  );
  return { desk: createDesk(new Map(open), clock, store, null, 'ownMachine'), refusals };
}

/** The desk of the commands. @param history null where there is no store. */
export function createDesk(
  stories: Desk['stories'],
  clock: Clock,
  store: Store | null,
  history: Desk['history'],
  servers: Membership,
): Desk {
  loadCountries();
  return {
    stories,
    clock,
    checking: createDraftChecker(),
    atlas: readAtlas(),
    store,
    history,
    servers,
    rules: PERMISSION_RULES,
    commands,
  };
}

/** @throws ReaderError when not one story can be used. */
export function requireStories(folder: string, stories: number, refusals: number): void {
  if (stories > 0) return;
  const why = refusals === 0 ? 'it holds no story' : 'no story in it passes the check';
  throw new ReaderError(`Nothing can be answered from ${folder}: ${why}. Run: npm run -s facts -- check`);
}
