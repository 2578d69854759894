import { hear, meet } from '../entities/match-name.ts';
import { alike } from '../entities/fuse-similarity.ts';
import { tellingWords } from '../analysis/read-query.ts';
import { cut, wordsOf } from '../analysis/tokenizer.ts';

/** A stretch of a text, in UTF-16 offsets. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

const LIKE = 0.7;

/**
 * The words of a text that was found which a question asked for, to be shown in another type: the words themselves, their
 * forms and what they were misspelt from. For the eye only; a citation is never cut by it.
 */
export function marks(text: string, typed: string): Mark[] {
  const asked = tellingWords(wordsOf(cut(typed))).map((word) => hear(word, true));
  return wordsOf(text)
    .filter((word) => {
      const heard = hear(word, false);
      return (
        !heard.filler &&
        asked.some((one) => (meet(one, heard)?.step ?? 'initial') !== 'initial' || alike(one.fold, heard.fold) >= LIKE)
      );
    })
    .map(({ start, end }) => ({ start, end }));
}
