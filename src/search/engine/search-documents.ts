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
  /** It is still being typed. */
  readonly open: boolean;
  /** Tags that it stands for besides. */
  readonly tags: readonly string[];
  /** A word of saying: who is named beside it is meant as the speaker. */
  readonly saying: boolean;
}

export type ContextTerm = Pick<SearchTerm, 'word' | 'open'>;

export interface SearchQuery {
  readonly sought: readonly SearchTerm[];
  /** The other words: nothing is found by them, but of two documents the one that has them is meant. */
  readonly beside: readonly ContextTerm[];
}

/** A document, and what was sought and is not in it. */
export interface ScoredDocument extends RankedDocument {
  readonly missing: readonly SearchTerm[];
}

/** Documents ranked by words and then looked at more closely. */
const LOOKED_AT = 80;
/** Of two telling words there may be more documents alike than are looked at: so many are sifted by the other words first. */
const SIFTED = 320;

/**
 * The documents that hold most of what is sought, best first.
 * @param wanted documents that it does not pass are as good as absent.
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
  const most = Math.min(count, beside.length > 0 ? SIFTED : LOOKED_AT);
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
    .slice(0, LOOKED_AT)
    .map(({ hit, worth }) => ({ ...hit, worth }));
  const spellings = sought.map(({ word }) => word.folds[0] ?? '');
  const ranked = rerankByTrigrams(index, spellings, top, (hit) => hit.worth + (ALL * hit.words) / sought.length);
  return ranked.map((hit) => ({
    ...hit,
    missing: sought.filter((one, at) => !meets(postings, hit.doc, expanded[at]?.expansion ?? NOTHING, leastOf(one))),
  }));
}

/** Whether a document has a word that may well be what is meant. */
function meets({ docStarts, docTerms }: Postings, doc: number, expansion: TermExpansion, least: number): boolean {
  for (let at = docStarts[doc] ?? 0; at < (docStarts[doc + 1] ?? 0); at++) {
    if ((expansion.get(docTerms[at] ?? -1) ?? 0) >= least) return true;
  }
  return false;
}

/**
 * What a word that tells nothing is worth, beside the weight of the words that do: enough to choose between two documents
 * that have these alike. In a small base "many" is rare, and would outweigh what was asked for.
 */
const MOST_BESIDE = 1.5;
const LEAST_TOLD = 8;

/** What it is worth that all words of the question are met, the common ones too: an unfinished word is mostly common. */
const ALL = 0.3;

const NOTHING: TermExpansion = new Map();

/**
 * A word that the base has less surely than this is in part a word that it does not have, and tells as much as one: else
 * "defend our people" would be found by "people" alone, because some other fact has "protect".
 */
const ALIKE = 0.6;
/** "Say" beside a speaker repeats him: with its full weight "what did Kurti say about a boycott" was half met by any words of his. */
const SAYING = 0.3;

/**
 * So few letters of a word still being typed are enough to list facts by, and not to answer with one, unless they are a
 * whole word of another language: "zid" is a wall.
 */
const FEW_LETTERS = 3;
const EXACT = 0.95;
/** Words this unlike lead to facts, and prove nothing: "Vučić" is not "office". */
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

/** Whether a document has one of these terms. Its own are sorted. */
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
