import { isSilent, isSilentBehind, telling } from './stopwords.ts';
import { cut, wordsOf } from './tokenizer.ts';
import type { Word } from './tokenizer.ts';

/** At most this many words of what was typed are looked for. */
export const MOST_TERMS = 8;
/** At most this many words are read at all. */
const MOST_WORDS = 24;

export interface Asked {
  /** What was typed, on one line and cut to its length. The offsets of the words belong to it. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Cuts what was typed before anything costs time. */
export function asked(typed: string): Asked {
  const text = cut(typed);
  const read = wordsOf(text);
  const words = read.filter((_, at) => !isSilentBehind(read, at));
  if (words.length <= MOST_WORDS) return { text, words };
  return { text, words: words.filter(({ folds }) => !isSilent(folds[0] ?? '')).slice(0, MOST_WORDS) };
}

/** The words that tell something, in their order; all of them where none does ("The Who"). */
export function tellingWords(words: readonly Word[]): Word[] {
  const kept = telling(words);
  return (kept.length > 0 ? kept : [...words]).slice(0, MOST_TERMS);
}
