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
  return { byLength: MOST.map((most, at) => buildHead(vocabulary, at + 1, most, spread)) };
}

function buildHead(vocabulary: Vocabulary, length: number, most: number, spread: (term: number) => number): Head {
  const { bytes, starts, size } = vocabulary;
  const same = (a: number, b: number): boolean => {
    if (lengthAt(vocabulary, a) < length || lengthAt(vocabulary, b) < length) return false;
    for (let i = 0; i < length; i++) if (bytes[(starts[a] ?? 0) + i] !== bytes[(starts[b] ?? 0) + i]) return false;
    return true;
  };
  const firsts: number[] = [];
  const terms: number[] = [];
  for (let from = 0; from < size;) {
    let to = from + 1;
    while (to < size && same(from, to)) to++;
    if (to - from > most && lengthAt(vocabulary, from) >= length) {
      firsts.push(from);
      terms.push(...commonest(from, to, most, spread));
    }
    from = to;
  }
  return { firsts: Uint32Array.from(firsts), terms: Uint32Array.from(terms) };
}

function commonest(from: number, to: number, most: number, spread: (term: number) => number): number[] {
  const all: number[] = [];
  for (let term = from; term < to; term++) all.push(term);
  return all.toSorted((a, b) => spread(b) - spread(a) || a - b).slice(0, most);
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
    const at = indexOf(head.firsts, from);
    for (let i = at * most; i < (at + 1) * most; i++) visit(head.terms[i] ?? 0);
  }
}

function indexOf(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
