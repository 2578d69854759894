import { expandTyped } from './segment.ts';
import type { DeltaSegment } from './segment.ts';
import { liveDocumentFrequency } from './segments.ts';
import type { SegmentedIndex } from './segments.ts';
import { expandTerm } from './expand-term.ts';
import type { TermExpansion } from './expand-term.ts';
import { lowerBound } from '../structures/number-list.ts';
import { documentFrequency } from './postings.ts';
import { topDocumentFrequency } from './bm25f.ts';
import type { QueryTerm } from './query-term.ts';
import { termId, termText } from './term-dictionary.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** What a word of a question may mean in documents. */
export interface ExpandedTerm {
  /** The words of each segment that it may mean, the large base first and then what was added, in its order. */
  readonly expansions: readonly TermExpansion[];
  /** 0 to 1: how surely the likeliest is meant. */
  readonly top: number;
  /** How many documents hold the commonest of the likeliest meanings. */
  readonly holding: number;
}

/**
 * A word is looked for once in the large base. What was added is mostly made of the same words, and for the others the
 * few that are new are looked through: the answer is that of one base that has all.
 * @param tags that it stands for besides.
 */
export function expandAcrossSegments(
  documents: SegmentedIndex,
  typed: QueryTerm,
  tags: readonly string[] = [],
): ExpandedTerm {
  const { main, added } = documents;
  const { vocabulary } = main.postings;
  const isIn = (words: TermDictionary): boolean => typed.spellings.some(({ word }) => termId(words, word) >= 0);
  const known = isIn(vocabulary) || added.some(({ base: { fresh } }) => fresh !== null && isIn(fresh.vocabulary));
  const asked = { ...typed, known };
  const whole = withTags(expandTyped(main, asked), vocabulary, tags);
  const pooled = new Map(whole);
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const few = added.map((segment) => {
    const { base } = segment;
    const expansion = new Map<number, number>();
    for (const [term, weight] of whole) {
      const place = placeOf(base, term);
      if (place !== undefined) expansion.set(place, weight);
    }
    for (const [place, weight] of freshOf(base, main.names, asked, tags)) {
      expansion.set(place, weight);
      const word = termText(base.postings.vocabulary, place);
      const number = numbers.get(word) ?? vocabulary.size + numbers.size;
      numbers.set(word, number);
      pooled.set(number, weight);
      held[number - vocabulary.size] =
        (held[number - vocabulary.size] ?? 0) + liveDocumentFrequency(documents, segment, place);
    }
    return expansion;
  });
  const spreadOf = (number: number): number => {
    if (number >= vocabulary.size) return held[number - vocabulary.size] ?? 0;
    let total = liveDocumentFrequency(documents, { base: main, from: 0 }, number);
    for (const segment of added) {
      const place = placeOf(segment.base, number);
      if (place !== undefined) total += liveDocumentFrequency(documents, segment, place);
    }
    return total;
  };
  return {
    expansions: [whole, ...few],
    top: Math.max(0, ...pooled.values()),
    holding: topDocumentFrequency(pooled, spreadOf),
  };
}

/** The number among the few of a word of the large base, if they have it. */
function placeOf({ known, places }: DeltaSegment, term: number): number | undefined {
  const at = lowerBound(known, term);
  return known[at] === term ? places[at] : undefined;
}

function* freshOf(
  { postings, fresh }: DeltaSegment,
  names: boolean,
  typed: QueryTerm,
  tags: readonly string[],
): Generator<readonly [place: number, weight: number]> {
  if (fresh === null) return;
  const { vocabulary, lexicon: spellingIndex, places } = fresh;
  const spreadOf = (at: number): number => documentFrequency(postings, places[at] ?? 0);
  const found = withTags(
    expandTerm({ vocabulary, lexicon: spellingIndex, names, spread: spreadOf }, typed),
    vocabulary,
    tags,
  );
  for (const [at, weight] of found) yield [places[at] ?? 0, weight];
}

function withTags(found: TermExpansion, vocabulary: TermDictionary, tags: readonly string[]): TermExpansion {
  const terms = tags.map((tag) => termId(vocabulary, tag)).filter((term) => term >= 0);
  return terms.length === 0 ? found : new Map([...found, ...terms.map((term) => [term, 1] as const)]);
}
