import type { TermExpansion } from './expand-term.ts';
import { TopK } from '../structures/top-k.ts';
import { K1, documentFrequency } from './postings.ts';
import type { Postings } from './postings.ts';

/** One word of a question: what it may stand for in the base, and how much it tells (its inverse document frequency). */
export interface QueryTermScore {
  readonly expansion: TermExpansion;
  readonly idf: number;
  /** 0 to 1: what its being found proves. Few letters begin words of every kind ("bot", "both"). */
  readonly proof?: number;
}

export interface RankedDocument {
  readonly doc: number;
  readonly score: number;
  /** 0 to 1: how much of what the question's words tell is found in the document, and how surely. */
  readonly coverage: number;
  /** How many of the question's words were met at all. */
  readonly words: number;
}

/** Arrays of one number a document, kept with a base so that a question allocates nothing. One question at a time. */
export interface ScoringBuffers {
  readonly score: Float32Array;
  readonly cover: Float32Array;
  readonly proven: Float32Array;
  readonly words: Uint8Array;
  readonly best: Float32Array;
  /** The turn in which it was last met. */
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

/** What a word tells that so many of the documents hold. One that none holds tells most. */
export const idf = (count: number, holding: number): number =>
  Math.log(1 + Math.max(0, count - holding + 0.5) / (holding + 0.5));

/** Meanings whose weights are this near the best are as likely as it. */
const LIKELY = 0.25;

/**
 * How many documents hold the commonest of a word's likeliest meanings. The word is weighed by it: with a weight for each
 * meaning, a misspelling that is found nowhere else would count as the rarest and so the most telling word.
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

/** A word met by more documents than this only adds to those already met, once there are enough. */
const COMMON = 2000;
const COMMON_SHARE = 0.08;
const ENOUGH = 50;

/** Looking one document up in a list costs as much as so many steps along it. */
const STEPS = 24;

/** The best `most` documents, best first; equal scores in the order of the base. */
export function scoreDocuments(
  postings: Postings,
  buffers: ScoringBuffers,
  slots: readonly QueryTermScore[],
  most: number,
  wanted?: (doc: number) => boolean,
): RankedDocument[] {
  const { stamp } = buffers;
  // A turn a word and one for each question: far from 2^32 in any life of a process, but start afresh rather than trust.
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

/** What one meaning of a word brings a document that has it. */
interface Gain {
  readonly turn: number;
  /** For each of 255 steps of its impact. */
  readonly value: number;
  readonly cover: number;
  readonly proven: number;
}

/** The whole list of a term; documents not met before are met. Gives back how many are. */
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

/** The whole list of a term, for documents met before. */
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

/** Each document met before, looked up in the list of a term. */
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

/** A document has a meaning of the word of this turn; its best one counts. */
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

/** The best of the documents met, through a heap of `most` whose root is the worst of them. */
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
