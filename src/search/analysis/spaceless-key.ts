import { finishHash } from '../structures/hash-buckets.ts';
import { stripCaseEndings, nominativeStems } from './case-endings.ts';
import { withoutStopwords } from './stopwords.ts';
import type { Token } from './tokenizer.ts';

/** Several words as one run of letters, under which whole names are filed. */

/** The ways in which the letters of several words may stand together, with and without what only links them. */
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
 * Part of a run of letters: what it adds to the hash of a run, and by what it multiplies the hash of all before it. So the hash
 * of several words is made of those of the words, which are made once however often a word stands in names.
 */
export interface Part {
  readonly adds: number;
  readonly shifts: number;
}

/** Any number that leaves 5 when it is divided by 8: its powers do not come back soon. This one is of Numerical Recipes. */
const BY = 1_664_525;

export function hashPart(text: string): Part {
  let [adds, shifts] = [0, 1];
  for (let at = 0; at < text.length; at++) {
    adds = (Math.imul(adds, BY) + text.charCodeAt(at)) | 0;
    shifts = Math.imul(shifts, BY);
  }
  return { adds, shifts };
}

/** Under what a run of letters is filed. */
export const spacelessKey = (text: string): number => finishHash(hashPart(text).adds);

/** What names are filed under is made of this of each word: the part that its usual fold is, and those that the others are. */
export interface HashedWord extends Part, Pick<Token, 'raw' | 'folds'> {
  readonly others: readonly Part[];
  readonly filler: boolean;
  /** The part that it is without its last vowel. */
  readonly stemAdds: number;
  readonly stemShifts: number;
}

/**
 * Calls back with the key of each of the squashes of a name, and of that of a name whose words stand without their last
 * vowels. No text is made.
 */
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

/** Keys of stems begin with a sign that no fold has, so that the two kinds of key never meet. */
const STEM = '~';
const STEMS = hashPart(STEM).adds;
/** What a name's word is without its last vowel. */
export const stem = (word: string): string => nominativeStems(word).at(-1) ?? word;

const MOST_KEYS = 64;

/** The keys under which a name may be filed of which the words are forms: of several endings the right one is not known. */
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
