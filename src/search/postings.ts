import type { Vocabulary } from './vocabulary.ts';
import { makeVocabulary } from './vocabulary.ts';
import { folds } from './fold.ts';
import { finish } from './steps.ts';
import type { Steps } from './steps.ts';
import { eachWord } from './words.ts';

/** How much a field of a document counts, and how much its length is held against it (0 not at all, 1 wholly). */
export interface Field {
  readonly weight: number;
  readonly b: number;
}

/** What is indexed: for each field its texts, and tags, which are words of no language (`@albin-kurti`). */
export interface Doc {
  readonly fields: readonly (readonly string[])[];
  readonly tags?: readonly string[];
}

/**
 * Which documents hold a word, and how strongly: `docs[i]` holds the word with `impacts[i]` / 255, for i from
 * `starts[term]` to before `starts[term + 1]`. An impact is a BM25F term frequency, saturated, in one byte (at least 1).
 * `docTerms` is the same the other way round.
 */
export interface Postings {
  readonly count: number;
  readonly vocabulary: Vocabulary;
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  readonly impacts: Uint8Array;
  readonly docStarts: Uint32Array;
  readonly docTerms: Uint32Array;
  /** The mean length of each field, in words; the last one of the tags. */
  readonly means: Float64Array;
}

/** Saturation of BM25: how soon a repeated word stops to count more. */
export const K1 = 1.2;

/** The number of documents that hold the word. */
export const spread = ({ starts }: Postings, term: number): number => (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** A list of numbers that grows without boxing. */
class Numbers {
  values = new Uint32Array(256);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

interface Tokens {
  readonly words: readonly string[];
  /** Word numbers in the order met, document after document, field after field. */
  readonly tokens: Uint32Array;
  /** Where each field of each document ends in `tokens`; the tags come as one more field. */
  readonly ends: Uint32Array;
}

function* readAll(docs: readonly Doc[], fields: number): Steps<Tokens> {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const spelt = new Map<string, readonly number[]>();
  const tokens = new Numbers();
  const ends = new Uint32Array(docs.length * (fields + 1));
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.length;
      numbers.set(word, number);
      words.push(word);
    }
    return number;
  };
  const read = (raw: string): void => {
    let found = spelt.get(raw);
    if (found === undefined) {
      found = folds(raw).map(numberOf);
      spelt.set(raw, found);
    }
    for (const number of found) tokens.push(number);
  };
  let at = 0;
  for (const doc of docs) {
    for (let field = 0; field < fields; field++) {
      for (const text of doc.fields[field] ?? []) eachWord(text, read);
      ends[at++] = tokens.length;
    }
    for (const tag of doc.tags ?? []) tokens.push(numberOf(tag));
    ends[at++] = tokens.length;
    yield;
  }
  return { words, tokens: tokens.values.slice(0, tokens.length), ends };
}

export const buildPostings = (docs: readonly Doc[], fields: readonly Field[]): Postings =>
  finish(postingsOf(docs, fields));

/** @param like means of a larger base, beside which these few documents will be ranked. */
export function* postingsOf(docs: readonly Doc[], fields: readonly Field[], like?: Float64Array): Steps<Postings> {
  const { words, tokens, ends } = yield* readAll(docs, fields.length);
  const order = words.map((_, at) => at).toSorted((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  const place = new Uint32Array(words.length);
  for (const [at, word] of order.entries()) place[word] = at;
  const vocabulary = makeVocabulary(order.map((at) => words[at] ?? ''));

  const each = fields.length + 1;
  const lengths = new Float64Array(each);
  for (let i = 0; i < ends.length; i++)
    lengths[i % each] = (lengths[i % each] ?? 0) + (ends[i] ?? 0) - (i > 0 ? (ends[i - 1] ?? 0) : 0);
  const means = like ?? lengths.map((length) => Math.max(1, length / Math.max(1, docs.length)));

  const strength = new Float64Array(words.length);
  const docStarts = new Uint32Array(docs.length + 1);
  yield;
  const docTerms = new Numbers();
  const docImpacts = new Numbers();
  const counts = new Uint32Array(words.length + 1);
  for (let doc = 0, from = 0; doc < docs.length; doc++) {
    const held: number[] = [];
    for (let field = 0; field < each; field++) {
      const to = ends[doc * each + field] ?? 0;
      const { weight, b } = fields[field] ?? { weight: 1, b: 0 };
      const gain = weight / (1 - b + (b * (to - from)) / (means[field] ?? 1));
      for (; from < to; from++) {
        const term = place[tokens[from] ?? 0] ?? 0;
        if (strength[term] === 0) held.push(term);
        strength[term] = (strength[term] ?? 0) + gain;
      }
    }
    held.sort((a, b) => a - b);
    for (const term of held) {
      const x = strength[term] ?? 0;
      strength[term] = 0;
      counts[term + 1] = (counts[term + 1] ?? 0) + 1;
      docTerms.push(term);
      docImpacts.push(Math.max(1, Math.round((255 * x) / (x + K1))));
    }
    docStarts[doc + 1] = docTerms.length;
    yield;
  }
  return { ...invert(docs.length, counts, docStarts, docTerms, docImpacts), vocabulary, means };
}

function invert(
  count: number,
  counts: Uint32Array,
  docStarts: Uint32Array,
  terms: Numbers,
  strengths: Numbers,
): Omit<Postings, 'vocabulary' | 'means'> {
  const starts = counts;
  for (let term = 1; term < starts.length; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  const next = starts.slice();
  const docs = new Uint32Array(terms.length);
  const impacts = new Uint8Array(terms.length);
  for (let doc = 0, i = 0; doc < count; doc++) {
    for (; i < (docStarts[doc + 1] ?? 0); i++) {
      const term = terms.values[i] ?? 0;
      const at = next[term] ?? 0;
      docs[at] = doc;
      impacts[at] = strengths.values[i] ?? 0;
      next[term] = at + 1;
    }
  }
  return { count, starts, docs, impacts, docStarts, docTerms: terms.values.slice(0, terms.length) };
}
