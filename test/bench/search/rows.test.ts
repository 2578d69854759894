import { describe, expect, it } from 'vitest';
import { measure } from '../../../bench/search/measure.ts';
import { rowOf } from '../../../bench/search/rows.ts';
import type { Run } from '../../../bench/search/rows.ts';
import { searchTable } from '../../../bench/search/table.ts';
import type { Query } from '../../../bench/search/text/fact-queries.ts';

const queries: readonly Query[] = [
  { kind: 'exact', text: 'one', right: ['a'] },
  { kind: 'exact', text: 'two', right: ['b'] },
  { kind: 'typo', text: 'thre', right: ['c', 'd'] },
];

const run = (engine: string, round: number, ms: readonly number[], ranks: readonly number[][], heap = 10): Run => ({
  engine,
  round,
  base: `base ${round}`,
  queries,
  outcome: {
    build_ms: 100,
    heap_mb: heap,
    rss_mb: 20,
    answered: ms.map((one, at) => ({ at, ms: one, least_ms: one / 2, ranks: ranks[at] ?? [] })),
  },
});

const at = { size: 3, kind: 'facts' } as const;

describe('measuring an engine', () => {
  it('keeps the ranks of the right documents', async () => {
    const found = await measure((query) => (query === 'thre' ? ['x', 'd', 'c'] : ['b', 'a']), queries, 10_000);
    expect(found.map(({ ranks }) => ranks)).toEqual([[2], [1], [2, 3]]);
  });

  it('waits for an engine that answers later', async () => {
    const found = await measure(async () => Promise.resolve(['a', 'b']), queries, 10_000);
    expect(found.map(({ ranks }) => ranks)).toEqual([[1], [2], []]);
  });

  it('asks a slow engine ten queries and no more', async () => {
    const many = Array.from({ length: 40 }, (): Query => ({ kind: 'exact', text: 'one', right: ['a'] }));
    expect((await measure(() => ['a'], many, 0)).length).toBe(10);
    expect((await measure(() => ['a'], many, 10_000)).length).toBe(40);
  });
});

describe('a row', () => {
  const ours = [run('factdesk', 0, [1, 1, 1], [[1], [1], [1, 2]]), run('factdesk', 1, [3, 3, 3], [[1], [1], [1, 2]])];
  const slower = [run('peer', 0, [2, 2, 2], [[1], [], [3]], 30), run('peer', 1, [12, 12, 12], [[1], [], [3]], 30)];

  it('gives times as medians of the rounds and quality over all of them', () => {
    const row = rowOf(at, slower, ours);
    expect(row).toMatchObject({ engine: 'peer', p50_ms: 7, least_max_ms: 3.5, rounds: 2, n: 6, of: 6, heap_mb: 30 });
    // exact (1 + 0) / 2, typo 1/3: the mean of the classes.
    expect(row.mrr).toBeCloseTo((0.5 + 1 / 3) / 2, 4);
    expect(row.classes).toEqual({ exact: 0.5, typo: 0.333 });
  });

  it('takes ratios within a round: 2/1 and 12/3, and not the ratio of the medians', () => {
    expect(rowOf(at, slower, ours).ratio).toEqual({ p50: 3, p95: 3, build: 1, heap: 3 });
  });

  it('compares a slow engine with ours on the queries that it answered', () => {
    const slow = [run('slow', 0, [50], [[1]])];
    const row = rowOf(at, slow, [run('factdesk', 0, [5, 100, 100], [[1], [], []])]);
    expect(row).toMatchObject({ n: 1, of: 3, ahead: { by: 0, low: 0, high: 0 }, ratio: { p50: 10 } });
  });

  it('counts a base once, however often it was asked', () => {
    const [first] = ours;
    if (first === undefined) throw new Error('There is a first run.');
    expect(rowOf(at, [first, { ...first, round: 1 }], [])).toMatchObject({ n: 3, of: 3, rounds: 2 });
  });

  it('is printed with its classes, the best engine first', () => {
    const text = searchTable([rowOf(at, slower, ours), rowOf(at, ours, ours)]);
    const order = text.split('\n').filter((line) => /^\| (?:factdesk|peer)/.test(line));
    expect(order.map((line) => line.split('|')[1]?.trim())).toEqual(['factdesk', 'peer', 'factdesk', 'peer']);
    expect(text).toContain('### 3 facts (2 rounds)');
  });
});
