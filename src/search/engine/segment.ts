import type { Expansion } from './expand-term.ts';
import { expand } from './expand-term.ts';
import { lexiconOf } from './spelling-index.ts';
import type { Lexicon, LexiconOptions } from './spelling-index.ts';
import { buildPostings, postingsOf, spread } from './postings.ts';
import type { Doc, Field, Postings } from './postings.ts';
import { makeScratch } from './bm25f.ts';
import type { Scratch } from './bm25f.ts';
import { typedOf } from './query-term.ts';
import type { Looking, Typed } from './query-term.ts';
import { finish } from '../structures/incremental.ts';
import type { Steps } from '../structures/incremental.ts';
import { addRuns, buildTrigrams, makeTrigramScratch, NO_TRIGRAMS } from './trigrams.ts';
import type { Runs, Trigrams, TrigramScratch } from './trigrams.ts';
import { Numbers } from '../structures/number-list.ts';
import { makeVocabulary, termOf, wordAt } from './term-dictionary.ts';
import type { Vocabulary } from './term-dictionary.ts';
import type { Word } from '../analysis/tokenizer.ts';

/** Documents made searchable, as typed arrays and numbers alone: this is what is saved. */
export interface Tables {
  readonly names: boolean;
  readonly postings: Postings;
  readonly lexicon: Lexicon;
  readonly trigrams: Trigrams;
}

/** What documents are ranked by. */
export interface Searchable {
  readonly postings: Postings;
  readonly trigrams: Trigrams;
  readonly scratch: Scratch & TrigramScratch;
}

export interface Base extends Tables, Searchable {}

export const buildTables = (docs: readonly Doc[], fields: readonly Field[]): Tables =>
  fileTables(buildPostings(docs, fields), false);

/** @param names whether the documents are names, which are met by sound and by their endings too. */
export function fileTables(postings: Postings, names: boolean): Tables {
  const lexicon = finish(lexiconOf(postings.vocabulary, optionsOf(names, postings)));
  return { names, postings, lexicon, trigrams: names ? NO_TRIGRAMS : buildTrigrams(postings) };
}

const optionsOf = (names: boolean, postings: Postings, termAt = (at: number): number => at): LexiconOptions => ({
  names,
  spread: (at) => spread(postings, termAt(at)),
  isCommon: (at) => postings.common[termAt(at)] === 1,
});

export const withScratch = (tables: Tables): Base => ({
  ...tables,
  scratch: { ...makeScratch(tables.postings.count), ...makeTrigramScratch() },
});

/**
 * A few documents beside a base, weighed as if they stood in it, so that both can be ranked together. What a word may mean
 * among them is known from what it means in the base; only words that the base has not are filed by spelling and sound.
 */
export interface Few extends Searchable {
  /** The numbers in the base of those of their words that it has, ascending, */
  readonly known: Uint32Array;
  /** and the numbers of the same words here. */
  readonly places: Uint32Array;
  readonly fresh: Fresh | null;
  readonly runs: Runs;
}

interface Fresh {
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
  /** The numbers of these words among all of the few. */
  readonly places: Uint32Array;
}

/** Words that are looked up in one step. */
const A_STEP = 16;

export function* besideOf(base: Base, docs: readonly Doc[], fields: readonly Field[]): Steps<Few> {
  const postings = yield* postingsOf(docs, fields, base.postings.means);
  const { vocabulary } = postings;
  const [known, places, fresh] = [new Numbers(), new Numbers(), new Numbers()];
  const runs = new Map<number, number>();
  for (let term = 0; term < vocabulary.size; term++) {
    if (term % A_STEP === 0) yield;
    addRuns(runs, postings, term);
    const same = termOf(base.postings.vocabulary, wordAt(vocabulary, term));
    if (same < 0) fresh.push(term);
    else {
      known.push(same);
      places.push(term);
    }
  }
  const filed = fresh.length === 0 ? null : yield* fileFresh(base, postings, fresh.filled());
  const scratch = { ...base.scratch, ...makeScratch(postings.count) };
  const trigrams = buildTrigrams(postings, base.trigrams);
  return { postings, trigrams, scratch, known: known.filled(), places: places.filled(), fresh: filed, runs };
}

function* fileFresh({ names }: Base, postings: Postings, places: Uint32Array): Steps<Fresh> {
  const vocabulary = makeVocabulary(Array.from(places, (term) => wordAt(postings.vocabulary, term)));
  const lexicon = yield* lexiconOf(
    vocabulary,
    optionsOf(names, postings, (at) => places[at] ?? 0),
  );
  return { vocabulary, lexicon, places };
}

export const expandWord = (base: Base, word: Word, looking: Looking): Expansion =>
  expandTyped(base, typedOf(word, looking));

export const expandTyped = ({ postings, lexicon, names }: Base, typed: Typed): Expansion =>
  expand({ vocabulary: postings.vocabulary, lexicon, names, spread: (term) => spread(postings, term) }, typed);
