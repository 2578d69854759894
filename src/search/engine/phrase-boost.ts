import type { RankedDocument } from './bm25f.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Documents this near the best, and no more of them, are read again. */
const NEAR = 0.25;
const MOST = 8;
/** What the whole question standing in a document as it was typed is worth. */
const WHOLE = 0.25;

/**
 * Puts that document first, among those nearly alike, in which more of the question stands together as it was typed. The
 * ranking before knows no order of words.
 * @param textOf the text of a document.
 */
export function boostPhrases<Hit extends RankedDocument>(
  words: readonly Token[],
  ranked: readonly Hit[],
  textOf: (doc: number) => string,
): readonly Hit[] {
  const first = ranked[0];
  if (first === undefined || words.length < 2) return ranked;
  const near = ranked.slice(0, MOST).filter(({ score }) => score >= first.score - NEAR);
  if (near.length < 2) return ranked;
  const asked = words.map(({ folds }) => folds[0] ?? '');
  const read = near.map((hit) => {
    const run = longestCommonRun(
      asked,
      tokenize(textOf(hit.doc)).map(({ folds }) => folds[0] ?? ''),
    );
    return { ...hit, score: hit.score + WHOLE * (Math.max(0, run - 1) / (asked.length - 1)) ** 2 };
  });
  const order = read.toSorted((a, b) => b.score - a.score || a.doc - b.doc);
  return [...order, ...ranked.slice(near.length)];
}

/** How many words in a row of the one stand in a row in the other; the last may be a beginning. */
export function longestCommonRun(asked: readonly string[], text: readonly string[]): number {
  let longest = 0;
  let before: number[] = [];
  for (const word of text) {
    const runs = asked.map((one, at) => {
      const same = one === word || (at === asked.length - 1 && one.length > 1 && word.startsWith(one));
      return same ? (at === 0 ? 0 : (before[at - 1] ?? 0)) + 1 : 0;
    });
    longest = runs.reduce((most, run) => Math.max(most, run), longest);
    before = runs;
  }
  return longest;
}
