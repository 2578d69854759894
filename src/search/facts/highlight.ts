import { toMatchable, matchWords } from '../entities/match-name.ts';
import { fuseSimilarity } from '../entities/fuse-similarity.ts';
import { contentWords } from '../analysis/read-query.ts';
import { truncateQuery, tokenize } from '../analysis/tokenizer.ts';

/** A range of a text, in UTF-16 offsets. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
}

const LIKE = 0.7;

/**
 * Words of a found text to emphasise: those of the question, their forms and corrected misspellings.
 * For display only: it never cuts a citation.
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
