import { finishHash } from '../structures/hash-buckets.ts';
import { stripCaseEndings, nominativeStems } from './case-endings.ts';
import { withoutStopwords } from './stopwords.ts';
import type { Token } from './tokenizer.ts';

/** A spaceless key is the letters of several words without spaces. It indexes whole names. */

/** The letters of several words without spaces, with and without link words. */
export function spacelessForms(words: readonly Token[]): Set<string> {
  const found = new Set<string>();
  const told = withoutStopwords(words);
  for (const list of told.length < words.length ? [words, told] : [words]) {
    const most = Math.max(0, ...list.map((word) => word.folds.length));
    for (let at = 0; at < most; at++) found.add(list.map((word) => word.folds[at] ?? word.folds[0] ?? '').join(''));
  }
  found.delete('');
  return found;
}

/**
 * The hash of a run of letters: what it adds, and the factor for the hash before it.
 * So a phrase's hash is computed from those of its words, each hashed once.
 */
export interface Part {
  readonly adds: number;
  readonly shifts: number;
}

/** Multiplier of a linear congruential generator, from Numerical Recipes; 5 modulo 8 gives its powers a long period. */
const BY = 1_664_525;

export function hashPart(text: string): Part {
  let [adds, shifts] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    adds = (Math.imul(adds, BY) + text.charCodeAt(at)) | 0;
    shifts = Math.imul(shifts, BY);
  }
  return { adds, shifts };
}

export const spacelessKey = (text: string): number => finishHash(hashPart(text).adds);

/** Hashes of one word, from which the keys of a name are made: of its usual fold and its other folds. */
export interface HashedWord extends Part, Pick<Token, 'raw' | 'folds'> {
  readonly others: readonly Part[];
  readonly filler: boolean;
  /** Hash of the word without its last vowel. */
  readonly stemAdds: number;
  readonly stemShifts: number;
}

/** Calls back with each spaceless key of a name, and with the key of its stems. No text is allocated. */
export function forEachSpacelessKey(words: readonly HashedWord[], visit: (key: number) => void): void {
  eachSquash(words, visit);
  const told = words.some(isFilling) ? withoutStopwords(words) : words;
  if (told.length < words.length) eachSquash(told, visit);
  let stems = STEMS;
  for (let i = 0; i < told.length; i++) {
    const word = told[i];
    if (word !== undefined) stems = (Math.imul(stems, word.stemShifts) + word.stemAdds) | 0;
  }
  visit(finishHash(stems));
}

const isFilling = ({ filler }: HashedWord): boolean => filler;

function eachSquash(words: readonly HashedWord[], visit: (key: number) => void): void {
  let ways = words.length > 0 ? 1 : 0;
  for (let way = 0; way < ways; way++) {
    let key = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (word === undefined) continue;
      const { adds, shifts } = way === 0 ? word : (word.others[way - 1] ?? word);
      key = (Math.imul(key, shifts) + adds) | 0;
      if (word.others.length >= ways) ways = word.others.length + 1;
    }
    visit(finishHash(key));
  }
}

/** Prefix of stem keys. No fold contains it, so the two kinds of keys never collide. */
const STEM = '~';
const STEMS = hashPart(STEM).adds;
/** A name's word without its last vowel. */
export const stem = (word: string): string => nominativeStems(word).at(-1) ?? word;

const MOST_KEYS = 64;

/** Keys of names that the words may be inflected forms of. Several endings are tried, since the right one is unknown. */
export function inflectedKeys(words: readonly Token[]): string[] {
  let keys = [STEM];
  for (const word of withoutStopwords(words)) {
    const stems = new Set(
      word.folds.flatMap((one) => [one, ...stripCaseEndings(one)]).flatMap((one) => [one, stem(one)]),
    );
    keys = keys.flatMap((key) => [...stems].map((one) => key + one)).slice(0, MOST_KEYS);
  }
  return keys.length === 1 && keys[0] === STEM ? [] : keys;
}
