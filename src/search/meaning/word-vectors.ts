import { readFileSync } from 'node:fs';

/**
 * Similarity of English words by their contexts, from GloVe (see NOTICE and scripts/extract-word-vectors.ts).
 * Words are ordered by frequency.
 */
export interface WordVectors {
  readonly rows: ReadonlyMap<string, number>;
  /** `DIMENSIONS` signed bytes per word. */
  readonly vectors: Int8Array;
  /** The length of each vector. */
  readonly norms: Float32Array;
}

const DIMENSIONS = 100;

/** Shared by all stories. It is read on first use. */
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

/** The cosine of two words, -1 to 1, by their rows. */
export function wordCosine({ vectors, norms }: WordVectors, a: number, b: number): number {
  let sum = 0;
  const [one, other] = [a * DIMENSIONS, b * DIMENSIONS];
  for (let at = 0; at < DIMENSIONS; at++) sum += (vectors[one + at] ?? 0) * (vectors[other + at] ?? 0);
  return sum / ((norms[a] ?? 1) * (norms[b] ?? 1));
}

/** Most frequent words, similar to each other only because they have little content. */
const COMMONEST = 50;

/** Rarity of a word in English, 0 to 1; 1 beyond the 60,000 most frequent. */
export function rarity({ rows }: WordVectors, word: string): number {
  const row = rows.get(word) ?? rows.size;
  return Math.log((row + COMMONEST) / COMMONEST) / Math.log((rows.size + COMMONEST) / COMMONEST);
}
