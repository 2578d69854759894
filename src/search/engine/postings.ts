import type { TermDictionary } from './term-dictionary.ts';
import { makeVocabulary } from './term-dictionary.ts';
import { searchForms } from '../analysis/folding.ts';
import { isLowerCase, NumberList, memoizeByWord, Interner } from '../structures/number-list.ts';
import type { TermOccurrences } from '../structures/number-list.ts';
import { forEachToken } from '../analysis/tokenizer.ts';

/** A field's weight, and `b` of BM25: how far a long text lowers the score (0 not at all, 1 fully). */
export interface Field {
  readonly weight: number;
  readonly b: number;
}

/** Texts of each field, and tags, which are terms of no language (`@albin-kurti`). */
export interface IndexedDocument {
  readonly fields: readonly (readonly string[])[];
  readonly tags?: readonly string[];
}

/**
 * Inverted index: document `docs[i]` contains a term with impact `impacts[i]` / 255, for i from `starts[term]` to before
 * `starts[term + 1]`. An impact is a saturated BM25F term frequency in one byte (at least 1). `docTerms` lists the terms of
 * each document.
 */
export interface Postings {
  readonly count: number;
  readonly vocabulary: TermDictionary;
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly impacts: Uint8Array;
  readonly docStarts: Uint32Array;
  readonly docTerms: Uint32Array;
  /** 1 for each term written in small letters somewhere; any other is taken for a name. */
  readonly common: Uint8Array;
  /** The mean length of each field, in words; the last one of the tags. */
  readonly means: Float64Array;
}

/** `k1` of BM25: how soon a repeated word stops counting more. */
export const K1 = 1.2;

export const documentFrequency = ({ starts }: Postings, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

function readAll(docs: readonly IndexedDocument[], fields: number): TermOccurrences {
  const numbers = new Interner();
  const tokens = new NumberList();
  const ends = new Uint32Array(docs.length * (fields + 1));
  const numbersOf = memoizeByWord((raw) => {
    const small = isLowerCase(raw);
    return searchForms(raw).map((word) => numbers.of(word, small));
  });
  const read = (raw: string): void => {
    for (const number of numbersOf(raw)) tokens.push(number);
  };
  let at = 0;
  for (const doc of docs) {
    for (let field = 0; field < fields; field++) {
      for (const text of doc.fields[field] ?? []) forEachToken(text, read);
      ends[at++] = tokens.length;
    }
    for (const tag of doc.tags ?? []) tokens.push(numbers.of(tag));
    ends[at++] = tokens.length;
  }
  return { ...numbers.sorted(), tokens, ends };
}

export const buildPostings = (docs: readonly IndexedDocument[], fields: readonly Field[]): Postings =>
  packPostings(readAll(docs, fields.length), fields);

export function packPostings(
  { words, places, common, tokens, ends }: TermOccurrences,
  fields: readonly Field[],
): Postings {
  const vocabulary = makeVocabulary(words);
  const each = fields.length + 1;
  const count = ends.length / each;
  const means = meansOf(ends, each, count);

  const strength = new Float64Array(words.length);
  const starts = new Uint32Array(words.length + 1);
  const docStarts = new Uint32Array(count + 1);
  const held = new NumberList();
  const strengths = new NumberList();
  const fileDoc = (doc: number): void => {
    const first = held.length;
    for (let field = 0, from = doc === 0 ? 0 : (ends[doc * each - 1] ?? 0); field < each; field++) {
      const to = ends[doc * each + field] ?? 0;
      const { weight, b } = fields[field] ?? TAGS;
      const gain = weight / (1 - b + (b * (to - from)) / (means[field] ?? 1));
      for (; from < to; from++) {
        const term = places[tokens.values[from] ?? 0] ?? 0;
        if (strength[term] === 0) held.push(term);
        strength[term] = (strength[term] ?? 0) + gain;
      }
    }
    for (let i = first; i < held.length; i++) {
      const term = held.values[i] ?? 0;
      const x = strength[term] ?? 0;
      strength[term] = 0;
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
      strengths.push(Math.max(1, Math.round((255 * x) / (x + K1))));
    }
    docStarts[doc + 1] = held.length;
  };
  for (let doc = 0; doc < count; doc++) fileDoc(doc);
  return { count, vocabulary, common, starts, docStarts, means, ...turned(starts, docStarts, held, strengths) };
}

const TAGS: Field = { weight: 1, b: 0 };

function meansOf(ends: Uint32Array, each: number, count: number): Float64Array {
  const lengths = new Float64Array(each);
  for (let i = 0; i < ends.length; i++)
    lengths[i % each] = (lengths[i % each] ?? 0) + (ends[i] ?? 0) - (i > 0 ? (ends[i - 1] ?? 0) : 0);
  return lengths.map((length) => Math.max(1, length / Math.max(1, count)));
}

/**
 * Inverts terms by document into documents by term, and back: so the terms of each document become sorted without a sort.
 * @param starts the document frequency of each term, one place on; it is overwritten with the start of each.
 */
function turned(
  starts: Uint32Array,
  docStarts: Uint32Array,
  held: NumberList,
  strengths: NumberList,
): Pick<Postings, 'docs' | 'impacts' | 'docTerms'> {
  for (let term = 1; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const docs = new Uint32Array(held.length);
  const impacts = new Uint8Array(held.length);
  const next = starts.slice();
  for (let doc = 0, i = 0; doc < docStarts.length - 1; doc++) {
    for (; i < (docStarts[doc + 1] ?? 0); i++) {
      const term = held.values[i] ?? 0;
      const at = next[term] ?? 0;
      docs[at] = doc;
      impacts[at] = strengths.values[i] ?? 0;
      next[term] = at + 1;
    }
  }
  const docTerms = new Uint32Array(held.length);
  const free = docStarts.slice();
  for (let term = 0, i = 0; term < starts.length - 1; term++) {
    for (; i < (starts[term + 1] ?? 0); i++) {
      const doc = docs[i] ?? 0;
      const at = free[doc] ?? 0;
      docTerms[at] = term;
      free[doc] = at + 1;
    }
  }
  return { docs, impacts, docTerms };
}
