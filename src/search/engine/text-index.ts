import type { TermExpansion } from './expand-term.ts';
import { expandTerm } from './expand-term.ts';
import { buildSpellingIndex } from './spelling-index.ts';
import type { SpellingIndex } from './spelling-index.ts';
import { buildPostings, documentFrequency } from './postings.ts';
import type { IndexedDocument, Field, Postings } from './postings.ts';
import { createScoringBuffers } from './bm25f.ts';
import type { ScoringBuffers } from './bm25f.ts';
import { toQueryTerm } from './query-term.ts';
import type { QueryTermOptions, QueryTerm } from './query-term.ts';
import { buildTrigrams, createTrigramBuffers, EMPTY_TRIGRAMS } from './trigrams.ts';
import type { TrigramIndex, TrigramBuffers } from './trigrams.ts';
import { termId } from './term-dictionary.ts';
import type { Thesaurus } from '../analysis/thesaurus.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** The saved part of an index: typed arrays and numbers alone. */
export interface TextTables {
  /** Whether the documents are names, which are also found by sound and by case endings. */
  readonly names: boolean;
  readonly postings: Postings;
  readonly lexicon: SpellingIndex;
  readonly trigrams: TrigramIndex;
}

/** An open index, with buffers that a query writes to. */
export interface TextIndex extends TextTables {
  /** Synonyms of query terms; null for names. */
  readonly thesaurus: Thesaurus | null;
  /** One query at a time. */
  readonly buffers: ScoringBuffers & TrigramBuffers;
}

export const buildTextTables = (docs: readonly IndexedDocument[], fields: readonly Field[]): TextTables =>
  packTextTables(buildPostings(docs, fields), false);

export function packTextTables(postings: Postings, names: boolean): TextTables {
  const lexicon = buildSpellingIndex(postings.vocabulary, {
    names,
    spread: (term) => documentFrequency(postings, term),
    isCommon: (term) => postings.common[term] === 1,
  });
  return { names, postings, lexicon, trigrams: names ? EMPTY_TRIGRAMS : buildTrigrams(postings) };
}

export const openTextIndex = (tables: TextTables, thesaurus: Thesaurus | null): TextIndex => ({
  ...tables,
  thesaurus,
  buffers: { ...createScoringBuffers(tables.postings.count), ...createTrigramBuffers() },
});

export const expandWord = (index: TextIndex, word: Token, options: QueryTermOptions): TermExpansion =>
  expandTyped(index, toQueryTerm(word, options));

export const expandTyped = ({ postings, lexicon, names }: TextIndex, typed: QueryTerm): TermExpansion =>
  expandTerm(
    { vocabulary: postings.vocabulary, lexicon, names, spread: (term) => documentFrequency(postings, term) },
    typed,
  );

/** How many documents contain this exact word. */
export function queryTermFrequency({ postings }: TextIndex, word: Token): number {
  const frequencies = word.folds.map((spelling) => {
    const term = termId(postings.vocabulary, spelling);
    return term < 0 ? 0 : documentFrequency(postings, term);
  });
  return Math.max(0, ...frequencies);
}
