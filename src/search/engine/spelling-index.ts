import { stemmer } from 'stemmer';
import type { HashBuckets, HashBucketsWithKeys } from '../structures/hash-buckets.ts';
import {
  HashTableBuilder,
  fnv1a,
  FNV_PRIME,
  FNV_OFFSET,
  finishHash,
  fnv1aOfCodes,
} from '../structures/hash-buckets.ts';
import { maxEdits } from '../../text/edit-distance.ts';
import { buildPrefixIndex } from './prefix-index.ts';
import type { PrefixIndex } from './prefix-index.ts';
import { nominativeStems } from '../analysis/case-endings.ts';
import { CONSONANT_READERS } from '../analysis/script-readers.ts';
import { writeConsonantKey, writePhoneticKey } from '../analysis/phonetic-key.ts';
import { CharBuffer } from '../structures/char-buffer.ts';
import type { TermDictionary } from './term-dictionary.ts';
import { wordsIn } from './term-dictionary.ts';

/**
 * Tables of keys that lead from a typed word to similar terms: by stem, ending, sound, consonants or edits. Only tables
 * that the kind of index uses are built.
 */
export interface SpellingIndex {
  /** With the whole hash: computing stems to compare them took as long as all other tables together. */
  readonly stems: HashBucketsWithKeys;
  readonly endings: HashBuckets;
  readonly skeletons: HashBuckets;
  readonly consonants: HashBuckets;
  /** Of names alone: keys for scripts that write no vowels. */
  readonly writtenConsonants: HashBuckets;
  readonly deletes: HashBuckets;
  readonly skeletonDeletes: HashBuckets;
  /** The phonetic key of each term; '' for a term that is not letters alone. */
  readonly sounds: TermDictionary;
  readonly heads: PrefixIndex;
}

export interface LexiconOptions {
  /** Names are also found through edits of what they sound like. */
  readonly names: boolean;
  /** Document frequency of a term. */
  readonly spread: (term: number) => number;
  /** Whether the term is a common word, not a name. */
  readonly isCommon: (term: number) => boolean;
}

/** Longer terms are not indexed by spelling. */
const LONGEST = 30;
const WORD = /^[a-z]+$/;
/** Deletes are taken from this many first letters; the distance is checked over the whole words. */
export const DELETE_PREFIX_LENGTH = 7;

export function buildSpellingIndex(
  vocabulary: TermDictionary,
  { names, spread, isCommon }: LexiconOptions,
): SpellingIndex {
  const stems = new HashTableBuilder();
  const endings = new HashTableBuilder();
  const skeletons = new HashTableBuilder(vocabulary.size);
  const bare = new HashTableBuilder(vocabulary.size);
  const written = new HashTableBuilder(2 * vocabulary.size);
  const deletes = new HashTableBuilder(MAX_DELETE_KEYS * vocabulary.size);
  const skeletonDeletes = new HashTableBuilder(MAX_DELETE_KEYS * vocabulary.size);
  const spell = wordsIn(vocabulary);
  const sounds = new CharBuffer();
  const soundStarts = new Uint32Array(vocabulary.size + 1);
  const [sound, consonants] = [new CharBuffer(), new CharBuffer()];
  let filed = 0;
  const fileWritten = (key: number): void => written.add(key, filed);
  const fileWord = (word: string): void => {
    writePhoneticKey(word, sound);
    for (let at = 0; at < sound.length; at++) sounds.push(sound.codes[at] ?? 0);
    if (names) for (const stem of nominativeStems(word)) endings.add(fnv1a(stem), filed);
    else stems.add(fnv1a(stemmer(word)), filed);
    // Only names are spelt in another script. Common words have translations there.
    if (!isCommon(filed)) for (const reader of CONSONANT_READERS) reader.forEachKey(word, fileWritten);
    if (sound.length > 1) skeletons.add(fnv1aOfCodes(sound.codes, sound.length), filed);
    writeConsonantKey(sound, consonants);
    if (consonants.length > 1) bare.add(fnv1aOfCodes(consonants.codes, consonants.length), filed);
    const start = vocabulary.starts[filed] ?? 0;
    const slips = Math.max(1, maxEdits(word.length));
    deletes.addAll(MAX_DELETE_KEYS, filed, (keys, at) =>
      deleteNeighbours(vocabulary.bytes, start, word.length, slips, keys, at),
    );
    const misheard = names && sound.length >= 7 ? 2 : 1;
    skeletonDeletes.addAll(MAX_DELETE_KEYS, filed, (keys, at) =>
      deleteNeighbours(sound.codes, 0, sound.length, misheard, keys, at),
    );
  };
  const fileTerm = (term: number): void => {
    filed = term;
    const word = spell(term);
    if (word.length > 1 && word.length <= LONGEST && WORD.test(word)) fileWord(word);
    soundStarts[term + 1] = sounds.length;
  };
  for (let term = 0; term < vocabulary.size; term++) fileTerm(term);
  const byShape = {
    stems: stems.fileWithKeys(),
    endings: endings.file(),
    skeletons: skeletons.file(),
    consonants: bare.file(),
    writtenConsonants: written.file(),
  };
  const bySlip = { deletes: deletes.file(), skeletonDeletes: skeletonDeletes.file() };
  const heard = { size: vocabulary.size, bytes: sounds.codes.slice(0, sounds.length), starts: soundStarts };
  return { ...byShape, ...bySlip, sounds: heard, heads: buildPrefixIndex(vocabulary, spread) };
}

/** Most keys of a word: its beginning, and the beginning without one letter and without two. */
export const MAX_DELETE_KEYS = 1 + DELETE_PREFIX_LENGTH + (DELETE_PREFIX_LENGTH * (DELETE_PREFIX_LENGTH - 1)) / 2;

/**
 * Writes the hash of a word's beginning and of what is left of it when one or two letters are taken out, from a place of the
 * list on, and returns where they end. A hash may come twice; fewer than two letters are never left. The hashing is written
 * out: most of what is filed for names is this.
 * @param codes hold the word from `start` on.
 */
export function deleteNeighbours(
  codes: Uint8Array,
  start: number,
  letters: number,
  most: number,
  keys: Int32Array,
  from = 0,
): number {
  const end = start + Math.min(letters, DELETE_PREFIX_LENGTH);
  const twice = most > 1 && end - start > 3;
  const last = most < 1 || end - start < 3 ? start : end;
  let at = from;
  let before = FNV_OFFSET;
  for (let a = start; a < last; a++) {
    let left = before;
    for (let i = a + 1; i < end; i++) left = Math.imul(left ^ (codes[i] ?? 0), FNV_PRIME);
    keys[at++] = finishHash(left);
    let between = before;
    for (let b = twice ? a + 1 : end; b < end; b++) {
      left = between;
      for (let i = b + 1; i < end; i++) left = Math.imul(left ^ (codes[i] ?? 0), FNV_PRIME);
      keys[at++] = finishHash(left);
      between = Math.imul(between ^ (codes[b] ?? 0), FNV_PRIME);
    }
    before = Math.imul(before ^ (codes[a] ?? 0), FNV_PRIME);
  }
  for (let i = last; i < end; i++) before = Math.imul(before ^ (codes[i] ?? 0), FNV_PRIME);
  keys[at++] = finishHash(before);
  return at;
}
