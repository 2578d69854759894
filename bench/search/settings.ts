import type { IFuseOptions } from 'fuse.js';
import { stemmer } from 'stemmer';
import { isStopword } from '../../src/search/analysis/stopwords.ts';
import { tokenize } from '../../src/search/analysis/tokenizer.ts';

/**
 * The settings of every peer, in one place so that anyone can dispute them.
 * `+fold` gets our words: lower case, no diacritics, other scripts in Latin letters (without vowels from Arabic and Hebrew:
 * Kurti is kwrty).
 * If a setting trades quality for time, the one that ranks better was chosen.
 */
export const MOST = 10;

/** Our words of a text. A word with several folds has its usual one. */
export const folded = (text: string): string[] => tokenize(text).map(({ folds }) => folds[0] ?? '');

/** Our words without stopwords; all of them if none is left. */
export function tellingFolds(text: string): string[] {
  const all = folded(text);
  const telling = all.filter((word) => !isStopword(word));
  return telling.length > 0 ? telling : all;
}

/**
 * Consonants: shared by spellings of a name that differ in vowels.
 * With them minisearch finds more names (MRR .91 for .77 at 2,000, seed 1) and more facts (.90 for .87 at 10,000).
 * Exact words of facts rank lower (.97 for 1).
 */
export const withoutVowels = (fold: string): string => fold.replace(/[aeiouyw]/g, '');

export const stemmed = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);

/** A library's own handling of diacritics. */
export const unaccented = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const FUSE_KEYS = [
  { name: 'names', weight: 2 },
  { name: 'text', weight: 1 },
];
export const FUSE: Readonly<Record<'plain' | 'anywhere' | 'token', IFuseOptions<unknown>>> = {
  plain: { keys: FUSE_KEYS, ignoreDiacritics: true, includeScore: true },
  anywhere: { keys: FUSE_KEYS, ignoreDiacritics: true, ignoreLocation: true, threshold: 0.4 },
  token: { keys: FUSE_KEYS, ignoreDiacritics: true, useTokenSearch: true, threshold: 0.4 },
};

/**
 * Misspellings are searched from four letters on, as minisearch advises, and with more edits in names.
 * There it finds more (MRR .93 for .92 at 600). The last word may be incomplete.
 */
export const MINISEARCH = {
  fuzzy: {
    facts: (word: string): number | boolean => (word.length > 3 ? 0.2 : false),
    names: (word: string): number | boolean => (word.length > 3 ? 0.3 : false),
  },
  maxFuzzy: 2,
  prefix: (word: string, at: number, words: readonly string[]): boolean => at === words.length - 1 && word.length > 1,
  boost: { facts: { names: 1, text: 1 }, names: { names: 2 } },
};

export const FLEXSEARCH = { tokenize: 'forward', resolution: 9 } as const;

/** Up to three words are tried in every order, as its author advises; a thousand hits are ranked. */
export const UFUZZY = { options: { intraMode: 1 }, outOfOrder: 3, weighed: 1000 } as const;

/** A second typo finds more names (MRR .92 for .84 at 600) but fewer facts (.57 for .76 at 3,000). */
export const ORAMA = { boost: { names: 2, text: 1 }, tolerance: { facts: 1, names: 2 } };

export const SQLITE = {
  fts5: "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'",
  trigram: "tokenize = 'trigram remove_diacritics 1'",
  /** bm25() weights: names, text. */
  weights: '2.0, 1.0',
};
