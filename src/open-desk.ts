import type { Clock } from './clock.ts';
import type { Desk } from './commands/command.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { readAtlas } from './data/borders/borders.ts';
import { released, releases } from './data/embargo.ts';
import type { Story } from './data/fact.ts';
import { loadStories, type Refusal } from './data/load.ts';
import { ReaderError } from './errors.ts';
import type { Store } from './store/store.ts';
import { openChecking } from './search/check/off-thread.ts';
import { buildIndex, type StoryIndex } from './search/find.ts';

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
  const shown = [...stories].map(([id, story]) => [id, showing(story)] as const);
  return {
    desk: { stories: new Map(shown), clock, checking: openChecking(), atlas: readAtlas(), store, commands },
    refusals,
  };
}

/**
 * The story as it may be shown at each instant: one index for each time at which something is released, so that the
 * embargo ends to the minute and no query ever meets what is held back.
 */
export function showing(story: Story): (now: Temporal.Instant) => StoryIndex {
  const first = buildIndex(released(story, FIRST));
  const later = releases(story).map((from) => ({ from, index: buildIndex(released(story, from)) }));
  return (now) => later.findLast(({ from }) => Temporal.Instant.compare(from, now) <= 0)?.index ?? first;
}

const FIRST = Temporal.Instant.fromEpochMilliseconds(0);
