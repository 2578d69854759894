import { isStopword, isStopwordAfter, withoutStopwords } from './stopwords.ts';
import { truncateQuery, tokenize } from './tokenizer.ts';
import type { Token } from './tokenizer.ts';

/** At most this many words of what was typed are looked for. */
export const MAX_TERMS = 8;
/** At most this many words are read at all. */
const MOST_WORDS = 24;

export interface ReadQuery {
  /** What was typed, on one line and cut to its length. The offsets of the words belong to it. */
  readonly text: string;
  readonly words: readonly Token[];
}

/** Cuts what was typed before anything costs time. */
export function readQuery(typed: string): ReadQuery {
  const text = truncateQuery(typed);
  const read = tokenize(text);
  const words = read.filter((_, at) => !isStopwordAfter(read, at));
  if (words.length <= MOST_WORDS) return { text, words };
  return { text, words: words.filter(({ folds }) => !isStopword(folds[0] ?? '')).slice(0, MOST_WORDS) };
}

/** The words that tell something, in their order; all of them where none does ("The Who"). */
export function contentWords(words: readonly Token[]): Token[] {
  const kept = withoutStopwords(words);
  return (kept.length > 0 ? kept : [...words]).slice(0, MAX_TERMS);
}
