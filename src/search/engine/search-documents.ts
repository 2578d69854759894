import { queryTermFrequency } from './text-index.ts';
import type { TextIndex } from './text-index.ts';
import type { TermExpansion } from './expand-term.ts';
import { toEnglish } from '../analysis/glossary.ts';
import { expandQueryTerm } from './expand-query-term.ts';
import type { ExpandedTerm } from './expand-query-term.ts';
import type { Postings } from './postings.ts';
import { idf, scoreDocuments } from './bm25f.ts';
import type { RankedDocument, QueryTermScore } from './bm25f.ts';
import { rerankByTrigrams } from './trigrams.ts';
import { toQueryTerm } from './query-term.ts';
import { termId, termsWithPrefix } from './term-dictionary.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** A word to look for. */
export interface SearchTerm {
  readonly word: Token;
  /** The word is still being typed. */
  readonly open: boolean;
  /** Tags of the people and places that the word names. */
  readonly tags: readonly string[];
  /** A verb of saying: the person named beside it is meant as the speaker. */
  readonly saying: boolean;
}

export type ContextTerm = Pick<SearchTerm, 'word' | 'open'>;

export interface SearchQuery {
  readonly sought: readonly SearchTerm[];
  /** Stopwords: they find nothing, but of two similar documents the one with them ranks first. */
  readonly beside: readonly ContextTerm[];
}

/** A document, and the search terms that it lacks. */
export interface ScoredDocument extends RankedDocument {
  readonly missing: readonly SearchTerm[];
}

/** Documents that are ranked again by trigrams. */
const RERANKED = 80;
/** Two search terms may match more documents equally well: stopwords choose among so many. */
const RANKED_BY_CONTEXT = 320;

/**
 * The documents that contain most of the search terms, best first.
 * @param wanted documents that it rejects are skipped.
 */
export function searchDocuments(
  index: TextIndex,
  { sought, beside }: SearchQuery,
  wanted?: (doc: number) => boolean,
): ScoredDocument[] {
  const { postings, buffers, thesaurus } = index;
  const { count } = postings;
  const expanded = sought.map(({ word, open, tags }) =>
    expandQueryTerm(index, toQueryTerm(word, { open, thesaurus }), tags),
  );
  const idfs = sought.map(({ saying }, at) => {
    const { top = 0, holding = 0 } = expanded[at] ?? {};
    const known = Math.min(1, top / ALIKE);
    return (saying ? SAYING : 1) * (known * idf(count, holding) + (1 - known) * idf(count, 0));
  });
  const terms = sought.map((one, at) => toScoredTerm(one, idfs[at] ?? 0, expanded[at]));
  const most = Math.min(count, beside.length > 0 ? RANKED_BY_CONTEXT : RERANKED);
  const best = scoreDocuments(postings, buffers, terms, most, wanted);
  const told = idfs.reduce((a, b) => a + b, 0);
  const context = beside.map((one) => ({
    ranges: rangesOf(postings, one),
    worth: Math.min(MOST_BESIDE, idf(count, queryTermFrequency(index, one.word))) / Math.max(told, LEAST_TOLD),
  }));
  const highest = best.reduce((max, { score }) => Math.max(max, score), 0) || 1;
  const top = best
    .map((hit) => {
      const held = context.filter(({ ranges }) => holds(postings, hit.doc, ranges));
      const worth = held.reduce((sum, one) => sum + one.worth, 0);
      return { hit, worth, by: hit.score / highest + worth };
    })
    .toSorted((a, b) => b.by - a.by || a.hit.doc - b.hit.doc)
    .slice(0, RERANKED)
    .map(({ hit, worth }) => ({ ...hit, worth }));
  const spellings = sought.map(({ word }) => word.folds[0] ?? '');
  const ranked = rerankByTrigrams(index, spellings, top, (hit) => hit.worth + (ALL * hit.words) / sought.length);
  return ranked.map((hit) => ({
    ...hit,
    missing: sought.filter((one, at) => !meets(postings, hit.doc, expanded[at]?.expansion ?? NOTHING, leastOf(one))),
  }));
}

/** Whether a document has a term of at least this weight. */
function meets({ docStarts, docTerms }: Postings, doc: number, expansion: TermExpansion, least: number): boolean {
  for (let at = docStarts[doc] ?? 0; at < (docStarts[doc + 1] ?? 0); at++) {
    if ((expansion.get(docTerms[at] ?? -1) ?? 0) >= least) return true;
  }
  return false;
}

/**
 * The most that a stopword adds, beside the weight of the search terms: enough to choose between two equal documents.
 * In a small index "many" is rare, and would outweigh the search terms.
 */
const MOST_BESIDE = 1.5;
const LEAST_TOLD = 8;

/** Bonus for a document with all search terms, common ones too: an unfinished word is mostly common. */
const ALL = 0.3;

const NOTHING: TermExpansion = new Map();

/**
 * Below this weight a term counts in part as missing from the index. Otherwise "people" alone would answer
 * "defend our people", because some other fact has "protect".
 */
const ALIKE = 0.6;
/** A verb of saying beside a speaker adds little: at full weight any quotation of Kurti half answered "what did Kurti say about a boycott". */
const SAYING = 0.3;

/**
 * So few letters of an unfinished word suggest facts but do not answer, unless they are a whole word of another
 * language: "zid" is a wall.
 */
const FEW_LETTERS = 3;
const EXACT = 0.95;
/** Terms below this weight suggest facts but do not answer: "Vučić" is not "office". */
const GUESSED = 0.45;

const isFew = ({ word, open, tags }: SearchTerm): boolean =>
  open &&
  tags.length === 0 &&
  (word.folds[0] ?? '').length <= FEW_LETTERS &&
  word.folds.every((one) => toEnglish(one) === null);
const leastOf = (one: SearchTerm): number => (isFew(one) ? EXACT : GUESSED);

function toScoredTerm(
  one: SearchTerm,
  idf: number,
  { expansion, top }: Pick<ExpandedTerm, 'expansion' | 'top'> = { expansion: NOTHING, top: 0 },
): QueryTermScore {
  if (top < GUESSED) return { expansion, idf, proof: 0 };
  return { expansion, idf, proof: isFew(one) && top < EXACT ? 0.5 : 1 };
}

type DateRange = readonly [from: number, to: number];

/** The terms that are this very word or, where it is still being typed, that begin so. */
const rangesOf = ({ vocabulary }: Postings, { word, open }: ContextTerm): readonly DateRange[] =>
  word.folds.flatMap((spelling): DateRange[] => {
    const term = termId(vocabulary, spelling);
    const [from, to] = open ? termsWithPrefix(vocabulary, spelling) : [term, term + 1];
    return from < 0 || from >= to ? [] : [[from, to]];
  });

/** Whether a document has one of these terms. The terms of a document are sorted. */
function holds({ docStarts, docTerms }: Postings, doc: number, ranges: readonly DateRange[]): boolean {
  return ranges.some(([from, to]) => {
    let low = docStarts[doc] ?? 0;
    let high = docStarts[doc + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((docTerms[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low < (docStarts[doc + 1] ?? 0) && (docTerms[low] ?? 0) < to;
  });
}
