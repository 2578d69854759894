import { HASH_START, hashEnd, hashOn } from './buckets.ts';
import { endingStems, nominativeStems } from './endings.ts';
import { isFiller, telling } from './fillers.ts';
import type { Word } from './words.ts';

/** Several words as one run of letters, under which whole names are filed. */

/** The ways in which the letters of several words may stand together, with and without what only links them. */
export function squashes(words: readonly Word[]): Set<string> {
  const found = new Set<string>();
  const told = telling(words);
  for (const list of told.length < words.length ? [words, told] : [words]) {
    const most = Math.max(0, ...list.map((word) => word.folds.length));
    for (let at = 0; at < most; at++) found.add(list.map((word) => word.folds[at] ?? word.folds[0] ?? '').join(''));
  }
  found.delete('');
  return found;
}

/** What names are filed under is made of this of each word. */
export interface Squashed extends Pick<Word, 'raw' | 'folds'> {
  readonly filler: boolean;
  /** Without its last vowel. */
  readonly stem: string;
}

export function squashed(raw: string, folds: readonly string[]): Squashed {
  const [fold = ''] = folds;
  return { raw, folds, filler: isFiller(fold), stem: stem(fold) };
}

/**
 * Calls back with the hash of each of the squashes of a name, and of the key of a name whose words stand without their last
 * vowels. No text is made: at 20,000 names the texts were a tenth of what it took to file them.
 */
export function eachWhole(words: readonly Squashed[], visit: (key: number) => void): void {
  const told = words.some(({ filler }) => filler) ? telling(words) : words;
  for (let at = 0; at < longest(words); at++) visit(hashOf(words, at));
  if (told.length < words.length) for (let at = 0; at < longest(told); at++) visit(hashOf(told, at));
  let stems = hashOn(HASH_START, STEM);
  for (const word of told) stems = hashOn(stems, word.stem);
  visit(hashEnd(stems));
}

const longest = (words: readonly Squashed[]): number =>
  words.reduce((most, { folds }) => Math.max(most, folds.length), 0);

function hashOf(words: readonly Squashed[], at: number): number {
  let key = HASH_START;
  for (const { folds } of words) key = hashOn(key, folds[at] ?? folds[0] ?? '');
  return hashEnd(key);
}

/** Keys of stems begin with a sign that no fold has, so that the two kinds of key never meet. */
const STEM = '~';
const stem = (word: string): string => nominativeStems(word).at(-1) ?? word;

const MOST_KEYS = 64;

/** The keys under which a name may be filed of which the words are forms: of several endings the right one is not known. */
export function formKeys(words: readonly Word[]): string[] {
  let keys = [STEM];
  for (const word of telling(words)) {
    const stems = new Set(word.folds.flatMap((one) => [one, ...endingStems(one)]).flatMap((one) => [one, stem(one)]));
    keys = keys.flatMap((key) => [...stems].map((one) => key + one)).slice(0, MOST_KEYS);
  }
  return keys.length === 1 && keys[0] === STEM ? [] : keys;
}
