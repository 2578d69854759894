import { describe, expect, it } from 'vitest';
import { bootstrap, byClass, macro, median, percentile, recall, reciprocal } from '../../../bench/search/metrics.ts';
import type { Ranked } from '../../../bench/search/metrics.ts';

const answered = (kind: string, ranks: readonly number[], right = 1): Ranked => ({ kind, ranks, right });

describe('quality, worked by hand', () => {
  const first = answered('exact', [1]);
  const fourth = answered('exact', [4]);
  const none = answered('typo', []);

  it('reciprocal rank is 1 over the rank of the first right document', () => {
    expect([first, fourth, none].map(reciprocal)).toEqual([1, 0.25, 0]);
    expect(reciprocal(answered('exact', [2, 3], 2))).toBe(0.5);
  });

  it('recall counts the right documents up to a depth, of as many as fit', () => {
    expect([1, 5].map((depth) => recall(fourth, depth))).toEqual([0, 1]);
    expect(recall(answered('exact', [1, 3, 9], 4), 5)).toBe(0.5);
    expect(recall(answered('exact', [1], 3), 1)).toBe(1);
  });

  it('every class counts the same, however many queries it has', () => {
    // exact: (1 + ¼) / 2 = .625; typo: 0; the mean of both .3125, and not (1 + ¼ + 0) / 3.
    expect([...byClass([first, fourth, none], reciprocal)]).toEqual([
      ['exact', 0.625],
      ['typo', 0],
    ]);
    expect(macro([first, fourth, none], reciprocal)).toBe(0.3125);
  });
});

describe('times', () => {
  it('a percentile is one of the values: the smallest that so many do not exceed', () => {
    const values = [5, 1, 4, 2, 3];
    expect([0, 0.2, 0.5, 0.81, 1].map((share) => percentile(values, share))).toEqual([1, 1, 3, 5, 5]);
  });

  it('a median of an even number lies between the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7]), median([])]).toEqual([2, 2.5, 7, 0]);
  });
});

describe('the paired bootstrap', () => {
  const pairs = (kind: string, times: number, one: number, other: number): [string, number, number][] =>
    Array.from({ length: times }, () => [kind, one, other]);

  it('leaves no doubt where one is ahead by the same on every query', () => {
    const { by, low, high } = bootstrap(pairs('exact', 20, 1, 0.5), 'seed');
    expect([by, low, high]).toEqual([0.5, 0.5, 0.5]);
  });

  it('finds no difference where wins and losses are even', () => {
    const { by, low, high } = bootstrap([...pairs('exact', 30, 1, 0), ...pairs('exact', 30, 0, 1)], 'seed');
    expect(by).toBe(0);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('has an interval as wide as the standard error says', () => {
    // 40 wins and 60 ties: mean .4, standard error √(.4 · .6 / 100) = .049, so ±.096.
    const { by, low, high } = bootstrap([...pairs('exact', 40, 1, 0), ...pairs('exact', 60, 0, 0)], 'seed');
    expect(by).toBeCloseTo(0.4, 10);
    expect(high - low).toBeGreaterThan(0.16);
    expect(high - low).toBeLessThan(0.22);
  });

  it('is paired: a hard query that both miss takes nothing from the certainty', () => {
    const mixed = [...pairs('exact', 50, 1, 0.9), ...pairs('exact', 50, 0.1, 0)];
    const { by, low, high } = bootstrap(mixed, 'seed');
    expect(by).toBeCloseTo(0.1, 10);
    expect(high - low).toBeLessThan(1e-9);
  });

  it('weighs classes alike and is the same for the same seed', () => {
    const unequal = [...pairs('exact', 90, 1, 1), ...pairs('typo', 10, 1, 0)];
    expect(bootstrap(unequal, 'seed').by).toBe(0.5);
    expect(bootstrap(unequal, 'seed')).toEqual(bootstrap(unequal, 'seed'));
  });
});
