import type { RankedDocument } from './bm25f.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Only documents with scores this near the best are compared, and at most so many. */
const NEAR = 0.25;
const MOST = 8;
/** Bonus for a document that contains the whole query word by word. */
const WHOLE = 0.25;

/**
 * Among documents of nearly equal score, ranks first the one with the longest run of the query's words. BM25F ignores the
 * order of words.
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

/** The most consecutive words of the query that are consecutive in the text; the last may be a prefix. */
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
