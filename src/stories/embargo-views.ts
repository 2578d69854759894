import { released, releases } from '../data/embargo.ts';
import type { Story } from '../data/model/fact.ts';
import { buildIndex, loadOrBuildIndex, type StoryIndex } from '../search/story-search.ts';

/** A story as it may be shown at an instant. */
export type StoryViews = (now: Temporal.Instant) => StoryIndex;

/** From so many facts on the tables are made in a thread: two thousand take a fifth of a second, in which nobody is answered. */
const LARGE = 2000;

const indexOf = (story: Story): StoryIndex | Promise<StoryIndex> =>
  story.facts.size < LARGE ? buildIndex(story) : loadOrBuildIndex(story, null, LARGE);

/**
 * One index for each time at which something is released, so that the embargo ends to the minute and no query ever meets
 * what is held back.
 */
export async function buildStoryViews(story: Story): Promise<StoryViews> {
  const first = await indexOf(released(story, FIRST));
  const later: { readonly from: Temporal.Instant; readonly index: StoryIndex }[] = [];
  for (const from of releases(story)) later.push({ from, index: await indexOf(released(story, from)) });
  return (now) => later.findLast(({ from }) => Temporal.Instant.compare(from, now) <= 0)?.index ?? first;
}

const FIRST = Temporal.Instant.fromEpochMilliseconds(0);
