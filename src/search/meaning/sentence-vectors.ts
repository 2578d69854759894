import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { memoize } from '../../memoize.ts';
import { createEncoderThread } from './encoder-thread.ts';
import { ENCODER, SENTENCE_DIMENSIONS } from './load-encoder.ts';

/** Sentence vectors by text. A thread encodes each sentence once; a folder, if given, keeps them on disk. */
export interface SentenceVectors {
  /** Encodes and saves the texts that are not known yet. */
  prepare(texts: readonly string[]): Promise<void>;
  /** The vector of a question, which is not cached, and those of sentences, encoded in the same batch if new. */
  encode(question: string, texts: readonly string[]): Promise<EncodedQuestion>;
  close(): Promise<void>;
}

export interface EncodedQuestion {
  readonly question: Int8Array;
  readonly vectorOf: (text: string) => Int8Array | undefined;
}

/** A question waits for at most one batch: about 200 ms. */
const BATCH = 16;
const HASH_BYTES = 16;
const ROW_BYTES = HASH_BYTES + SENTENCE_DIMENSIONS;
/** Longest text that is encoded: more adds nothing and costs time. */
const MOST_LETTERS = 400;

/** Size of the cache: a question looks up all sentences of its story. */
const hashOf = memoize(50_000, (text: string) =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * HASH_BYTES),
);

/** @param folder keeps vectors in one file for all stories; null for memory only. */
export function createSentenceVectors(folder: string | null): SentenceVectors {
  const file = folder === null ? null : join(folder, 'sentences.vectors');
  const thread = createEncoderThread();
  const known = new Map<string, Int8Array>();
  let opened: Promise<void> | null = null;
  let saving: Promise<void> = Promise.resolve();

  const open = (): Promise<void> => {
    opened ??= file === null ? Promise.resolve() : readVectors(file, known);
    return opened;
  };

  async function take(texts: readonly string[]): Promise<void> {
    const bytes = await thread.encode(texts.map((text) => text.slice(0, MOST_LETTERS)));
    for (const [row, text] of texts.entries()) known.set(hashOf(text), rowOf(bytes, row));
  }

  /** A folder that cannot be written only costs time at the next start. */
  async function save(): Promise<void> {
    if (file === null) return;
    saving = saving.then(() => writeVectors(file, known)).catch(() => undefined);
    await saving;
  }

  const unknown = (texts: readonly string[]): string[] =>
    [...new Set(texts)].filter((text) => !known.has(hashOf(text)));

  return {
    async prepare(texts) {
      await open();
      const fresh = unknown(texts);
      for (let at = 0; at < fresh.length; at += BATCH) await take(fresh.slice(at, at + BATCH));
      if (fresh.length > 0) await save();
    },
    async encode(question, texts) {
      await open();
      const fresh = unknown(texts);
      const asked = thread.encode([question.slice(0, MOST_LETTERS)]);
      for (let at = 0; at < fresh.length; at += BATCH) await take(fresh.slice(at, at + BATCH));
      if (fresh.length > 0) void save();
      return { question: await asked, vectorOf: (text) => known.get(hashOf(text)) };
    },
    async close() {
      await saving;
      await thread.close();
    },
  };
}

const rowOf = (bytes: Int8Array, row: number): Int8Array =>
  bytes.slice(row * SENTENCE_DIMENSIONS, (row + 1) * SENTENCE_DIMENSIONS);

/** First bytes of a file. If another encoder saved it, its sentences are encoded again. */
const HEAD = createHash('sha256').update(ENCODER).digest().subarray(0, HASH_BYTES);

/** An unreadable or damaged file only costs time. */
async function readVectors(file: string, into: Map<string, Int8Array>): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null || bytes.length < 2 * HASH_BYTES) return;
  const end = bytes.length - HASH_BYTES;
  const whole = createHash('sha256').update(bytes.subarray(0, end)).digest().subarray(0, HASH_BYTES);
  if (!bytes.subarray(0, HASH_BYTES).equals(HEAD) || !bytes.subarray(end).equals(whole)) return;
  for (let at = HASH_BYTES; at + ROW_BYTES <= end; at += ROW_BYTES) {
    const hash = bytes.toString('hex', at, at + HASH_BYTES);
    into.set(hash, new Int8Array(bytes.subarray(at + HASH_BYTES, at + ROW_BYTES)));
  }
}

/** Writes under another name, then renames: the file is whole or absent. */
async function writeVectors(file: string, known: ReadonlyMap<string, Int8Array>): Promise<void> {
  const rows = [...known].flatMap(([hash, vector]) => [Buffer.from(hash, 'hex'), Buffer.from(vector.buffer)]);
  const bytes = Buffer.concat([HEAD, ...rows]);
  const whole = createHash('sha256').update(bytes).digest().subarray(0, HASH_BYTES);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, Buffer.concat([bytes, whole]));
  await rename(draft, file);
}
