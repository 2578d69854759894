import type { Expansion } from './expand.ts';
import { expand } from './expand.ts';
import { buildLexicon } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { buildPostings, spread } from './postings.ts';
import type { Doc, Field, Postings } from './postings.ts';
import { makeScratch } from './rank.ts';
import type { Scratch } from './rank.ts';
import { scriptOf } from './scripts.ts';
import type { Thesaurus } from './synonyms.ts';
import { buildTrigrams, makeTrigramScratch } from './trigrams.ts';
import type { Trigrams, TrigramScratch } from './trigrams.ts';
import type { Word } from './words.ts';

/** Documents made searchable: everything but `scratch` is typed arrays and numbers. */
export interface Base {
  readonly names: boolean;
  readonly thesaurus: Thesaurus | null;
  readonly postings: Postings;
  readonly lexicon: Lexicon;
  readonly trigrams: Trigrams;
  readonly scratch: Scratch & TrigramScratch;
}

export function buildBase(
  docs: readonly Doc[],
  fields: readonly Field[],
  names: boolean,
  thesaurus: Thesaurus | null = null,
): Base {
  const postings = buildPostings(docs, fields);
  return {
    names,
    thesaurus,
    postings,
    lexicon: buildLexicon(postings.vocabulary, { names, spread: (term) => spread(postings, term) }),
    trigrams: buildTrigrams(postings),
    scratch: { ...makeScratch(postings.count), ...makeTrigramScratch() },
  };
}

export function expandWord(base: Base, word: Word, open: boolean, force = false): Expansion {
  const { postings, lexicon, names, thesaurus } = base;
  return expand(
    { vocabulary: postings.vocabulary, lexicon, names, thesaurus, spread: (term) => spread(postings, term) },
    { folds: word.folds, script: scriptOf(word.raw), open, force },
  );
}
