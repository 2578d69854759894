import { toMatchable, matchWords } from '../entities/match-name.ts';
import { fuseSimilarity } from '../entities/fuse-similarity.ts';
import { contentWords } from '../analysis/read-query.ts';
import { truncateQuery, tokenize } from '../analysis/tokenizer.ts';

/** A stretch of a text, in UTF-16 offsets. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

const LIKE = 0.7;

/**
 * The words of a text that was found which a question asked for, to be shown in another type: the words themselves, their
 * forms and what they were misspelt from. For the eye only; a citation is never cut by it.
 */
export function highlights(text: string, typed: string): Highlight[] {
  const asked = contentWords(tokenize(truncateQuery(typed))).map((word) => toMatchable(word, true));
  return tokenize(text)
    .filter((word) => {
      const heard = toMatchable(word, false);
      return (
        !heard.filler &&
        asked.some(
          (one) =>
            (matchWords(one, heard)?.step ?? 'initial') !== 'initial' || fuseSimilarity(one.fold, heard.fold) >= LIKE,
        )
      );
    })
    .map(({ start, end }) => ({ start, end }));
}
