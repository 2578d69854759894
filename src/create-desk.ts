import type { Clock } from './clock.ts';
import { RULES } from './commands/permissions/rules.ts';
import type { Desk } from './commands/command.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { readAtlas } from './data/borders/borders.ts';
import { loadStories, type Refusal } from './data/load.ts';
import { ReaderError } from './errors.ts';
import { shown } from './stories/embargo-views.ts';
import type { Store } from './store/store.ts';
import { openChecking } from './draft-check/checker-pool.ts';
import { readCountries } from './search/story-search.ts';

export interface Opened {
  readonly desk: Desk;
  /** Stories that were left out, and everything that is wrong with them. The others go on. */
  readonly refusals: readonly Refusal[];
}

/**
 * Loads every story once and makes it searchable: for a terminal, and for whoever measures.
 * @throws ReaderError when not one story can be used.
 */
export async function openDesk(
  { STORIES_DIR }: Pick<Config, 'STORIES_DIR'>,
  clock: Clock,
  store: Store | null = null,
): Promise<Opened> {
  const { stories, refusals } = await loadStories(STORIES_DIR);
  wantSome(STORIES_DIR, stories.size, refusals.length);
  const open = await Promise.all([...stories].map(async ([id, story]) => [id, await shown(story)] as const));
  return { desk: deskOf(new Map(open), clock, store, null), refusals };
}

/** What the commands may know. @param history null where nothing is remembered. */
export function deskOf(stories: Desk['stories'], clock: Clock, store: Store | null, history: Desk['history']): Desk {
  readCountries();
  return { stories, clock, checking: openChecking(), atlas: readAtlas(), store, history, rules: RULES, commands };
}

/** @throws ReaderError when not one story can be used. */
export function wantSome(folder: string, stories: number, refusals: number): void {
  if (stories > 0) return;
  const why = refusals === 0 ? 'it holds no story' : 'no story in it passes the check';
  throw new ReaderError(`Nothing can be answered from ${folder}: ${why}. Run: npm run -s facts -- check`);
}
