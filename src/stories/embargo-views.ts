import { released, releases } from '../data/embargo.ts';
import type { Story } from '../data/model/fact.ts';
import { loadOrBuildIndexes, type IndexCache, type StoryIndex } from '../search/story-search.ts';

/** A story as it may be shown at an instant. */
export type StoryViews = (now: Temporal.Instant) => StoryIndex;

const FIRST = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * One index for each time of release, so that an embargo ends to the minute and no query reads embargoed facts.
 */
export async function buildStoryViews(story: Story, cache: IndexCache | null = null): Promise<StoryViews> {
  const instants = [FIRST, ...releases(story)];
  const indexes = await loadOrBuildIndexes(
    instants.map((instant) => released(story, instant)),
    cache,
  );
  const views = instants.flatMap((from, at) => {
    const index = indexes[at];
    return index === undefined ? [] : [{ from, index }];
  });
  const [first] = indexes;
  if (first === undefined) throw new Error(`The story "${story.id}" has no index.`);
  return (now) => views.findLast(({ from }) => Temporal.Instant.compare(from, now) <= 0)?.index ?? first;
}
