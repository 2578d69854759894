import { hashEnd } from './buckets.ts';
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

/**
 * Part of a run of letters: what it adds to the hash of a run, and by what it multiplies the hash of all before it. So the hash
 * of several words is made of those of the words, which are made once however often a word stands in names.
 */
interface Part {
  readonly adds: number;
  readonly shifts: number;
}

/** Any number that leaves 5 when it is divided by 8: its powers do not come back soon. This one is of Numerical Recipes. */
const BY = 1_664_525;

function partOf(text: string): Part {
  let [adds, shifts] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    adds = (Math.imul(adds, BY) + text.charCodeAt(at)) | 0;
    shifts = Math.imul(shifts, BY);
  }
  return { adds, shifts };
}

const joined = (before: number, { adds, shifts }: Part): number => (Math.imul(before, shifts) + adds) | 0;

/** Under what a run of letters is filed. */
export const wholeKey = (text: string): number => hashEnd(partOf(text).adds);

/** What names are filed under is made of this of each word. */
export interface Squashed extends Pick<Word, 'raw' | 'folds'> {
  readonly filler: boolean;
  /** Of its folds. */
  readonly parts: readonly Part[];
  /** Without its last vowel. */
  readonly stem: Part;
}

export function squashed(raw: string, folds: readonly string[]): Squashed {
  const [fold = ''] = folds;
  return { raw, folds, filler: isFiller(fold), parts: folds.map(partOf), stem: partOf(stem(fold)) };
}

/**
 * Calls back with the key of each of the squashes of a name, and of that of a name whose words stand without their last
 * vowels. No text is made.
 */
export function eachWhole(words: readonly Squashed[], visit: (key: number) => void): void {
  eachSquash(words, visit);
  const told = words.some(isFilling) ? telling(words) : words;
  if (told.length < words.length) eachSquash(told, visit);
  let stems = STEMS;
  for (const word of told) stems = joined(stems, word.stem);
  visit(hashEnd(stems));
}

const isFilling = ({ filler }: Squashed): boolean => filler;

function eachSquash(words: readonly Squashed[], visit: (key: number) => void): void {
  let longest = 0;
  for (const { parts } of words) longest = Math.max(longest, parts.length);
  for (let at = 0; at < longest; at++) {
    let key = 0;
    for (const { parts } of words) {
      const part = parts[at < parts.length ? at : 0];
      if (part !== undefined) key = joined(key, part);
    }
    visit(hashEnd(key));
  }
}

/** Keys of stems begin with a sign that no fold has, so that the two kinds of key never meet. */
const STEM = '~';
const STEMS = partOf(STEM).adds;
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
