import { stemmer } from 'stemmer';
import type { Buckets } from './buckets.ts';
import { collectPairs, hash } from './buckets.ts';
import { editsAllowed } from './distance.ts';
import { nominativeStems } from './endings.ts';
import { abjad, consonants, skeleton } from './keys.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordAt } from './vocabulary.ts';

/**
 * The ways from a typed word to the words of a vocabulary, other than being equal: each a table of keys. Ways that one
 * kind of base does not use are not built.
 */
export interface Lexicon {
  readonly stems: Buckets;
  readonly endings: Buckets;
  readonly skeletons: Buckets;
  readonly consonants: Buckets;
  readonly abjads: Buckets;
  readonly deletes: Buckets;
  readonly skeletonDeletes: Buckets;
}

export interface LexiconOptions {
  /** Names are also found through edits of what they sound like. */
  readonly names: boolean;
}

const WORD = /^[a-z]+$/;
/** Deletes are taken from this many first letters; the distance is checked over the whole words. */
export const DELETES_OVER = 7;

export function buildLexicon(vocabulary: Vocabulary, { names }: LexiconOptions): Lexicon {
  const stems = collectPairs();
  const endings = collectPairs();
  const skeletons = collectPairs();
  const bare = collectPairs();
  const abjads = collectPairs();
  const deletes = collectPairs();
  const skeletonDeletes = collectPairs();
  for (let term = 0; term < vocabulary.size; term++) {
    const word = wordAt(vocabulary, term);
    if (!WORD.test(word) || word.length < 2 || word.length > 30) continue;
    const sound = skeleton(word);
    if (names) for (const stem of nominativeStems(word)) endings.add(hash(stem), term);
    else stems.add(hash(stemmer(word)), term);
    abjads.add(hash(abjad(word)), term);
    if (sound.length > 1) skeletons.add(hash(sound), term);
    const key = consonants(sound);
    if (key.length > 1) bare.add(hash(key), term);
    for (const variant of deletesOf(word, Math.max(1, editsAllowed(word.length)))) deletes.add(variant, term);
    if (names) for (const variant of deletesOf(sound, sound.length < 7 ? 1 : 2)) skeletonDeletes.add(variant, term);
  }
  return {
    stems: stems.file(),
    endings: endings.file(),
    skeletons: skeletons.file(),
    consonants: bare.file(),
    abjads: abjads.file(),
    deletes: deletes.file(),
    skeletonDeletes: skeletonDeletes.file(),
  };
}

/** Hashes of the word's beginning with up to `most` letters left out, itself among them. */
export function deletesOf(word: string, most: number): Set<number> {
  const variants = new Set<string>([word.slice(0, DELETES_OVER)]);
  let round = [...variants];
  for (let left = 0; left < most; left++) {
    const next: string[] = [];
    for (const variant of round) {
      for (let i = 0; i < variant.length; i++) {
        const shorter = variant.slice(0, i) + variant.slice(i + 1);
        if (shorter.length > 1 && !variants.has(shorter)) {
          variants.add(shorter);
          next.push(shorter);
        }
      }
    }
    round = next;
  }
  return new Set([...variants].map((variant) => hash(variant)));
}
