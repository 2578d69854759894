import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance, nearest } from '../../../src/data/text/did-you-mean.ts';

const FIELDS = ['id', 'kind', 'says', 'status', 'cite', 'who', 'where', 'when', 'said_by', 'supersedes'];

describe('the word that was probably meant', () => {
  test.each([
    ['wher', 'where'],
    ['whree', 'where'],
    ['Status', 'status'],
    ['superceeds', 'supersedes'],
    ['saidby', 'said_by'],
    ['iD', 'id'],
  ])('%s: %s', (typed, meant) => {
    expect(nearest(typed, FIELDS)).toBe(meant);
  });

  test.each(['population', 'x', 'zzz', '', 'whereabouts'])('%j: none', (typed) => {
    expect(nearest(typed, FIELDS)).toBeUndefined();
  });

  test('numbers are not misspelt, but zeros are left out', () => {
    expect(nearest('f013', ['f012', 'f014'])).toBeUndefined();
    expect(nearest('f12', ['f012', 'f120'])).toBe('f012');
    expect(nearest('kosovo-2023', ['kosovo-2022'])).toBeUndefined();
  });

  test('what else to do is said where nothing is near', () => {
    expect(didYouMean('wher', FIELDS, 'Write one.')).toBe("Did you mean 'where'?");
    expect(didYouMean('q', FIELDS, 'Write one.')).toBe('Write one.');
  });
});

describe('distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

  /** The definition, written as it is told, without a table. */
  function told(a: string, b: string): number {
    if (a === '' || b === '') return Math.max(a.length, b.length);
    const [first, second] = [a.slice(1), b.slice(1)];
    if (a.charAt(0) === b.charAt(0)) return told(first, second);
    const swapped = a.length > 1 && a.charAt(0) === b.charAt(1) && a.charAt(1) === b.charAt(0);
    const swap = swapped ? told(a.slice(2), b.slice(2)) : Infinity;
    return 1 + Math.min(told(first, b), told(a, second), told(first, second), swap);
  }

  test('is the least number of slips, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(told(a, b));
        expect(editDistance(b, a)).toBe(editDistance(a, b));
      }),
    );
  });

  test('is right up to its limit, and beyond it merely greater', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const whole = editDistance(a, b);
        const cut = editDistance(a, b, limit);
        expect(whole <= limit ? cut : Math.min(cut, limit + 1)).toBe(whole <= limit ? whole : limit + 1);
      }),
    );
  });
});
