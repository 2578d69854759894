import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchRow } from '../../../bench/search/rows.ts';

const root = join(import.meta.dirname, '../../..');

const bench = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['scripts/bench.ts', ...args], { cwd: root, encoding: 'utf8' });

const rowsOf = (stdout: string): SearchRow[] => (JSON.parse(stdout) as { search: SearchRow[] }).search;

const NUMBERS = ['p50_ms', 'p95_ms', 'p99_ms', 'recall1', 'recall5', 'mrr', 'build_ms', 'heap_mb'] as const;

describe('bench search', () => {
  it('prints one JSON object with a row for each engine and base, ours among the best', () => {
    const few = ['--size', '100', '--rounds', '1', '--seed', '1', '--limit', '5', '--hostile', '80'];
    const peers = ['minisearch+best', 'sqlite fts5+fold'].flatMap((name) => ['--engine', name]);
    const { status, stdout, stderr } = bench('search', '--json', ...few, ...peers);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const rows = rowsOf(stdout);
    expect(rows.map(({ size, kind, engine }) => `${size} ${kind} ${engine}`)).toEqual([
      '100 facts factdesk',
      '100 facts minisearch+best',
      '100 facts sqlite fts5+fold',
      '24 names factdesk',
      '24 names minisearch+best',
      '24 names sqlite fts5+fold',
    ]);
    for (const row of rows) {
      expect(NUMBERS.filter((name) => !Number.isFinite(row[name]))).toEqual([]);
      expect(row.n).toBe(row.of);
      expect(row.p50_ms).toBeLessThanOrEqual(row.p95_ms);
      expect(row.recall1).toBeLessThanOrEqual(row.recall5);
      // An engine that got the wrong ids, or none, would stand near nothing.
      expect(row.mrr).toBeGreaterThan(0.5);
    }
    const [ours] = rows;
    expect(ours).toMatchObject({
      fuzz_n: expect.any(Number),
      fuzz_work_p99_ms: expect.any(Number),
      load_ms: expect.any(Number),
    });
    expect(ours?.mrr).toBeGreaterThan(0.95);
  }, 120_000);

  it('measures a set of others, with its own classes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'factdesk-data-'));
    try {
      writeFileSync(join(folder, 'claims.tsv'), 'c1\tThe dam broke at dawn.\nc2\tThe bridge is closed to lorries.\n');
      writeFileSync(
        join(folder, 'queries.tsv'),
        'q1\twhen did the dam break\tquestion\nq2\tbridge lorries\tkeywords\n',
      );
      writeFileSync(join(folder, 'relevance.tsv'), 'q1\tc1\nq2\tc2\n');
      const { stdout } = bench('search', '--json', '--data', folder, '--rounds', '1', '--engine', 'factdesk');
      expect(rowsOf(stdout)).toMatchObject([
        { size: 2, kind: 'data', engine: 'factdesk', n: 2, mrr: 1, classes: { keywords: 1, question: 1 } },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it.each([
    [['search', '--engine', 'grep', '--size', '100'], 'There is no engine "grep".'],
    [['search', '--size', 'many'], '"many" is not a whole number.'],
    [['walk'], 'npm run -s bench -- search'],
    [['search', '--data', '/nowhere'], 'cannot be read'],
  ])('%j is answered with what is wrong', (args, sentence) => {
    const { status, stderr, stdout } = bench(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
  });
});
