import type { IFuseOptions } from 'fuse.js';
import { stemmer } from 'stemmer';
import { isStopword } from '../../src/search/analysis/stopwords.ts';
import { tokenize } from '../../src/search/analysis/tokenizer.ts';

/**
 * The settings of every peer, in one place so that anyone can dispute them. `+fold` is given our words: small letters, no
 * diacritics, Cyrillic, Greek, Arabic and Hebrew in Latin letters (of the last two those that are written: Kurti comes as
 * kwrty). Where a setting costs a peer either quality or time, the
 * one that ranks better was taken.
 */
export const MOST = 10;

/** A text in our words. A word that has several folds comes in its usual one. */
export const folded = (text: string): string[] => tokenize(text).map(({ folds }) => folds[0] ?? '');

/** Our words without those that tell nothing; all of them where none is left. */
export function tellingFolds(text: string): string[] {
  const all = folded(text);
  const telling = all.filter((word) => !isStopword(word));
  return telling.length > 0 ? telling : all;
}

/**
 * What two spellings of a name share when one of them, or its script, has other vowels or none. With it minisearch finds more
 * names (MRR .91 for .77 at 2,000, seed 1) and more facts (.90 for .87 at 10,000), and exact words of facts less surely (.97 for 1).
 */
export const withoutVowels = (fold: string): string => fold.replace(/[aeiouyw]/g, '');

export const stemmed = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);

/** What a library can be asked to do itself about diacritics. */
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
 * Misspellings are looked for from four letters on, as wide as minisearch's own advice, and wider in names, where that finds
 * more (MRR .93 for .92 at 600); the last word may go on.
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

/** At most three words are tried in every order, as its author advises; a thousand hits are weighed. */
export const UFUZZY = { options: { intraMode: 1 }, outOfOrder: 3, weighed: 1000 } as const;

/** A second slip finds names (MRR .92 for .84 at 600) and ruins facts (.57 for .76 at 3,000). */
export const ORAMA = { boost: { names: 2, text: 1 }, tolerance: { facts: 1, names: 2 } };

export const SQLITE = {
  fts5: "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'",
  trigram: "tokenize = 'trigram remove_diacritics 1'",
  /** bm25() weights: names, text. */
  weights: '2.0, 1.0',
};
