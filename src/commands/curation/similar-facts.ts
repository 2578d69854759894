import type { Fact } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { findFacts, contentWordsIn, type StoryIndex } from '../../search/story-search.ts';

/** Two sentences with this Dice coefficient of their folded words, or more, are alike. */
const ALIKE = 0.6;
const MOST = 3;

/** Facts that say much the same as a proposed sentence, most alike first. */
export function similarFacts(index: StoryIndex, says: string, snippet: string): Fact[] {
  const wanted = new Set(contentWordsIn(says));
  const { answers, related } = findFacts(index, says);
  const near = new Set([...answers, ...related].map(({ fact }) => fact));
  const sameSnippet = usableFacts(index.story).filter((fact) => fact.citations.some(({ quote }) => quote === snippet));
  return [...new Set([...near, ...sameSnippet])]
    .map((fact) => ({ fact, likeness: dice(wanted, new Set(contentWordsIn(fact.says))) }))
    .filter(({ fact, likeness }) => likeness >= ALIKE && fact.status !== 'retracted')
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ fact }) => fact);
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
