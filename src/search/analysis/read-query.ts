import { isStopword, isStopwordAfter, withoutStopwords } from './stopwords.ts';
import { truncateQuery, tokenize } from './tokenizer.ts';
import type { Token } from './tokenizer.ts';

/** Most words of a query that are searched. */
export const MAX_TERMS = 8;
/** Most words of a query that are read. */
const MOST_WORDS = 24;

export interface ReadQuery {
  /** The query on one line, truncated. Word offsets refer to it. */
  readonly text: string;
  readonly words: readonly Token[];
}

/** Truncates the query first, so that long input costs no time. */
export function readQuery(typed: string): ReadQuery {
  const text = truncateQuery(typed);
  const read = tokenize(text);
  const words = read.filter((_, at) => !isStopwordAfter(read, at));
  if (words.length <= MOST_WORDS) return { text, words };
  return { text, words: words.filter(({ folds }) => !isStopword(folds[0] ?? '')).slice(0, MOST_WORDS) };
}

/** The words with content, in order; all words if none has any ("The Who"). */
export function contentWords(words: readonly Token[]): Token[] {
  const kept = withoutStopwords(words);
  return (kept.length > 0 ? kept : [...words]).slice(0, MAX_TERMS);
}
