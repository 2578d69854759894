import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDocument,
  buildDocuments,
  documentCount,
  segments,
  queryTermFrequency,
} from '../../../src/search/engine/segments.ts';
import type { SegmentedIndex } from '../../../src/search/engine/segments.ts';
import { expandAcrossSegments } from '../../../src/search/engine/expand-across-segments.ts';
import { idf } from '../../../src/search/engine/bm25f.ts';
import { searchSegments } from '../../../src/search/engine/search-segments.ts';
import type { ScoredDocument } from '../../../src/search/engine/search-segments.ts';
import { toQueryTerm } from '../../../src/search/engine/query-term.ts';
import { termText } from '../../../src/search/engine/term-dictionary.ts';
import { tokenize } from '../../../src/search/analysis/tokenizer.ts';

/** Documents that came one by one must answer as they would had they been there from the start. */

const FIELD = [{ weight: 1, b: 0.6 }];
/** Words of the first documents, and words that only come with later ones, some of them near the first. */
const OLD = [
  'bridge',
  'school',
  'police',
  'mayor',
  'water',
  'river',
  'teacher',
  'council',
  'border',
  'strike',
  'budget',
];
const NEW = ['bridges', 'ferry', 'mayors', 'watered', 'rivet', 'drone', 'ferries', 'budge', 'polite', 'colonel'];
const TYPED = [...OLD, ...NEW, 'brigde', 'mayro', 'rivre', 'fery', 'dorne', 'poli', 'fe', 'bud', 'teachers', 'zzz'];

/** Four words each: the mean length, by which lengths are weighed, is that of the first documents until the next start. */
const sentence = (pool: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pool), { minLength: 4, maxLength: 4 }).map((words) => words.join(' '));
const doc = (text: string) => ({ fields: [[text]] });

interface Story {
  /** The texts that were there. */
  readonly first: readonly string[];
  readonly later: readonly { readonly text: string; readonly replaces: number | undefined }[];
  readonly asked: readonly string[];
}
const story: fc.Arbitrary<Story> = fc.record({
  first: fc.array(sentence(OLD), { minLength: 1, maxLength: 12 }),
  later: fc.array(
    fc.record({
      text: sentence([...OLD, ...NEW]),
      replaces: fc.option(fc.nat(11), { nil: undefined }),
    }),
    { maxLength: 90 },
  ),
  asked: fc.array(fc.constantFrom(...TYPED), { minLength: 1, maxLength: 4 }),
});

/** Every old word stands in a document that nothing replaces: what only replaced ones had is known until the next start. */
const KEPT = OLD.map((word) => [word, ...OLD.filter((other) => other !== word).slice(0, 3)].join(' '));

interface Two {
  readonly grown: SegmentedIndex;
  readonly rebuilt: SegmentedIndex;
  /** The number in the rebuilt base of a document of the grown one. */
  readonly placeOf: (doc: number) => number;
}

function both({ first, later }: Story): Two {
  const texts = [...KEPT, ...first];
  const gone = new Set<number>();
  let grown = buildDocuments(texts.map(doc), FIELD, null);
  for (const { text, replaces } of later) {
    const at = replaces === undefined || replaces >= first.length ? undefined : KEPT.length + replaces;
    const old = at === undefined || gone.has(at) ? undefined : at;
    grown = addDocument(grown, doc(text), old);
    if (old !== undefined) gone.add(old);
    texts.push(text);
  }
  const left = texts
    .keys()
    .filter((at) => !gone.has(at))
    .toArray();
  return {
    grown,
    rebuilt: buildDocuments(
      left.map((at) => doc(texts[at] ?? '')),
      FIELD,
      null,
    ),
    placeOf: (at) => left.indexOf(at),
  };
}

const wordOf = (text: string) => tokenize(text)[0] ?? { raw: '', folds: [], start: 0, end: 0 };

/** What each word may mean, and how much it tells. */
function meanings(documents: SegmentedIndex, text: string, open: boolean) {
  const { expansions, holding } = expandAcrossSegments(documents, toQueryTerm(wordOf(text), { open }));
  const all = segments(documents).flatMap(({ base }, at) =>
    [...(expansions[at] ?? [])].map(([term, weight]) => [termText(base.postings.vocabulary, term), weight] as const),
  );
  return { words: new Map(all), idf: idf(documentCount(documents), holding) };
}

function found(documents: SegmentedIndex, asked: readonly string[]): ScoredDocument[] {
  const sought = asked.map((text, at) => {
    return { word: wordOf(text), open: at === asked.length - 1, tags: [], saying: false };
  });
  return searchSegments(documents, { sought, beside: [] });
}

/**
 * How long a document is in runs of letters is held against the mean of the first ones until the next start, so that two
 * may change places that are less apart than this, of a score that goes to 2.3.
 */
const APART = 0.03;

describe('a base that grew', () => {
  it('means by each word what a base means that was built of the same, and weighs it alike', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (one, open) => {
        const { grown, rebuilt } = both(one);
        expect(documentCount(grown)).toBe(documentCount(rebuilt));
        for (const text of TYPED) {
          expect(queryTermFrequency(grown, wordOf(text)), text).toBe(queryTermFrequency(rebuilt, wordOf(text)));
          expect(meanings(grown, text, open), text).toEqual(meanings(rebuilt, text, open));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same, as surely', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { grown, rebuilt, placeOf } = both(one);
        const left = found(grown, one.asked).map((hit) => ({ ...hit, doc: placeOf(hit.doc) }));
        const right = new Map(found(rebuilt, one.asked).map((hit) => [hit.doc, hit]));
        expect(new Set(left.map((hit) => hit.doc))).toEqual(new Set(right.keys()));
        for (const { doc: at, coverage, words, missing } of left) {
          const other = right.get(at);
          expect(coverage).toBeCloseTo(other?.coverage ?? -1, 5);
          expect({ words, missing }).toEqual({ words: other?.words, missing: other?.missing });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('finds it in the same order', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { grown, rebuilt } = both({
          ...one,
          later: one.later.map(({ text }) => ({ text, replaces: undefined })),
        });
        const right = new Map(found(rebuilt, one.asked).map((hit) => [hit.doc, hit.score]));
        let least = Infinity;
        for (const { doc: at } of found(grown, one.asked)) {
          const score = right.get(at) ?? Infinity;
          expect(score).toBeLessThan(least + APART);
          least = Math.min(least, score);
        }
      }),
      { numRuns: 150 },
    );
  });
});
