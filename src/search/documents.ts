import { buildBeside, buildTables, expandWord, withScratch } from './base.ts';
import type { Base, Tables } from './base.ts';
import type { Expansion } from './expand.ts';
import type { Doc, Field } from './postings.ts';
import { holding, idfOf, rank } from './rank.ts';
import type { Ranked, Slot } from './rank.ts';
import type { Thesaurus } from './synonyms.ts';
import { rerank } from './trigrams.ts';
import type { Placed } from './trigrams.ts';
import { termOf } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Documents `from` and on, as many as the base holds. */
interface Segment {
  readonly base: Base;
  readonly from: number;
}

/**
 * Texts that are searched by words. What was there at the start is one large base; what was added since stands beside it
 * in small ones, so that adding a document costs nothing of what is there.
 */
export interface Documents {
  readonly fields: readonly Field[];
  readonly thesaurus: Thesaurus | null;
  readonly main: Base;
  readonly added: readonly Segment[];
  /** What was added, in its order: the documents after those of the main base. */
  readonly addedDocs: readonly Doc[];
  /** Numbers of documents that others have replaced. */
  readonly gone: ReadonlySet<number>;
}

export const makeDocuments = (tables: Tables, fields: readonly Field[], thesaurus: Thesaurus | null): Documents => ({
  fields,
  thesaurus,
  main: withScratch(tables),
  added: [],
  addedDocs: [],
  gone: new Set(),
});

export const buildDocuments = (
  docs: readonly Doc[],
  fields: readonly Field[],
  thesaurus: Thesaurus | null,
): Documents => makeDocuments(buildTables(docs, fields, false), fields, thesaurus);

export const countOf = ({ main, addedDocs }: Documents): number => main.postings.count + addedDocs.length;

/** So many small bases of one size are made into one. */
const MERGED = 8;

/**
 * The same with one more document, whose number is the count of those before; the old value stays usable.
 * @param replaces the number of a document that is not to be found any more.
 */
export function addDocument(documents: Documents, doc: Doc, replaces?: number): Documents {
  const { main, fields } = documents;
  const addedDocs = [...documents.addedDocs, doc];
  const first = main.postings.count;
  const build = (from: number): Segment => ({ from, base: buildBeside(main, addedDocs.slice(from - first), fields) });
  let added = [...documents.added, build(first + addedDocs.length - 1)];
  const isFull = (size: number): boolean =>
    added.length >= MERGED && added.slice(-MERGED).every(({ base }) => base.postings.count === size);
  for (let size = 1; isFull(size); size *= MERGED) {
    const from = added.at(-MERGED)?.from ?? first;
    added = [...added.slice(0, -MERGED), build(from)];
  }
  const gone = replaces === undefined ? documents.gone : new Set([...documents.gone, replaces]);
  return { ...documents, added, addedDocs, gone };
}

/** A word to look for. */
export interface Sought {
  readonly word: Word;
  /** It is still being typed. */
  readonly open: boolean;
  /** Tags that it stands for besides. */
  readonly tags: readonly string[];
}

/** Documents ranked by words and then looked at more closely. */
const LOOKED_AT = 80;

/**
 * The documents that hold most of what is sought, best first.
 * @param wanted documents that it does not pass are as good as absent.
 */
export function searchDocuments(
  documents: Documents,
  sought: readonly Sought[],
  wanted: (doc: number) => boolean = () => true,
): Ranked[] {
  const { main, gone } = documents;
  const segments = [{ base: main, from: 0 }, ...documents.added];
  const meant = segments.map(({ base }) => sought.map((one) => expansionOf(documents, base, one)));
  const idfs = sought.map((_, at) => {
    const held = segments.map(({ base }, i) => holding(base.postings, meant[i]?.[at] ?? NOTHING));
    return idfOf(
      countOf(documents),
      held.reduce((a, b) => a + b, 0),
    );
  });
  const best = segments.flatMap(({ base, from }, i): Placed[] => {
    const { postings, trigrams, scratch } = base;
    const slots = sought.map((one, at) => slotOf(one, idfs[at] ?? 0, meant[i]?.[at] ?? NOTHING));
    const passes = (doc: number): boolean => !gone.has(from + doc) && wanted(from + doc);
    const ranked = rank(postings, scratch, slots, LOOKED_AT, passes);
    return ranked.map((hit) => ({ ...hit, doc: from + hit.doc, local: hit.doc, postings, trigrams }));
  });
  const top = best.toSorted((a, b) => b.score - a.score || a.doc - b.doc).slice(0, LOOKED_AT);
  const spellings = sought.map(({ word }) => word.folds[0] ?? '');
  return rerank(main, main.scratch, spellings, top);
}

const NOTHING: Expansion = new Map();

/** So few letters of a word still being typed are enough to list facts by, and not to answer with one. */
const FEW_LETTERS = 3;
const EXACT = 0.95;

function slotOf({ word, open, tags }: Sought, idf: number, expansion: Expansion): Slot {
  const few = open && tags.length === 0 && (word.folds[0] ?? '').length <= FEW_LETTERS;
  const exact = [...expansion.values()].some((weight) => weight >= EXACT);
  return { expansion, idf, proof: few && !exact ? 0.5 : 1 };
}

function expansionOf({ thesaurus }: Documents, base: Base, { word, open, tags }: Sought): Expansion {
  const found = new Map(expandWord(base, word, { open, thesaurus }));
  for (const tag of tags) {
    const term = termOf(base.postings.vocabulary, tag);
    if (term >= 0) found.set(term, 1);
  }
  return found;
}

/** How many documents use this very word. */
export function uses({ main, added }: Documents, word: Word): number {
  let total = 0;
  for (const { postings } of [main, ...added.map(({ base }) => base)]) {
    const terms = word.folds.map((spelling) => termOf(postings.vocabulary, spelling)).filter((term) => term >= 0);
    total += holding(postings, new Map(terms.map((term) => [term, 1])));
  }
  return total;
}
