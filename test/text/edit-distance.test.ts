import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/text/edit-distance.ts';

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
        expect(editDistance(a, b, 20)).toBe(told(a, b));
        expect(editDistance(b, a, 20)).toBe(editDistance(a, b, 20));
      }),
    );
  });

  test('is right up to its limit, and beyond it one more', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const whole = told(a, b);
        const cut = editDistance(a, b, limit);
        expect(cut).toBe(Math.min(whole, limit + 1));
      }),
    );
  });
});
