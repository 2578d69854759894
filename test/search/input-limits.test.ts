import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeFacts,
  completeWhere,
  completeWho,
  findFacts,
  findWhere,
  findWho,
  entityMentions,
} from '../../src/search/story-search.ts';
import { dam, index } from './dam-story.ts';

const everyWay = [findWho, findWhere, findFacts, completeWho, completeWhere, completeFacts, entityMentions] as const;

/** Letters of every script, signs that mean something to a regular expression, broken and invisible ones, and real words. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'Zelengrad',
    'Петровић',
    'mayor of',
    'prime minister',
    'Δαρδανίας',
    'كوسوفو',
    'קוסובו',
    '1,200',
    '\u202e',
    '\ud800',
    '(.*)+$',
    '[a-',
    '\\',
    "''",
    '%',
    '𝓩𝓮𝓵',
  ),
);
const typed = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

describe('whatever is typed', () => {
  it('is answered or refused, and never fails', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const ask of everyWay) expect(() => ask(index, text)).not.toThrow();
      }),
      { numRuns: 250 },
    );
  });

  it('is read no further than a hundred signs', () => {
    fc.assert(
      fc.property(typed, typed, (text, more) => {
        const hundred = Array.from(`${text} `.repeat(20)).slice(0, 100).join('');
        fc.pre(Array.from(hundred).length === 100);
        for (const ask of everyWay) expect(ask(index, hundred + more)).toEqual(ask(index, hundred));
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing: the same question has the same answer after any other', () => {
    const before = everyWay.map((ask) => ask(index, 'mayor of Zelengrad water'));
    fc.assert(
      fc.property(typed, (text) => {
        for (const ask of everyWay) ask(index, text);
        expect(everyWay.map((ask) => ask(index, 'mayor of Zelengrad water'))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('has no fact twice, none that the story has not, and no answer among the related', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { answers, related } = findFacts(index, text);
        const ids = [...answers, ...related].map((hit) => hit.fact.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(dam.facts.has(id)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('names nothing outside of the text, and no two names over one another unless on the same stretch', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { text: read, hits } = entityMentions(index, text);
        for (const { start, end } of hits) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(read.length);
        }
        const stretches = hits.map(({ start, end }) => [start, end] as const);
        for (const [start, end] of stretches) {
          for (const [from, to] of stretches)
            expect(to <= start || from >= end || (from === start && to === end)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the eight most telling words of a long question', () => {
    const long = 'and then the of a river some people pupils soldiers police water town tents sandbags hospital';
    expect(findFacts(index, long).answers.length + findFacts(index, long).related.length).toBeGreaterThan(0);
    expect(findFacts(index, `${'so '.repeat(28)}sandbags`).answers[0]?.fact.id).toBe('d10');
  });
});
