import { stemmer } from 'stemmer';
import type { Buckets, KeyedBuckets } from '../structures/hash-buckets.ts';
import { Pairs, hash, HASH_BY, HASH_START, hashEnd, hashOfLetters } from '../structures/hash-buckets.ts';
import { editsAllowed } from '../analysis/edit-distance.ts';
import { buildHeads } from './prefix-index.ts';
import type { Heads } from './prefix-index.ts';
import { nominativeStems } from '../analysis/case-endings.ts';
import { eachAbjadKey } from '../analysis/abjad.ts';
import { bonesOf, soundOf } from '../analysis/phonetic-key.ts';
import { Letters } from '../structures/char-buffer.ts';
import type { Steps } from '../structures/incremental.ts';
import type { Vocabulary } from './term-dictionary.ts';
import { wordsIn } from './term-dictionary.ts';

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

/** A word of more letters is filed under nothing. */
const LONGEST = 30;
/** Words that are filed in one step. */
const A_STEP = 8;
const WORD = /^[a-z]+$/;
/** Deletes are taken from this many first letters; the distance is checked over the whole words. */
export const DELETES_OVER = 7;

export function* lexiconOf(vocabulary: Vocabulary, { names, spread, isCommon }: LexiconOptions): Steps<Lexicon> {
  const stems = new Pairs();
  const endings = new Pairs();
  const skeletons = new Pairs(vocabulary.size);
  const bare = new Pairs(vocabulary.size);
  const abjads = new Pairs(2 * vocabulary.size);
  const deletes = new Pairs(MOST_DELETES * vocabulary.size);
  const skeletonDeletes = new Pairs(MOST_DELETES * vocabulary.size);
  const spell = wordsIn(vocabulary);
  const sounds = new Letters();
  const soundStarts = new Uint32Array(vocabulary.size + 1);
  const [sound, bones] = [new Letters(), new Letters()];
  let filed = 0;
  const fileAbjad = (key: number): void => abjads.add(key, filed);
  const fileWord = (word: string): void => {
    soundOf(word, sound);
    for (let at = 0; at < sound.length; at++) sounds.push(sound.codes[at] ?? 0);
    if (names) for (const stem of nominativeStems(word)) endings.add(hash(stem), filed);
    else stems.add(hash(stemmer(word)), filed);
    // Who writes Arabic spells names in it, and has words of their own for all else.
    if (!isCommon(filed)) eachAbjadKey(word, fileAbjad);
    if (sound.length > 1) skeletons.add(hashOfLetters(sound.codes, sound.length), filed);
    bonesOf(sound, bones);
    if (bones.length > 1) bare.add(hashOfLetters(bones.codes, bones.length), filed);
    const start = vocabulary.starts[filed] ?? 0;
    const slips = Math.max(1, editsAllowed(word.length));
    deletes.addAll(MOST_DELETES, filed, (keys, at) => deletesOf(vocabulary.bytes, start, word.length, slips, keys, at));
    const misheard = names && sound.length >= 7 ? 2 : 1;
    skeletonDeletes.addAll(MOST_DELETES, filed, (keys, at) =>
      deletesOf(sound.codes, 0, sound.length, misheard, keys, at),
    );
  };
  const fileTerm = (term: number): void => {
    filed = term;
    const word = spell(term);
    if (word.length > 1 && word.length <= LONGEST && WORD.test(word)) fileWord(word);
    soundStarts[term + 1] = sounds.length;
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
  const heard = { size: vocabulary.size, bytes: sounds.codes.slice(0, sounds.length), starts: soundStarts };
  yield;
  return { ...byShape, ...bySlip, sounds: heard, heads: buildHeads(vocabulary, spread) };
}

/** So many keys a word has at most: its beginning, what is left of it without one letter, and without two. */
export const MOST_DELETES = 1 + DELETES_OVER + (DELETES_OVER * (DELETES_OVER - 1)) / 2;

/**
 * Writes the hash of a word's beginning and of what is left of it when one or two letters are taken out, from a place of the
 * list on, and returns where they end. A hash may come twice; fewer than two letters are never left. The hashing is written
 * out: most of what is filed for names is this.
 * @param codes hold the word from `start` on.
 */
export function deletesOf(
  codes: Uint8Array,
  start: number,
  letters: number,
  most: number,
  keys: Int32Array,
  from = 0,
): number {
  const end = start + Math.min(letters, DELETES_OVER);
  const twice = most > 1 && end - start > 3;
  const last = most < 1 || end - start < 3 ? start : end;
  let at = from;
  let before = HASH_START;
  for (let a = start; a < last; a++) {
    let left = before;
    for (let i = a + 1; i < end; i++) left = Math.imul(left ^ (codes[i] ?? 0), HASH_BY);
    keys[at++] = hashEnd(left);
    let between = before;
    for (let b = twice ? a + 1 : end; b < end; b++) {
      left = between;
      for (let i = b + 1; i < end; i++) left = Math.imul(left ^ (codes[i] ?? 0), HASH_BY);
      keys[at++] = hashEnd(left);
      between = Math.imul(between ^ (codes[b] ?? 0), HASH_BY);
    }
    before = Math.imul(before ^ (codes[a] ?? 0), HASH_BY);
  }
  for (let i = last; i < end; i++) before = Math.imul(before ^ (codes[i] ?? 0), HASH_BY);
  keys[at++] = hashEnd(before);
  return at;
}
