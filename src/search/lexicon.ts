import { stemmer } from 'stemmer';
import type { Buckets, KeyedBuckets } from './buckets.ts';
import { collectPairs, hash, HASH_START, hashEnd, hashOn } from './buckets.ts';
import { editsAllowed } from './distance.ts';
import { buildHeads } from './heads.ts';
import type { Heads } from './heads.ts';
import { nominativeStems } from './endings.ts';
import { abjadKeys } from './abjad.ts';
import { consonants, skeleton } from './keys.ts';
import type { Steps } from './steps.ts';
import type { Vocabulary } from './vocabulary.ts';
import { makeVocabulary, wordsIn } from './vocabulary.ts';

/**
 * The ways from a typed word to the words of a vocabulary, other than being equal: each a table of keys. Ways that one
 * kind of base does not use are not built.
 */
export interface Lexicon {
  /** With their keys: to see whether a word has a stem took as long as all other ways together. */
  readonly stems: KeyedBuckets;
  readonly endings: Buckets;
  readonly skeletons: Buckets;
  readonly consonants: Buckets;
  /** Of names alone. */
  readonly abjads: Buckets;
  readonly deletes: Buckets;
  readonly skeletonDeletes: Buckets;
  /** What each word of the vocabulary sounds like; '' for one that is not of letters alone. */
  readonly sounds: Vocabulary;
  readonly heads: Heads;
}

export interface LexiconOptions {
  /** Names are also found through edits of what they sound like. */
  readonly names: boolean;
  /** How many documents hold the word. */
  readonly spread: (term: number) => number;
  /** Whether it is a word of the language, and no name. */
  readonly isCommon: (term: number) => boolean;
}

/** Words that are filed in one step. */
const A_STEP = 8;
const WORD = /^[a-z]+$/;
/** Deletes are taken from this many first letters; the distance is checked over the whole words. */
export const DELETES_OVER = 7;

export function* lexiconOf(vocabulary: Vocabulary, { names, spread, isCommon }: LexiconOptions): Steps<Lexicon> {
  const stems = collectPairs();
  const endings = collectPairs();
  const skeletons = collectPairs();
  const bare = collectPairs();
  const abjads = collectPairs();
  const deletes = collectPairs();
  const skeletonDeletes = collectPairs();
  const heard: string[] = [];
  const spell = wordsIn(vocabulary);
  let filed = 0;
  const fileDelete = (key: number): void => deletes.add(key, filed);
  const fileHeard = (key: number): void => skeletonDeletes.add(key, filed);
  const fileTerm = (term: number): void => {
    filed = term;
    const word = spell(term);
    const spelt = WORD.test(word) && word.length > 1 && word.length <= 30;
    const sound = spelt ? skeleton(word) : '';
    heard.push(sound);
    if (!spelt) return;
    if (names) for (const stem of nominativeStems(word)) endings.add(hash(stem), term);
    else stems.add(hash(stemmer(word)), term);
    // Who writes Arabic spells names in it, and has words of their own for all else.
    if (!isCommon(term)) for (const key of abjadKeys(word, false)) abjads.add(hash(key), term);
    if (sound.length > 1) skeletons.add(hash(sound), term);
    const key = consonants(sound);
    if (key.length > 1) bare.add(hash(key), term);
    eachDelete(word, Math.max(1, editsAllowed(word.length)), fileDelete);
    eachDelete(sound, names && sound.length >= 7 ? 2 : 1, fileHeard);
  };
  for (let term = 0; term < vocabulary.size; term++) {
    if (term % A_STEP === 0) yield;
    fileTerm(term);
  }
  yield;
  const byShape = {
    stems: stems.fileWithKeys(),
    endings: endings.file(),
    skeletons: skeletons.file(),
    consonants: bare.file(),
    abjads: abjads.file(),
  };
  yield;
  const bySlip = { deletes: deletes.file(), skeletonDeletes: skeletonDeletes.file() };
  yield;
  return { ...byShape, ...bySlip, sounds: makeVocabulary(heard), heads: buildHeads(vocabulary, spread) };
}

/**
 * Calls back with the hash of the word's beginning and of what is left of it when one or two letters are taken out. A
 * hash may come twice; fewer than two letters are never left.
 */
export function eachDelete(word: string, most: number, visit: (key: number) => void): void {
  const length = Math.min(word.length, DELETES_OVER);
  visit(hashEnd(hashOn(HASH_START, word, 0, length)));
  if (most < 1 || length < 3) return;
  let before = HASH_START;
  for (let a = 0; a < length; a++) {
    visit(hashEnd(hashOn(before, word, a + 1, length)));
    if (most > 1 && length > 3) {
      let between = before;
      for (let b = a + 1; b < length; b++) {
        visit(hashEnd(hashOn(between, word, b + 1, length)));
        between = hashOn(between, word, b, b + 1);
      }
    }
    before = hashOn(before, word, a, a + 1);
  }
}
