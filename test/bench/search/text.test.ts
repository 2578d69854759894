import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBases } from '../../../bench/search/text/base.ts';
import { canMisspell, misspell } from '../../../bench/search/text/damage.ts';
import { FACT_CLASSES, LATER_FACT_CLASSES } from '../../../bench/search/text/fact-queries.ts';
import { HOSTILE, makeHostile } from '../../../bench/search/text/hostile.ts';
import { LATER_NAME_CLASSES, NAME_CLASSES } from '../../../bench/search/text/name-queries.ts';
import { plain } from '../../../bench/search/text/names.ts';
import { makeChance } from '../../../bench/search/text/random.ts';
import { makeHolders, wordsIn } from '../../../bench/search/text/words.ts';

const { facts, names } = makeBases(1000, 1);
const both = [
  { what: 'facts', base: facts, classes: { ...FACT_CLASSES, ...LATER_FACT_CLASSES } },
  { what: 'names', base: names, classes: { ...NAME_CLASSES, ...LATER_NAME_CLASSES } },
];

describe('the invented bases', () => {
  it('are the same for the same seed, so that anyone can repeat a figure', () => {
    expect(makeBases(1000, 1)).toEqual({ facts, names });
  });

  it('are others for another seed, so that nothing can be tuned to those that are reported', () => {
    const other = makeBases(1000, 2);
    const shared = new Set(facts.docs.map(({ text }) => text));
    expect(other.facts.docs.filter(({ text }) => shared.has(text))).toEqual([]);
  });

  it('ask what they asked before classes were added, so that older figures can be held beside new ones', () => {
    const later = new Set([...Object.keys(LATER_FACT_CLASSES), ...Object.keys(LATER_NAME_CLASSES)]);
    const bases = makeBases(1000, 2);
    const asked = [...bases.facts.queries, ...bases.names.queries].filter(({ kind }) => !later.has(kind));
    const lines = asked.map((query) => JSON.stringify(query)).toSorted((a, b) => (a < b ? -1 : 1));
    expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(
      'bee91533e440220e325c1930a2d42e463444ba8a7a39508bdea931c27af4c4e6',
    );
  });

  it('have the size that was asked for, a fifth as many people, a fifth of these countries, and nothing twice', () => {
    expect(facts.docs.length).toBe(1000);
    expect(names.docs.filter(({ id }) => id.startsWith('p')).length).toBe(200);
    expect(names.docs.length).toBe(240);
    expect(new Set(facts.docs.map(({ text }) => text)).size).toBe(1000);
    expect(new Set(names.docs.map((doc) => plain(doc.names[0] ?? ''))).size).toBe(240);
  });

  it('show no engine a name in another script: those are to be found', () => {
    const shown = [...facts.docs, ...names.docs].map((doc) => [...doc.names, doc.text].join(' '));
    const asked = [...facts.queries, ...names.queries];
    for (const script of ['Cyrillic', 'Greek', 'Arabic', 'Hebrew']) {
      const letter = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(shown.filter((text) => letter.test(text))).toEqual([]);
      expect(asked.filter(({ text }) => letter.test(text)).length).toBeGreaterThan(100);
    }
  });
});

describe.each(both)('the queries for $what', ({ what, base, classes }) => {
  const ids = new Map(base.docs.map((doc) => [doc.id, doc]));

  it('come in every class', () => {
    const kinds = new Set(base.queries.map(({ kind }) => kind));
    expect([...kinds].toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(classes).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('are each about one document of the base, in at most 100 characters', () => {
    expect(base.queries.filter(({ right }) => right.length !== 1 || !ids.has(right[0] ?? ''))).toEqual([]);
    expect(base.queries.filter(({ text }) => text.length > 100 || text.trim() === '')).toEqual([]);
  });

  it('hold the words of their document, and of no other, where they are spelt as it is', () => {
    const holders = makeHolders(base.docs.map((doc) => (what === 'facts' ? doc.text : doc.names.join(' '))));
    const spelt = base.queries.filter(({ kind }) => ['exact', 'keywords', 'no diacritics', 'reordered'].includes(kind));
    expect(spelt.filter(({ text }) => holders.holding(wordsIn(text)) !== 1)).toEqual([]);
    for (const { text, right } of spelt) {
      const doc = ids.get(right[0] ?? '');
      const words = new Set(wordsIn([...(doc?.names ?? []), doc?.text ?? ''].join(' ')));
      expect(wordsIn(text).filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it('are really wrong where they are misspelt', () => {
    const known = makeHolders(base.docs.map((doc) => [...doc.names, doc.text].join(' ')));
    const wrong = base.queries.filter(({ kind }) => kind.startsWith('typo'));
    expect(wrong.length).toBeGreaterThan(100);
    expect(wrong.filter(({ text }) => wordsIn(text).every((word) => known.knows(word)))).toEqual([]);
  });

  it('come shuffled, so that the first ones are a sample of all', () => {
    const early = new Set(base.queries.slice(0, 100).map(({ kind }) => kind));
    expect(early.size).toBe(Object.keys(classes).length);
  });
});

/** Edits, two neighbouring letters swapped being one: the textbook's table. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      table[i]?.splice(j, 1, Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(one.length, other.length);
}

describe('a misspelling', () => {
  it('is one edit away, or two letters swapped, and never the word itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.string(), (word, seed) => {
        fc.pre(canMisspell(word));
        const wrong = misspell(makeChance(seed), word);
        expect(wrong).not.toBe(word);
        expect(distance(wrong, word)).toBe(1);
      }),
    );
  });
});

describe('chance', () => {
  it('is even, and the same for the same seed', () => {
    const [one, other, third] = ['a', 'a', 'b'].map((seed) => {
      const chance = makeChance(seed);
      return Array.from({ length: 6000 }, () => chance.whole(6));
    });
    expect(one).toEqual(other);
    expect(one).not.toEqual(third);
    const counts = [0, 1, 2, 3, 4, 5].map((side) => one?.filter((thrown) => thrown === side).length ?? 0);
    // Five standard deviations of 6,000 throws: 5 · √(6000 · 1/6 · 5/6) = 144.
    expect(counts.filter((count) => Math.abs(count - 1000) > 144)).toEqual([]);
  });
});

describe('hostile queries', () => {
  it('come in every sort, also longer than may be typed, and the same for the same seed', () => {
    const draw = (): { sort: string; text: string }[] => {
      const next = makeHostile(makeChance('test'), facts.docs);
      return Array.from({ length: 400 }, next);
    };
    const drawn = draw();
    expect(draw()).toEqual(drawn);
    expect(new Set(drawn.map(({ sort }) => sort)).size).toBe(Object.keys(HOSTILE).length);
    expect(Math.max(...drawn.map(({ text }) => text.length))).toBeGreaterThan(1000);
  });
});
