import Fuse from 'fuse.js';

/**
 * fuse.js compares short strings only.
 * Measured over whole sentences, it lowered mean reciprocal rank from .948 to .625 at a hundred times the cost.
 */
const NAMES = { threshold: 0.4, ignoreLocation: true, isCaseSensitive: true };
/** Bitap holds a pattern of 32 letters; longer ones are split, which is slow and matches loosely. */
const LONGEST = 32;

/** Similarity of two folded names by letters, 0 to 1. */
export function fuseSimilarity(typed: string, name: string): number {
  if (typed === '' || name === '') return 0;
  const { isMatch, score } = Fuse.match(typed.slice(0, LONGEST), name, NAMES);
  // A short query is found in any long name, so long names are penalised.
  return isMatch ? (1 - (score ?? 0)) * Math.min(1, (typed.length + 2) / name.length) : 0;
}
