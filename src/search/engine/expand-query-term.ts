import { expandTyped } from './text-index.ts';
import type { TextIndex } from './text-index.ts';
import type { TermExpansion } from './expand-term.ts';
import { documentFrequency } from './postings.ts';
import { topDocumentFrequency } from './bm25f.ts';
import type { QueryTerm } from './query-term.ts';
import { termId } from './term-dictionary.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** The indexed terms that a query term may mean. */
export interface ExpandedTerm {
  readonly expansion: TermExpansion;
  /** 0 to 1: the weight of the likeliest term. */
  readonly top: number;
  /** Document frequency of the commonest among the likeliest terms. */
  readonly holding: number;
}

/** @param tags of the people and places that the term names. */
export function expandQueryTerm(index: TextIndex, typed: QueryTerm, tags: readonly string[] = []): ExpandedTerm {
  const { postings } = index;
  const { vocabulary } = postings;
  const expansion = withTags(expandTyped(index, typed), vocabulary, tags);
  return {
    expansion,
    top: Math.max(0, ...expansion.values()),
    holding: topDocumentFrequency(expansion, (term) => documentFrequency(postings, term)),
  };
}

function withTags(found: TermExpansion, vocabulary: TermDictionary, tags: readonly string[]): TermExpansion {
  const terms = tags.map((tag) => termId(vocabulary, tag)).filter((term) => term >= 0);
  return terms.length === 0 ? found : new Map([...found, ...terms.map((term) => [term, 1] as const)]);
}
