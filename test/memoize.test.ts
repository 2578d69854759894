import { describe, expect, it } from 'vitest';
import { memoize, memoizeByObject } from '../src/memoize.ts';

describe('what is kept', () => {
  it('is made once for each key', () => {
    const made: string[] = [];
    const shout = memoize(2, (text: string) => {
      made.push(text);
      return text === '' ? undefined : text.toUpperCase();
    });
    expect(['a', 'a', '', ''].map(shout)).toEqual(['A', 'A', undefined, undefined]);
    expect(made).toEqual(['a', '']);
  });

  it('keeps at most the allowed number, and drops the oldest first', () => {
    const made: number[] = [];
    const double = memoize(2, (n: number) => {
      made.push(n);
      return 2 * n;
    });
    for (const n of [1, 2, 3, 2, 3, 1, 3, 1, 2, 4, 2, 4, 1]) double(n);
    expect(made).toEqual([1, 2, 3, 1, 2, 4, 1]);
  });

  it('belongs to one object, and not to another that is equal', () => {
    let made = 0;
    const count = memoizeByObject<object, number>(() => (made += 1));
    const [one, other] = [{ id: 'a' }, { id: 'a' }];
    expect([count(one), count(other), count(one)]).toEqual([1, 2, 1]);
  });
});
