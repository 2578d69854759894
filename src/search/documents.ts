import { buildBeside, buildTables, withScratch } from './base.ts';
import type { Base, Tables } from './base.ts';
import type { Doc, Field } from './postings.ts';
import { holding } from './rank.ts';
import type { Thesaurus } from './synonyms.ts';
import { termOf } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Documents `from` and on, as many as the base holds. */
export interface Segment {
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

export const segmentsOf = ({ main, added }: Documents): readonly Segment[] => [{ base: main, from: 0 }, ...added];

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

/** How many documents use this very word. */
export function uses(documents: Documents, word: Word): number {
  let total = 0;
  for (const { base } of segmentsOf(documents)) {
    const { postings } = base;
    const terms = word.folds.map((spelling) => termOf(postings.vocabulary, spelling)).filter((term) => term >= 0);
    total += holding(postings, new Map(terms.map((term) => [term, 1])));
  }
  return total;
}
