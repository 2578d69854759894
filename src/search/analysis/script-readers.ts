import { abjadReadings, abjadSimilarity, CERTAIN, forEachAbjadKey, POSSIBLE, sharesAbjadKey } from './abjad.ts';
import type { AbjadReading } from './abjad.ts';
import {
  greekLoanToLatin,
  greekToLatin,
  scriptOf,
  serbianToLatin,
  toAscii,
  withoutArabicArticle,
} from './transliteration.ts';
import type { Script } from './transliteration.ts';

/** A word in lower case with look-alikes resolved; `bare` has no diacritics. */
export interface WrittenWord {
  readonly whole: string;
  readonly bare: string;
}

/** Compares a script without vowels with Latin names, by consonants. */
export interface ConsonantReader {
  readonly readings: (raw: string) => readonly AbjadReading[];
  /** Calls back with each key that indexes a folded name. */
  readonly forEachKey: (name: string, visit: (key: number) => void) => void;
  readonly sharesKey: (reading: AbjadReading, name: string) => boolean;
  /** 0 to 1; 0 below `least`. */
  readonly similarity: (reading: AbjadReading, name: string, least?: number) => number;
  /** Least similarity of a possible match. */
  readonly possible: number;
  /** Least similarity of a certain match. */
  readonly certain: number;
}

/** Everything the search knows about a script. A new script is a new row of `READERS`. */
export interface ScriptReader {
  /** Latin spellings, the usual one first. */
  readonly fold: (word: WrittenWord) => readonly string[];
  /** The script of the index itself: no second guess by sound is needed. */
  readonly isIndexed: boolean;
  /** Other folds are English words too, so the glossary must not use them. */
  readonly usualFoldOnly: boolean;
  /** Null for a script that writes vowels. */
  readonly consonants: ConsonantReader | null;
  /** Languages whose country names are known. */
  readonly languages: readonly string[];
}

const LETTERS = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['ĸ', 'k'],
  ['ŋ', 'ng'],
]);
const UMLAUTS = /[äöüø]/;

function foldLatin({ whole, bare }: WrittenWord): string[] {
  let latin = '';
  for (const letter of bare) latin += LETTERS.get(letter) ?? letter;
  const found = [toAscii(latin.replaceAll('đ', 'd'))];
  if (latin.includes('đ')) found.push(toAscii(latin.replaceAll('đ', 'dj')));
  if (UMLAUTS.test(whole)) {
    const spelt = (letter: string): string => `${(LETTERS.get(letter) ?? letter.normalize('NFD')).charAt(0)}e`;
    found.push(toAscii(whole.replace(/[äöüø]/g, spelt)));
  }
  return found;
}

/** Reads `whole`: й and ї lose their mark in NFKD. */
function foldCyrillic({ whole }: WrittenWord): string[] {
  const latin = serbianToLatin(whole);
  return [latin.replaceAll('đ', 'd'), latin.replaceAll('đ', 'dj'), toAscii(whole)];
}

/** Hebrew letters whose sound a geresh changes. */
const GERESH = new Map([
  ['\u05d2', 'j'],
  ['\u05d6', 'zh'],
  ['\u05e6', 'ch'],
  ['\u05e5', 'ch'],
  ['\u05ea', 'th'],
  ['\u05d3', 'dh'],
  ['\u05d7', 'kh'],
]);

/** A Hebrew vav inside a word is a vowel or w; any-ascii would spell the consonant v. */
function foldAbjad({ bare }: WrittenWord): string[] {
  const spelt = bare
    .replace(
      /([\u05d2\u05d6\u05e6\u05e5\u05ea\u05d3\u05d7])['’׳]/gu,
      (_, letter: string) => GERESH.get(letter) ?? letter,
    )
    .replaceAll('\u05d5', 'w');
  return withoutArabicArticle(spelt).map(toAscii);
}

const VOWELS_WRITTEN = { isIndexed: false, usualFoldOnly: false, consonants: null };

const READERS: Readonly<Record<Script, ScriptReader>> = {
  latin: {
    ...VOWELS_WRITTEN,
    fold: foldLatin,
    isIndexed: true,
    languages: 'en de fr it es pt nl hr sr-Latn sl sq tr pl cs sk hu ro'.split(' '),
  },
  cyrillic: { ...VOWELS_WRITTEN, fold: foldCyrillic, languages: ['sr', 'mk', 'bg', 'ru', 'uk'] },
  greek: {
    ...VOWELS_WRITTEN,
    fold: ({ bare }) => [greekToLatin(bare), toAscii(bare), greekLoanToLatin(bare)],
    usualFoldOnly: true,
    languages: ['el'],
  },
  abjad: {
    fold: foldAbjad,
    isIndexed: false,
    usualFoldOnly: false,
    consonants: {
      readings: abjadReadings,
      forEachKey: forEachAbjadKey,
      sharesKey: sharesAbjadKey,
      similarity: abjadSimilarity,
      possible: POSSIBLE,
      certain: CERTAIN,
    },
    languages: ['ar', 'he', 'fa'],
  },
  other: { ...VOWELS_WRITTEN, fold: foldLatin, languages: [] },
};

export const scriptReader = (script: Script): ScriptReader => READERS[script];

export const scriptReaderOf = (raw: string): ScriptReader => READERS[scriptOf(raw)];

/** Readers of all scripts without vowels. Each indexes every name. */
export const CONSONANT_READERS: readonly ConsonantReader[] = Object.values(READERS)
  .map(({ consonants }) => consonants)
  .filter((reader) => reader !== null);
