import { normalizeNumbers } from '../analysis/numbers/read-numbers.ts';
import { LANGUAGES } from '../analysis/numbers/vocabulary.ts';
import type { IndexedDocument } from '../engine/postings.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Writes number words as digits on both sides of a search: "twelve hundred", "zwölfhundert", 1,200. */

/** Quick test for number words: reading the numbers of 100,000 texts would take ten seconds. */
const NUMBER_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ adds, times }) => [...adds.keys(), ...times.keys()]),
);
const COMPOUND = /hundert|tausend|und(?:zwan|drei|vier|funf|sech|sieb|acht|neun)/;

const hasNumberWord = (words: readonly Token[]): boolean =>
  words.some(({ folds }) => folds.some((word) => NUMBER_WORDS.has(word) || COMPOUND.test(word)));

/** Adds the numbers of the document's first field, in digits, to its second. */
export function indexNumbers({ fields, ...rest }: IndexedDocument): IndexedDocument {
  const [first = [], second = [], ...others] = fields;
  const counted = first.filter((text) => hasNumberWord(tokenize(text))).map(normalizeNumbers);
  return { ...rest, fields: [first, [...second, ...counted], ...others] };
}

/** Words of a question with numbers in digits. A one-word number keeps that word as another spelling. */
export function queryNumbers(text: string, words: readonly Token[]): readonly Token[] {
  if (!hasNumberWord(words)) return words;
  const folded = tokenize(normalizeNumbers(text));
  if (folded.length !== words.length) return folded;
  return folded.map((word, at) => {
    const typed = words[at];
    return typed === undefined ? word : { ...typed, folds: [...new Set([...word.folds, ...typed.folds])] };
  });
}
