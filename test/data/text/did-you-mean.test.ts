import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../../src/data/text/did-you-mean.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';

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

describe('nothing farther off than the rule says', () => {
  // No digits: a number is never a misspelt one.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 14 });
  const allowed = (typed: string): number => Math.min(3, Math.max(1, Math.floor(typed.length / 3)));

  test('is proposed: a third of the letters typed, one at least, three at most; and the nearest wins', () => {
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 6 }), (typed, known) => {
        const others = known.filter((one) => one !== typed);
        const least = Math.min(...others.map((one) => editDistance(typed, one, 20)));
        const meant = nearest(typed, others);
        if (least > allowed(typed)) expect(meant).toBeUndefined();
        else expect(editDistance(typed, meant ?? '', 20)).toBe(least);
      }),
    );
  });

  test.each([
    ['abcdefghijkl', 'abcdefghi', true],
    ['abcdefghijkl', 'abcdefgh', false],
    ['abcdefghijklmnopqr', 'abcdefghijklmn', false],
    ['abcdef', 'abcd', true],
    ['abcde', 'abc', false],
    ['ab', 'a', true],
  ])('%s is taken for %s: %s', (typed, known, isMeant) => {
    expect(nearest(typed, [known])).toBe(isMeant ? known : undefined);
  });
});
