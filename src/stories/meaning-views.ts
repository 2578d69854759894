import type { Story } from '../data/model/fact.ts';
import { findingByMeaning, isEncoded, sentencesOf, type SentenceVectors } from '../search/story-search.ts';
import type { StoryViews } from './embargo-views.ts';

/** Encodes what the facts of a story say, so that its first question waits for nothing. */
export async function encodeStory(story: Story, sentences: SentenceVectors): Promise<void> {
  if (isEncoded(story)) await sentences.prepare([...story.facts.values()].flatMap(sentencesOf));
}

/** The same views, which also find by meaning. */
export function withMeaning(views: StoryViews, sentences: SentenceVectors): StoryViews {
  const open = findingByMeaning(sentences);
  return (now) => open(views(now));
}
