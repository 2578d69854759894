import { TopK } from '../structures/top-k.ts';
import { lowerBound } from '../structures/number-list.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { termLength } from './term-dictionary.ts';

/**
 * The commonest words that begin with one to four letters, ready: these beginnings are typed in every question, and
 * at the largest size thousands of words have each. A beginning is found by its first word in the vocabulary.
 */
export interface PrefixIndex {
  /** For 1 to 4 letters. Beginnings of few words are left out: they are read off the vocabulary. */
  readonly byLength: readonly Head[];
}

interface Head {
  readonly firsts: Uint32Array;
  readonly terms: Uint32Array;
}

/** How many words a beginning may stand for, by its length: 1, 2, 3, 4 letters or more. */
const MOST = [24, 48, 96, 96];

export function buildPrefixIndex(vocabulary: TermDictionary, spread: (term: number) => number): PrefixIndex {
  const shared = sharedBeginnings(vocabulary);
  const order = byCommonness(vocabulary.size, spread);
  return { byLength: MOST.map((most, at) => buildHead(shared, order, at + 1, most)) };
}

/** More words than any base has: what is above this in a number is how common the word is. */
const TERMS = 2 ** 26;

/** All words, the commonest first; of equally common ones the earlier first. As one number each, which are sorted without a call. */
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

/** With how many letters each word begins like the one before it, as far as beginnings are kept. */
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
  // Where the words of each beginning go, in `terms`; of beginnings of few words they go nowhere.
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

/** Calls back for the commonest of the words `from` to before `to`, which all begin with the same `length` letters. */
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
