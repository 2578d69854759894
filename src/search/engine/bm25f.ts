import type { TermExpansion } from './expand-term.ts';
import { TopK } from '../structures/top-k.ts';
import { K1, documentFrequency } from './postings.ts';
import type { Postings } from './postings.ts';

/** One query term: the indexed terms that it may mean, and its inverse document frequency. */
export interface QueryTermScore {
  readonly expansion: TermExpansion;
  readonly idf: number;
  /** 0 to 1: how far a match proves the meaning. A few letters begin many words ("bot", "both"). */
  readonly proof?: number;
}

export interface RankedDocument {
  readonly doc: number;
  readonly score: number;
  /** 0 to 1: the share of the query's idf that the document matches, weighed by certainty. */
  readonly coverage: number;
  /** How many query terms the document matches. */
  readonly words: number;
}

/** One number a document, kept with the index so that a query allocates nothing. One query at a time. */
export interface ScoringBuffers {
  readonly score: Float32Array;
  readonly cover: Float32Array;
  readonly proven: Float32Array;
  readonly words: Uint8Array;
  readonly best: Float32Array;
  /** The turn in which the document last matched. */
  readonly stamp: Uint32Array;
  readonly touched: Uint32Array;
  turn: number;
}

export const createScoringBuffers = (count: number): ScoringBuffers => ({
  score: new Float32Array(count),
  cover: new Float32Array(count),
  proven: new Float32Array(count),
  words: new Uint8Array(count),
  best: new Float32Array(count),
  stamp: new Uint32Array(count),
  touched: new Uint32Array(count),
  turn: 0,
});

export const idf = (count: number, holding: number): number =>
  Math.log(1 + Math.max(0, count - holding + 0.5) / (holding + 0.5));

/** Terms whose weights are this near the best count as equally likely. */
const LIKELY = 0.25;

/**
 * Document frequency of the commonest among a query term's likeliest meanings. One idf serves all meanings: with an idf each,
 * a misspelling found nowhere else would weigh most, as the rarest.
 */
export function topDocumentFrequency(expansion: TermExpansion, spreadOf: (term: number) => number): number {
  let top = 0;
  for (const weight of expansion.values()) if (weight > top) top = weight;
  let most = 0;
  for (const [term, weight] of expansion) if (weight >= top - LIKELY) most = Math.max(most, spreadOf(term));
  return most;
}

/** One typed word in a base of its own. */
export const slotOf = (postings: Postings, expansion: TermExpansion): QueryTermScore => ({
  expansion,
  idf: idf(
    postings.count,
    topDocumentFrequency(expansion, (term) => documentFrequency(postings, term)),
  ),
});

/** A term in more documents than this only adds to documents already matched, once there are `ENOUGH`. */
const COMMON = 2000;
const COMMON_SHARE = 0.08;
const ENOUGH = 50;

/** One binary search in a posting list costs as much as so many sequential steps. */
const STEPS = 24;

/** The best `most` documents, best first; equal scores in index order. */
export function scoreDocuments(
  postings: Postings,
  buffers: ScoringBuffers,
  slots: readonly QueryTermScore[],
  most: number,
  wanted?: (doc: number) => boolean,
): RankedDocument[] {
  const { stamp } = buffers;
  // Turns must not reach 2^32, the limit of `stamp`.
  if (buffers.turn > 4e9) {
    stamp.fill(0);
    buffers.turn = 0;
  }
  const query = ++buffers.turn;
  let met = 0;
  const total = slots.reduce((sum, slot) => sum + slot.idf, 0);
  for (const slot of slots.toSorted((a, b) => b.idf - a.idf)) {
    const turn = ++buffers.turn;
    const terms = [...slot.expansion].toSorted((a, b) => b[1] - a[1]);
    const size = terms.reduce((sum, [term]) => sum + documentFrequency(postings, term), 0);
    const adding = met >= ENOUGH && size > Math.max(COMMON, COMMON_SHARE * postings.count);
    for (const [term, weight] of terms) {
      const one: Gain = {
        turn,
        value: (weight * slot.idf * (K1 + 1)) / 255,
        cover: weight * slot.idf,
        proven: weight * slot.idf * (slot.proof ?? 1),
      };
      if (adding) {
        if (met * STEPS < documentFrequency(postings, term)) addByDocument(postings, buffers, term, met, one);
        else addByPosting(postings, buffers, term, query, one);
      } else met = meet(postings, buffers, { term, query, met }, one);
    }
  }
  return pick(buffers, met, total, most, wanted);
}

/** What one meaning of a query term adds to a document. */
interface Gain {
  readonly turn: number;
  /** For each unit of impact, of 255. */
  readonly value: number;
  readonly cover: number;
  readonly proven: number;
}

/** Scores the whole posting list of a term. Returns how many documents matched so far. */
function meet(
  { starts, docs, impacts }: Postings,
  buffers: ScoringBuffers,
  { term, query, met }: { readonly term: number; readonly query: number; readonly met: number },
  one: Gain,
): number {
  const { score, cover, proven, words, stamp, touched } = buffers;
  let count = met;
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at++) {
    const doc = docs[at] ?? 0;
    if ((stamp[doc] ?? 0) < query) {
      score[doc] = 0;
      cover[doc] = 0;
      proven[doc] = 0;
      words[doc] = 0;
      touched[count++] = doc;
    }
    take(buffers, doc, one.value * (impacts[at] ?? 0), one);
  }
  return count;
}

/** Scores the posting list of a term for documents that already matched. */
function addByPosting(
  { starts, docs, impacts }: Postings,
  buffers: ScoringBuffers,
  term: number,
  query: number,
  one: Gain,
): void {
  const { stamp } = buffers;
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at++) {
    const doc = docs[at] ?? 0;
    if ((stamp[doc] ?? 0) >= query) take(buffers, doc, one.value * (impacts[at] ?? 0), one);
  }
}

/** Looks up each document that already matched in the posting list of a term. */
function addByDocument(
  { starts, docs, impacts }: Postings,
  buffers: ScoringBuffers,
  term: number,
  met: number,
  one: Gain,
): void {
  const { touched } = buffers;
  const first = starts[term] ?? 0;
  const end = starts[term + 1] ?? 0;
  for (let i = 0; i < met; i++) {
    const doc = touched[i] ?? 0;
    let low = first;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((docs[middle] ?? 0) < doc) low = middle + 1;
      else high = middle;
    }
    if (low < end && docs[low] === doc) take(buffers, doc, one.value * (impacts[low] ?? 0), one);
  }
}

/** Adds a meaning of this turn's query term to a document; only the best meaning counts. */
function take(
  { score, cover, proven, words, best, stamp }: ScoringBuffers,
  doc: number,
  value: number,
  one: Gain,
): void {
  if (stamp[doc] !== one.turn) {
    stamp[doc] = one.turn;
    best[doc] = value;
    score[doc] = (score[doc] ?? 0) + value;
    cover[doc] = (cover[doc] ?? 0) + one.cover;
    words[doc] = (words[doc] ?? 0) + 1;
    proven[doc] = (proven[doc] ?? 0) + one.proven;
  } else if (value > (best[doc] ?? 0)) {
    score[doc] = (score[doc] ?? 0) + value - (best[doc] ?? 0);
    best[doc] = value;
  }
}

function pick(
  buffers: ScoringBuffers,
  met: number,
  total: number,
  most: number,
  wanted: ((doc: number) => boolean) | undefined,
): RankedDocument[] {
  const { score, cover, proven, words, touched } = buffers;
  const heap = new TopK(Math.min(most, met));
  for (let i = 0; i < met; i++) {
    const doc = touched[i] ?? 0;
    const coverage = total > 0 ? Math.min(1, (cover[doc] ?? 0) / total) : 0;
    const final = (score[doc] ?? 0) * (0.3 + 0.7 * coverage);
    if (heap.takes(final, doc) && (wanted === undefined || wanted(doc))) heap.add(final, doc);
  }
  return heap.drain().map(({ doc, score: final }) => ({
    doc,
    score: final,
    coverage: total > 0 ? Math.min(1, (proven[doc] ?? 0) / total) : 0,
    words: words[doc] ?? 0,
  }));
}
