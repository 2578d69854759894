import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSegmentTables, expandWord, withBuffers } from '../../../src/search/engine/segment.ts';
import {
  HashTableBuilder,
  forEachInBucket,
  forEachWithHash,
  fnv1a,
} from '../../../src/search/structures/hash-buckets.ts';
import { addDocument, buildDocuments, documentCount, queryTermFrequency } from '../../../src/search/engine/segments.ts';
import type { SegmentedIndex } from '../../../src/search/engine/segments.ts';
import { searchSegments } from '../../../src/search/engine/search-segments.ts';
import type { SearchQuery } from '../../../src/search/engine/search-segments.ts';
import { editDistance, letterMask } from '../../../src/text/edit-distance.ts';
import { forEachWithPrefix, buildPrefixIndex } from '../../../src/search/engine/prefix-index.ts';
import { TopK } from '../../../src/search/structures/top-k.ts';
import { buildPostings, K1, documentFrequency } from '../../../src/search/engine/postings.ts';
import { createScoringBuffers, scoreDocuments, slotOf } from '../../../src/search/engine/bm25f.ts';
import {
  termLetterMask,
  makeVocabulary,
  termId,
  termsWithPrefix,
  termText,
  wordsIn,
} from '../../../src/search/engine/term-dictionary.ts';
import { tokenize } from '../../../src/search/analysis/tokenizer.ts';

const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 5 });
const words = fc.uniqueArray(word, { maxLength: 60 }).map((list) => list.toSorted());
const text = fc.array(word, { maxLength: 12 }).map((list) => list.join(' '));

describe('the vocabulary', () => {
  it('finds what a sorted list finds', () => {
    fc.assert(
      fc.property(words, word, (list, asked) => {
        const vocabulary = makeVocabulary(list);
        expect(list.map((_, term) => wordsIn(vocabulary)(term))).toEqual(list);
        expect(list.map((_, at) => termText(vocabulary, at))).toEqual(list);
        expect(list.map((_, at) => termLetterMask(vocabulary, at))).toEqual(list.map(letterMask));
        expect(termId(vocabulary, asked)).toBe(list.indexOf(asked));
        const [from, to] = termsWithPrefix(vocabulary, asked);
        expect(list.slice(from, to)).toEqual(list.filter((one) => one.startsWith(asked)));
      }),
      { numRuns: 1000 },
    );
  });

  it('has the commonest words of a beginning ready', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'ab'), minLength: 1, maxLength: 8 }), { maxLength: 200 }),
        fc.constantFrom('a', 'ab', 'aba', 'b', 'abab', 'ababa'),
        (all, asked) => {
          const list = all.toSorted();
          const often = (term: number): number => (term * 7919) % 13;
          const vocabulary = makeVocabulary(list);
          const [from, to] = termsWithPrefix(vocabulary, asked);
          const found: number[] = [];
          forEachWithPrefix(
            buildPrefixIndex(vocabulary, often),
            from,
            to,
            asked.length,
            often,
            (term) => void found.push(term),
          );
          const most = [24, 48, 96][asked.length - 1] ?? 96;
          const plain = list
            .map((_, term) => term)
            .filter((term) => list[term]?.startsWith(asked))
            .toSorted((a, b) => often(b) - often(a) || a - b);
          expect(found.toSorted((a, b) => a - b)).toEqual(plain.slice(0, most).toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

describe('buckets', () => {
  it('give back every number that was filed under a key', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat(1000)), { maxLength: 2000 }), (filed) => {
        const pairs = new HashTableBuilder();
        for (const [key, value] of filed) pairs.add(fnv1a(key), value);
        const buckets = pairs.file();
        for (const [key, value] of filed) {
          const found: number[] = [];
          forEachInBucket(buckets, fnv1a(key), (one) => void found.push(one));
          expect(found).toContain(value);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('pairs', () => {
  it('are the same whether they come one by one or many at a time, and whatever room there was', () => {
    const many = fc.array(fc.tuple(fc.array(fc.nat(40), { maxLength: 30 }), fc.nat(1000)), { maxLength: 60 });
    fc.assert(
      fc.property(many, fc.nat(9), (all, room) => {
        const [single, several] = [new HashTableBuilder(), new HashTableBuilder(room)];
        for (const [keys, value] of all) {
          for (const key of keys) single.add(key, value);
          several.addAll(30, value, (list, from) => {
            list.set(keys, from);
            return from + keys.length;
          });
        }
        expect(several.fileWithKeys()).toEqual(single.fileWithKeys());
      }),
      { numRuns: 100 },
    );
  });
});

describe('buckets with keys', () => {
  it('give back what was filed under the very key, in order, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.nat(1000)), { maxLength: 300 }), word, (filed, other) => {
        const pairs = new HashTableBuilder();
        for (const [key, value] of filed) pairs.add(fnv1a(key), value);
        const buckets = pairs.fileWithKeys();
        for (const asked of [other, ...filed.map(([key]) => key)]) {
          const found: number[] = [];
          forEachWithHash(buckets, fnv1a(asked), (one) => void found.push(one));
          expect(found).toEqual(filed.flatMap(([key, value]) => (fnv1a(key) === fnv1a(asked) ? [value] : [])));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the heap', () => {
  it('keeps what sorting all would put first', () => {
    const scored = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(scored, fc.integer({ min: 0, max: 20 }), (scores, most) => {
        const heap = new TopK(most);
        for (const [doc, score] of scores.entries()) if (heap.takes(score, doc)) heap.add(score, doc);
        const plain = scores
          .map((score, doc) => ({ doc, score }))
          .toSorted((a, b) => b.score - a.score || a.doc - b.doc);
        expect(heap.drain()).toEqual(plain.slice(0, most));
      }),
      { numRuns: 1000 },
    );
  });
});

const FIELDS = [
  { weight: 2, b: 0.3 },
  { weight: 1, b: 0.6 },
];

/** BM25F as it is written in books, over plain objects. */
function naive(docs: readonly (readonly [string, string])[], asked: readonly string[]): Map<number, number> {
  const split = docs.map((doc) => doc.map((field) => field.split(' ').filter((one) => one !== '')));
  const means = FIELDS.map((_, field) =>
    Math.max(1, split.reduce((sum, doc) => sum + (doc[field]?.length ?? 0), 0) / Math.max(1, docs.length)),
  );
  const scores = new Map<number, number>();
  const coverage = new Map<number, number>();
  let total = 0;
  for (const one of new Set(asked)) {
    const holding = split.filter((doc) => doc.some((field) => field.includes(one))).length;
    const idf = Math.log(1 + (docs.length - holding + 0.5) / (holding + 0.5));
    total += idf;
    for (const [at, doc] of split.entries()) {
      const x = FIELDS.reduce((sum, { weight, b }, field) => {
        const length = doc[field]?.length ?? 0;
        const times = doc[field]?.filter((other) => other === one).length ?? 0;
        return sum + (weight * times) / (1 - b + (b * length) / (means[field] ?? 1));
      }, 0);
      if (x === 0) continue;
      scores.set(at, (scores.get(at) ?? 0) + (idf * (K1 + 1) * x) / (x + K1));
      coverage.set(at, (coverage.get(at) ?? 0) + idf);
    }
  }
  return new Map([...scores].map(([at, score]) => [at, score * (0.3 + (0.7 * (coverage.get(at) ?? 0)) / total)]));
}

describe('postings and ranking', () => {
  const base = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 25 });

  it('hold each word of each document once', () => {
    fc.assert(
      fc.property(base, (docs) => {
        const postings = buildPostings(
          docs.map((fields) => ({ fields: fields.map((field) => [field]) })),
          FIELDS,
        );
        const all = new Set(
          docs.flatMap((fields) => fields.flatMap((field) => field.split(' '))).filter((one) => one !== ''),
        );
        expect(postings.vocabulary.size).toBe(all.size);
        for (const one of all) {
          const term = termId(postings.vocabulary, one);
          const held = docs.flatMap((fields, doc) =>
            fields.some((field) => field.split(' ').includes(one)) ? [doc] : [],
          );
          const start = postings.starts[term] ?? 0;
          expect(Array.from(postings.docs.slice(start, start + documentFrequency(postings, term)))).toEqual(held);
        }
        for (const [doc, fields] of docs.entries()) {
          const has = new Set(fields.flatMap((field) => field.split(' ')).filter((one) => one !== ''));
          const terms = postings.docTerms.slice(postings.docStarts[doc], postings.docStarts[doc + 1]);
          expect(Array.from(terms, (term) => termText(postings.vocabulary, term))).toEqual([...has].toSorted());
        }
      }),
    );
  });

  it('score as the plain formula does, to the 255 steps of a byte', () => {
    fc.assert(
      fc.property(base, fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), (docs, asked) => {
        const postings = buildPostings(
          docs.map((fields) => ({ fields: fields.map((field) => [field]) })),
          FIELDS,
        );
        const slots = asked.map((one) => {
          const term = termId(postings.vocabulary, one);
          return slotOf(postings, new Map(term < 0 ? [] : [[term, 1]]));
        });
        const plain = naive(docs, asked);
        const ranked = scoreDocuments(postings, createScoringBuffers(postings.count), slots, docs.length);
        expect(new Set(ranked.map(({ doc }) => doc))).toEqual(new Set(plain.keys()));
        const most = Math.max(0, ...plain.values());
        for (const { doc, score } of ranked)
          expect(Math.abs(score - (plain.get(doc) ?? 0))).toBeLessThanOrEqual(0.01 * most + 0.02 * asked.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([60, 400])(
    'add the common words to the %i documents that have the rare one, as the plain formula does',
    (rare) => {
      const docs = Array.from({ length: 6000 }, (_, at): [string, string] => [
        at % Math.floor(6000 / rare) === 0 ? 'rare' : 'other',
        at % 2 === 0 ? 'common half' : 'common common',
      ]);
      const postings = buildPostings(
        docs.map((fields) => ({ fields: fields.map((field) => [field]) })),
        FIELDS,
      );
      const asked = ['half', 'rare', 'common'];
      const slots = asked.map((one) => slotOf(postings, new Map([[termId(postings.vocabulary, one), 1]])));
      const plain = naive(docs, asked);
      const ranked = scoreDocuments(postings, createScoringBuffers(postings.count), slots, rare);
      expect(ranked).toHaveLength(rare);
      for (const { doc, score } of ranked) {
        expect(docs[doc]?.[0]).toBe('rare');
        expect(score).toBeCloseTo(plain.get(doc) ?? 0, 1);
      }
      // The control: a common word left out would show.
      expect(naive(docs, ['rare', 'common']).get(0)).not.toBeCloseTo(plain.get(0) ?? 0, 1);
    },
  );

  it('keep no trace of the question before', () => {
    const postings = buildPostings(
      [{ fields: [['a b']] }, { fields: [['b c']] }, { fields: [['c a']] }],
      [{ weight: 1, b: 0.5 }],
    );
    const scratch = createScoringBuffers(postings.count);
    const ask = (one: string) =>
      scoreDocuments(postings, scratch, [slotOf(postings, new Map([[termId(postings.vocabulary, one), 1]]))], 3);
    const fresh = ask('a');
    for (const one of ['b', 'c', 'a', 'b']) ask(one);
    expect(ask('a')).toEqual(fresh);
  });
});

describe('a misspelt word', () => {
  it('is compared with no more than a thousand words, however many are like it', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `abcdefg${a}${b}${c}`)));
    const asked = 'abcdefgmmm';
    const others = all.filter((one) => one !== asked);
    const docs = others.map((one) => ({ fields: [[one]] }));
    const base = withBuffers(buildSegmentTables(docs, [{ weight: 1, b: 0.5 }]));
    const found = expandWord(base, { raw: asked, folds: [asked], start: 0, end: asked.length }, { open: false });
    const near = [...found].filter(([term]) => editDistance(asked, others[term] ?? '', 2) <= 2);
    expect(near.length).toBeGreaterThan(0);
    expect(near.length).toBeLessThanOrEqual(1000);
    expect(found.size).toBeLessThanOrEqual(2000);
    // The control: far more of them are as near.
    expect(others.filter((one) => editDistance(asked, one, 2) <= 2).length).toBeGreaterThan(1900);
  });
});

describe('documents added one by one', () => {
  const FIELD = [{ weight: 1, b: 0.6 }];
  const sought = (asked: string): SearchQuery => ({
    sought: tokenize(asked).map((one) => ({ word: one, open: false, tags: [], saying: false })),
    beside: [],
  });
  const found = (documents: SegmentedIndex, asked: string): number[] =>
    searchSegments(documents, sought(asked)).map(({ doc }) => doc);
  const sentence = (at: number): string =>
    `common sentence number n${at} about ${['rivers', 'dams', 'schools'][at % 3] ?? ''}`;

  it('are found like those that were there, and together with them', () => {
    const first = Array.from({ length: 40 }, (_, at) => ({ fields: [[sentence(at)]] }));
    let documents = buildDocuments(first, FIELD, null);
    for (let at = 40; at < 150; at++) documents = addDocument(documents, { fields: [[sentence(at)]] });
    expect(documentCount(documents)).toBe(150);
    for (let at = 0; at < 150; at++) expect(found(documents, `n${at}`)).toContain(at);
    expect(queryTermFrequency(documents, tokenize('rivers')[0] ?? { raw: '', folds: [], start: 0, end: 0 })).toBe(50);
    // Many small bases would be searched one by one: they are merged.
    expect(documents.added.length).toBeLessThan(24);
  });

  it('leave the old value as it was, and hide what they replace', () => {
    const documents = buildDocuments([{ fields: [['the dam held']] }, { fields: [['the school stood']] }], FIELD, null);
    const later = addDocument(documents, { fields: [['the dam burst']] }, 0);
    expect(found(documents, 'dam')).toEqual([0]);
    expect(found(later, 'dam')).toEqual([2]);
    expect(found(later, 'held')).toEqual([]);
    expect(found(later, 'school')).toEqual([1]);
  });

  it('are merged a little at a time, also of values that went apart from one', () => {
    const word = (at: number): string => `w${at.toString(36)}`;
    let trunk = buildDocuments([{ fields: [['the dam held']] }], FIELD, null);
    const grown: [SegmentedIndex, SegmentedIndex][] = [];
    for (let at = 1; at <= 200; at++) {
      // The left one goes on; the right one is left behind with a document of its own, which must never be met again.
      const right = addDocument(trunk, { fields: [[`aside ${word(at)}`]] });
      trunk = addDocument(trunk, { fields: [[sentence(at), word(at)]] });
      grown.push([trunk, right]);
    }
    for (const [i, [left, right]] of grown.entries()) {
      const at = i + 1;
      expect(found(left, word(at))).toEqual([at]);
      expect(found(right, `aside ${word(at)}`)).toEqual([at]);
      expect(found(left, 'aside')).toEqual([]);
      expect(found(left, word(Math.ceil(at / 2)))).toEqual([Math.ceil(at / 2)]);
      expect(found(left, word(at + 1))).toEqual([]);
      const segments = left.added.map(({ from, base }) => [from, from + base.postings.count]);
      expect(segments[0]?.[0]).toBe(1);
      expect(segments.at(-1)?.[1]).toBe(at + 1);
      for (const [n, [from]] of segments.entries()) if (n > 0) expect(from).toBe(segments[n - 1]?.[1]);
      expect(left.added.length).toBeLessThan(32);
    }
  });

  it('may be the first', () => {
    const documents = addDocument(buildDocuments([], FIELD, null), { fields: [['the dam burst']] });
    expect(found(documents, 'dam')).toEqual([0]);
  });
});
