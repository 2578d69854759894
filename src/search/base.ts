import type { Expansion } from './expand.ts';
import { expand } from './expand.ts';
import { lexiconOf } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { buildPostings, postingsOf, spread } from './postings.ts';
import type { Doc, Field, Postings } from './postings.ts';
import { makeScratch } from './rank.ts';
import type { Scratch } from './rank.ts';
import { typedOf } from './spelling.ts';
import type { Looking, Typed } from './spelling.ts';
import { finish } from './steps.ts';
import type { Steps } from './steps.ts';
import { buildTrigrams, makeTrigramScratch, NO_TRIGRAMS } from './trigrams.ts';
import type { Trigrams, TrigramScratch } from './trigrams.ts';
import type { Word } from './words.ts';

/** Documents made searchable, as typed arrays and numbers alone: this is what is saved. */
export interface Tables {
  readonly names: boolean;
  readonly postings: Postings;
  readonly lexicon: Lexicon;
  readonly trigrams: Trigrams;
}

export interface Base extends Tables {
  readonly scratch: Scratch & TrigramScratch;
}

export const buildTables = (docs: readonly Doc[], fields: readonly Field[]): Tables =>
  fileTables(buildPostings(docs, fields), false);

/** @param names whether the documents are names, which are met by sound and by their endings too. */
export function fileTables(postings: Postings, names: boolean): Tables {
  const lexicon = finish(lexiconOf(postings.vocabulary, { names, spread: (term) => spread(postings, term) }));
  return { names, postings, lexicon, trigrams: names ? NO_TRIGRAMS : buildTrigrams(postings) };
}

export const withScratch = (tables: Tables): Base => ({
  ...tables,
  scratch: { ...makeScratch(tables.postings.count), ...makeTrigramScratch() },
});

/** A few documents beside a base: weighed as if they stood in it, so that both can be ranked together. */
export function* besideOf(base: Base, docs: readonly Doc[], fields: readonly Field[]): Steps<Base> {
  const postings = yield* postingsOf(docs, fields, base.postings.means);
  const { names } = base;
  const lexicon = yield* lexiconOf(postings.vocabulary, { names, spread: (term) => spread(postings, term) });
  const trigrams = buildTrigrams(postings, base.trigrams);
  return { names, postings, lexicon, trigrams, scratch: { ...base.scratch, ...makeScratch(postings.count) } };
}

export const expandWord = (base: Base, word: Word, looking: Looking): Expansion =>
  expandTyped(base, typedOf(word, looking));

export const expandTyped = ({ postings, lexicon, names }: Base, typed: Typed): Expansion =>
  expand({ vocabulary: postings.vocabulary, lexicon, names, spread: (term) => spread(postings, term) }, typed);
