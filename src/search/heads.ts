import { Heap } from './heap.ts';
import { placeIn } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { lengthAt } from './vocabulary.ts';

/**
 * The commonest words that begin with one to four letters, ready: these beginnings are typed in every question, and
 * at the largest size thousands of words have each. A beginning is found by its first word in the vocabulary.
 */
export interface Heads {
  /** For 1 to 4 letters. Beginnings of few words are left out: they are read off the vocabulary. */
  readonly byLength: readonly Head[];
}

interface Head {
  readonly firsts: Uint32Array;
  readonly terms: Uint32Array;
}

/** How many words a beginning may stand for, by its length: 1, 2, 3, 4 letters or more. */
const MOST = [24, 48, 96, 96];

export function buildHeads(vocabulary: Vocabulary, spread: (term: number) => number): Heads {
  const shared = sharedBeginnings(vocabulary);
  return { byLength: MOST.map((most, at) => buildHead(shared, at + 1, most, spread)) };
}

/** With how many letters each word begins like the one before it, as far as beginnings are kept. */
function sharedBeginnings(vocabulary: Vocabulary): Uint8Array {
  const { bytes, starts, size } = vocabulary;
  const shared = new Uint8Array(size);
  for (let term = 1; term < size; term++) {
    const before = starts[term - 1] ?? 0;
    const start = starts[term] ?? 0;
    const most = Math.min(MOST.length, start - before, lengthAt(vocabulary, term));
    let length = 0;
    while (length < most && bytes[before + length] === bytes[start + length]) length++;
    shared[term] = length;
  }
  return shared;
}

function buildHead(shared: Uint8Array, length: number, most: number, spread: (term: number) => number): Head {
  const firsts: number[] = [];
  const terms: number[] = [];
  for (let from = 0; from < shared.length;) {
    let to = from + 1;
    while (to < shared.length && (shared[to] ?? 0) >= length) to++;
    if (to - from > most) {
      firsts.push(from);
      terms.push(...commonest(from, to, most, spread));
    }
    from = to;
  }
  return { firsts: Uint32Array.from(firsts), terms: Uint32Array.from(terms) };
}

function commonest(from: number, to: number, most: number, spread: (term: number) => number): number[] {
  const best = new Heap(most);
  for (let term = from; term < to; term++) best.add(spread(term), term);
  return best.drain().map(({ doc }) => doc);
}

/** Calls back for the commonest of the words `from` to before `to`, which all begin with the same `length` letters. */
export function eachBeginning(
  { byLength }: Heads,
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
    const at = placeIn(head.firsts, from);
    for (let i = at * most; i < (at + 1) * most; i++) visit(head.terms[i] ?? 0);
  }
}
