import type { Build } from './engine.ts';

/** Every engine by its name in the tables. Each loads only in its own process, so that none costs another. */
export const ENGINES: Readonly<Record<string, () => Promise<Build>>> = {
  factdesk: async () => (await import('./factdesk.ts')).factdesk,
  fuse: async () => (await import('./fuse.ts')).fuse,
  'fuse anywhere': async () => (await import('./fuse.ts')).fuseAnywhere,
  'fuse token': async () => (await import('./fuse.ts')).fuseToken,
  'fuse token+fold': async () => (await import('./fuse.ts')).fuseTokenFold,
  minisearch: async () => (await import('./minisearch.ts')).minisearch,
  'minisearch+best': async () => (await import('./minisearch.ts')).minisearchBest,
  'minisearch+consonants': async () => (await import('./minisearch.ts')).minisearchConsonants,
  flexsearch: async () => (await import('./flexsearch.ts')).flex,
  'flexsearch+fold': async () => (await import('./flexsearch.ts')).flexFold,
  ufuzzy: async () => (await import('./ufuzzy.ts')).ufuzzy,
  'ufuzzy+fold': async () => (await import('./ufuzzy.ts')).ufuzzyFold,
  orama: async () => (await import('./orama.ts')).orama,
  'orama+fold': async () => (await import('./orama.ts')).oramaFold,
  'sqlite fts5': async () => (await import('./sqlite.ts')).fts5,
  'sqlite fts5+fold': async () => (await import('./sqlite.ts')).fts5Fold,
  'sqlite trigram': async () => (await import('./sqlite.ts')).trigram,
  'sqlite trigram+fold': async () => (await import('./sqlite.ts')).trigramFold,
};
