import type { TermExpansion } from './expand-term.ts';
import { expandTerm } from './expand-term.ts';
import { buildSpellingIndex } from './spelling-index.ts';
import type { SpellingIndex, LexiconOptions } from './spelling-index.ts';
import { buildPostings, buildPostingsInSteps, documentFrequency } from './postings.ts';
import type { IndexedDocument, Field, Postings } from './postings.ts';
import { createScoringBuffers } from './bm25f.ts';
import type { ScoringBuffers } from './bm25f.ts';
import { toQueryTerm } from './query-term.ts';
import type { QueryTermOptions, QueryTerm } from './query-term.ts';
import { runToEnd } from '../structures/incremental.ts';
import type { Steps } from '../structures/incremental.ts';
import { addTrigrams, buildTrigrams, createTrigramBuffers, EMPTY_TRIGRAMS } from './trigrams.ts';
import type { TrigramCounts, TrigramIndex, TrigramBuffers } from './trigrams.ts';
import { NumberList } from '../structures/number-list.ts';
import { makeVocabulary, termId, termText } from './term-dictionary.ts';
import type { TermDictionary } from './term-dictionary.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Documents made searchable, as typed arrays and numbers alone: this is what is saved. */
export interface SegmentTables {
  readonly names: boolean;
  readonly postings: Postings;
  readonly lexicon: SpellingIndex;
  readonly trigrams: TrigramIndex;
}

/** What documents are ranked by. */
export interface SearchableSegment {
  readonly postings: Postings;
  readonly trigrams: TrigramIndex;
  readonly scratch: ScoringBuffers & TrigramBuffers;
}

export interface Segment extends SegmentTables, SearchableSegment {}

export const buildSegmentTables = (docs: readonly IndexedDocument[], fields: readonly Field[]): SegmentTables =>
  packSegmentTables(buildPostings(docs, fields), false);

/** @param names whether the documents are names, which are met by sound and by their endings too. */
export function packSegmentTables(postings: Postings, names: boolean): SegmentTables {
  const spellingIndex = runToEnd(buildSpellingIndex(postings.vocabulary, optionsOf(names, postings)));
  return { names, postings, lexicon: spellingIndex, trigrams: names ? EMPTY_TRIGRAMS : buildTrigrams(postings) };
}

const optionsOf = (names: boolean, postings: Postings, termAt = (at: number): number => at): LexiconOptions => ({
  names,
  spread: (at) => documentFrequency(postings, termAt(at)),
  isCommon: (at) => postings.common[termAt(at)] === 1,
});

export const withBuffers = (tables: SegmentTables): Segment => ({
  ...tables,
  scratch: { ...createScoringBuffers(tables.postings.count), ...createTrigramBuffers() },
});

/**
 * A few documents beside a base, weighed as if they stood in it, so that both can be ranked together. What a word may mean
 * among them is known from what it means in the base; only words that the base has not are filed by spelling and sound.
 */
export interface DeltaSegment extends SearchableSegment {
  /** The numbers in the base of those of their words that it has, ascending, */
  readonly known: Uint32Array;
  /** and the numbers of the same words here. */
  readonly places: Uint32Array;
  readonly fresh: Fresh | null;
  readonly runs: TrigramCounts;
}

interface Fresh {
  readonly vocabulary: TermDictionary;
  readonly lexicon: SpellingIndex;
  /** The numbers of these words among all of the few. */
  readonly places: Uint32Array;
}

/** Words that are looked up in one step. */
const A_STEP = 16;

export function* buildDelta(
  base: Segment,
  docs: readonly IndexedDocument[],
  fields: readonly Field[],
): Steps<DeltaSegment> {
  const postings = yield* buildPostingsInSteps(docs, fields, base.postings.means);
  const { vocabulary } = postings;
  const [known, places, fresh] = [new NumberList(), new NumberList(), new NumberList()];
  const runs = new Map<number, number>();
  for (let term = 0; term < vocabulary.size; term++) {
    if (term % A_STEP === 0) yield;
    addTrigrams(runs, postings, term);
    const same = termId(base.postings.vocabulary, termText(vocabulary, term));
    if (same < 0) fresh.push(term);
    else {
      known.push(same);
      places.push(term);
    }
  }
  const filed = fresh.length === 0 ? null : yield* fileFresh(base, postings, fresh.filled());
  const buffers = { ...base.scratch, ...createScoringBuffers(postings.count) };
  const trigrams = buildTrigrams(postings, base.trigrams);
  return { postings, trigrams, scratch: buffers, known: known.filled(), places: places.filled(), fresh: filed, runs };
}

function* fileFresh({ names }: Segment, postings: Postings, places: Uint32Array): Steps<Fresh> {
  const vocabulary = makeVocabulary(Array.from(places, (term) => termText(postings.vocabulary, term)));
  const spellingIndex = yield* buildSpellingIndex(
    vocabulary,
    optionsOf(names, postings, (at) => places[at] ?? 0),
  );
  return { vocabulary, lexicon: spellingIndex, places };
}

export const expandWord = (base: Segment, word: Token, looking: QueryTermOptions): TermExpansion =>
  expandTyped(base, toQueryTerm(word, looking));

export const expandTyped = ({ postings, lexicon: spellingIndex, names }: Segment, typed: QueryTerm): TermExpansion =>
  expandTerm(
    {
      vocabulary: postings.vocabulary,
      lexicon: spellingIndex,
      names,
      spread: (term) => documentFrequency(postings, term),
    },
    typed,
  );
