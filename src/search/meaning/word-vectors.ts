import { readFileSync } from 'node:fs';

/**
 * How near English words are in what is written around them, from GloVe (see NOTICE and scripts/extract-word-vectors.ts).
 * The words stand in the order of how common they are.
 */
export interface WordVectors {
  readonly rows: ReadonlyMap<string, number>;
  /** `DIMENSIONS` signed bytes a word. */
  readonly vectors: Int8Array;
  /** The length of each. */
  readonly norms: Float32Array;
}

const DIMENSIONS = 100;

/** One for all stories. It is read when the first question asks for it. */
let read: WordVectors | null = null;

export function readWordVectors(): WordVectors {
  read ??= open();
  return read;
}

function open(): WordVectors {
  const words = readFileSync(new URL('./word-vectors.txt', import.meta.url), 'latin1')
    .trimEnd()
    .split('\n');
  const bytes = readFileSync(new URL('./word-vectors.bin', import.meta.url));
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const norms = Float32Array.from(words, (_, row) => {
    let sum = 0;
    for (let at = row * DIMENSIONS; at < (row + 1) * DIMENSIONS; at++) sum += (vectors[at] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
  return { rows: new Map(words.map((word, row) => [word, row])), vectors, norms };
}

/** The cosine of two words by their rows, from -1 to 1. */
export function wordCosine({ vectors, norms }: WordVectors, a: number, b: number): number {
  let sum = 0;
  const [one, other] = [a * DIMENSIONS, b * DIMENSIONS];
  for (let at = 0; at < DIMENSIONS; at++) sum += (vectors[one + at] ?? 0) * (vectors[other + at] ?? 0);
  return sum / ((norms[a] ?? 1) * (norms[b] ?? 1));
}

/** The commonest words tell next to nothing; so many are alike in that. */
const COMMONEST = 50;

/** How much a word tells by its rarity in English, 0 to 1; a word that is not among the commonest 60,000 tells most. */
export function rarity({ rows }: WordVectors, word: string): number {
  const row = rows.get(word) ?? rows.size;
  return Math.log((row + COMMONEST) / COMMONEST) / Math.log((rows.size + COMMONEST) / COMMONEST);
}
