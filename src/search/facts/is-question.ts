import { readQuery } from '../analysis/read-query.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import type { StoryIndex } from './searchable-story.ts';
import { expandQueryTerm } from '../engine/expand-query-term.ts';
import { mentionsIn } from '../entities/entity-mentions.ts';
import { titlesIn } from '../entities/title-matcher.ts';
import { toQueryTerm } from '../engine/query-term.ts';
import { termId } from '../engine/term-dictionary.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Least similarity of two forms of one word ("guards", "guarding"). */
const FORM = 0.75;

/**
 * Tells whether the query is a question ("who threw stones at the police") and not only a name.
 * A question has a word besides names and titles that facts use.
 * "Mayor of Pristina" has none, so no fact about another mayor answers it.
 */
export function isQuestion(index: StoryIndex, typed: string): boolean {
  const { words } = readQuery(typed);
  const { taken } = mentionsIn(index, words);
  const titles = titlesIn(index.roles.offices, words);
  const isTitle = (at: number): boolean => titles.some(({ start, end }) => at >= start && at < end);
  // "South of Kosovo" is a place outside the story.
  const { vocabulary } = index.where.names.base.postings;
  const isOfPlaces = (word: Token): boolean => word.folds.some((spelling) => termId(vocabulary, spelling) >= 0);
  const isKnown = (word: Token): boolean =>
    expandQueryTerm(index.facts.documents, toQueryTerm(word, { open: false }))
      .expansion.values()
      .some((weight) => weight >= FORM);
  const isPlain = (word: Token, at: number): boolean =>
    taken[at] !== true && !isStopwordInName(word.folds[0] ?? '') && !isTitle(at);
  // The Serbian Radical Party is not another party whose facts share its words.
  if (words.some((word, at) => at > 0 && isPlain(word, at) && /^\p{Lu}/u.test(word.raw) && !isKnown(word)))
    return false;
  return words.some(
    (word, at) =>
      taken[at] !== true &&
      !isTitle(at) &&
      !isOfPlaces(word) &&
      !isStopwordInName(word.folds[0] ?? '') &&
      isKnown(word),
  );
}
