import { TopK } from '../structures/top-k.ts';
import { lowerBound } from '../structures/number-list.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { termLength } from './term-dictionary.ts';

/**
 * The commonest terms for each prefix of one to four letters, precomputed: every query types such prefixes, and in the
 * largest index thousands of terms share one. A prefix is identified by its first term in the vocabulary.
 */
export interface PrefixIndex {
  /** For 1 to 4 letters. Prefixes of few terms are left out: they are read from the vocabulary. */
  readonly byLength: readonly Head[];
}

interface Head {
  readonly firsts: Uint32Array;
  readonly terms: Uint32Array;
}

/** Most terms that a prefix expands to, by its length: 1, 2, 3, 4 letters or more. */
const MOST = [24, 48, 96, 96];

export function buildPrefixIndex(vocabulary: TermDictionary, spread: (term: number) => number): PrefixIndex {
  const shared = sharedBeginnings(vocabulary);
  const order = byCommonness(vocabulary.size, spread);
  return { byLength: MOST.map((most, at) => buildHead(shared, order, at + 1, most)) };
}

/** More terms than any index has: in a sort key the part above this is the document frequency. */
const TERMS = 2 ** 26;

/** All terms, the commonest first, then in order. One number each, so that sorting needs no callback. */
function byCommonness(size: number, spread: (term: number) => number): Float64Array {
  const order = new Float64Array(size);
  for (let term = 0; term < size; term++) order[term] = term - spread(term) * TERMS;
  order.sort();
  for (let at = 0; at < size; at++) {
    const one = order[at] ?? 0;
    order[at] = one - Math.floor(one / TERMS) * TERMS;
  }
  return order;
}

/** Length of the prefix that each term shares with the one before it, up to the longest prefix kept. */
function sharedBeginnings(vocabulary: TermDictionary): Uint8Array {
  const { bytes, starts, size } = vocabulary;
  const shared = new Uint8Array(size);
  for (let term = 1; term < size; term++) {
    const before = starts[term - 1] ?? 0;
    const start = starts[term] ?? 0;
    const most = Math.min(MOST.length, start - before, termLength(vocabulary, term));
    let length = 0;
    while (length < most && bytes[before + length] === bytes[start + length]) length++;
    shared[term] = length;
  }
  return shared;
}

function buildHead(shared: Uint8Array, order: Float64Array, length: number, most: number): Head {
  // The row in `terms` for the terms of each prefix; -1 for prefixes of few terms.
  const places = new Int32Array(shared.length).fill(-1);
  const firsts: number[] = [];
  for (let from = 0, to = 0; from < shared.length; from = to) {
    for (to = from + 1; to < shared.length && (shared[to] ?? 0) >= length; to++);
    if (to - from > most) places.fill(firsts.push(from) - 1, from, to);
  }
  const terms = new Uint32Array(firsts.length * most);
  const filled = new Uint32Array(firsts.length);
  for (let at = 0; at < order.length; at++) {
    const term = order[at] ?? 0;
    const place = places[term] ?? 0;
    const so = place < 0 ? most : (filled[place] ?? 0);
    if (so === most) continue;
    terms[place * most + so] = term;
    filled[place] = so + 1;
  }
  return { firsts: Uint32Array.from(firsts), terms };
}

function commonest(from: number, to: number, most: number, spread: (term: number) => number): number[] {
  const best = new TopK(most);
  for (let term = from; term < to; term++) best.add(spread(term), term);
  return best.drain().map(({ doc }) => doc);
}

/** Calls back for the commonest of the terms `from` to before `to`, which all begin with the same `length` letters. */
export function forEachWithPrefix(
  { byLength }: PrefixIndex,
  from: number,
  to: number,
  length: number,
  spread: (term: number) => number,
  visit: (term: number) => void,
): void {
  const most = MOST[Math.min(length, MOST.length) - 1] ?? 0;
  const head = byLength[length - 1];
  if (to - from <= most) {
    for (let term = from; term < to; term++) visit(term);
  } else if (head === undefined) {
    for (const term of commonest(from, to, most, spread)) visit(term);
  } else {
    const at = lowerBound(head.firsts, from);
    for (let i = at * most; i < (at + 1) * most; i++) visit(head.terms[i] ?? 0);
  }
}
