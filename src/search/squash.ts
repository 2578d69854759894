import { endingStems, nominativeStems } from './endings.ts';
import { telling } from './fillers.ts';
import type { Word } from './words.ts';

/** Several words as one run of letters, under which whole names are filed. */

const foldOf = ({ folds }: Word): string => folds[0] ?? '';

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

/** Keys of stems begin with a sign that no fold has, so that the two kinds of key never meet. */
const STEM = '~';
const stem = (word: string): string => nominativeStems(word).at(-1) ?? word;

/** The key of a name whose words stand without their last vowels. */
export const stemsOf = (words: readonly Word[]): string =>
  STEM +
  telling(words)
    .map((word) => stem(foldOf(word)))
    .join('');

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
