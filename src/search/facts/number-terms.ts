import { foldNumbers } from '../analysis/numbers/read-numbers.ts';
import { LANGUAGES } from '../analysis/numbers/vocabulary.ts';
import type { Doc } from '../engine/postings.ts';
import { wordsOf } from '../analysis/tokenizer.ts';
import type { Word } from '../analysis/tokenizer.ts';

/** Numbers in words, made digits on both sides of a search: "twelve hundred", "zwölfhundert", 1,200. */

/** Tells in a glance whether a text has a number in words; reading the numbers of 100,000 texts would take ten seconds. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ adds, times }) => [...adds.keys(), ...times.keys()]),
);
const COMPOUND = /hundert|tausend|und(?:zwan|drei|vier|funf|sech|sieb|acht|neun)/;

const hasNumberWord = (words: readonly Word[]): boolean =>
  words.some(({ folds }) => folds.some((word) => NUMBER_WORDS.has(word) || COMPOUND.test(word)));

/** The document with the numbers of its first field in digits too, in its second one. */
export function withDigits({ fields, ...rest }: Doc): Doc {
  const [first = [], second = [], ...others] = fields;
  const counted = first.filter((text) => hasNumberWord(wordsOf(text))).map(foldNumbers);
  return { ...rest, fields: [first, [...second, ...counted], ...others] };
}

/** The words of a question with its numbers in digits; a number of one word keeps that word as another spelling. */
export function countedWords(text: string, words: readonly Word[]): readonly Word[] {
  if (!hasNumberWord(words)) return words;
  const folded = wordsOf(foldNumbers(text));
  if (folded.length !== words.length) return folded;
  return folded.map((word, at) => {
    const typed = words[at];
    return typed === undefined ? word : { ...typed, folds: [...new Set([...word.folds, ...typed.folds])] };
  });
}
