import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story } from '../../src/data/model/fact.ts';
import { completeFacts, completeWho, findFacts, findWho, loadOrBuildIndexes } from '../../src/search/story-search.ts';
import type { StoryIndex } from '../../src/search/story-search.ts';
import { median, percentile } from './metrics.ts';
import type { Base, Doc } from './text/base.ts';
import { makeHostile } from './text/hostile.ts';
import { makeChance } from './text/random.ts';
import { storyOf } from './text/story.ts';

/** Factdesk alone, as the bot uses it: a story, its saved index, and hostile queries. */
export interface Strain {
  /** Reading the saved index of all facts, people and places. */
  readonly load_ms: number;
  /** The same, including the build in a separate thread and the write. */
  readonly open_first_ms: number;
  readonly index_mb: number;
  readonly fuzz_n: number;
  readonly fuzz_p99_ms: number;
  readonly fuzz_max_ms: number;
  /** Processor time of these queries: on a busy machine much of the wall time is waiting. */
  readonly fuzz_work_p99_ms: number;
  readonly fuzz_work_max_ms: number;
  /** The fifty slowest, repeated five times, fastest of each: an upper bound without other load. */
  readonly fuzz_max_again_ms: number;
  readonly fuzz_slowest: string;
}

/** Order for the child process: a separate one keeps other engines' memory out. */
export interface StrainOrder {
  readonly facts: string;
  readonly names: string;
  readonly queries: number;
  readonly limitMs: number;
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<[value: Value, ms: number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

async function opened(
  story: Story,
): Promise<Pick<Strain, 'load_ms' | 'open_first_ms' | 'index_mb'> & { index: StoryIndex }> {
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-bench-'));
  try {
    const [, open_first_ms] = await timed(() => loadOrBuildIndexes([story], { folder, report() {} }));
    const times: number[] = [];
    let index: StoryIndex | null = null;
    for (let i = 0; i < 3; i++) {
      const [[read], ms] = await timed(() => loadOrBuildIndexes([story], { folder, report() {} }));
      index = read ?? null;
      times.push(ms);
    }
    if (index === null) throw new Error('The saved index was not read.');
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    return { index, open_first_ms, load_ms: median(times), index_mb: bytes / 2 ** 20 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CALLS = [findFacts, findWho, completeFacts, completeWho] as const;
const AGAIN = 50;

interface Call {
  readonly call: (typeof CALLS)[number];
  readonly sort: string;
  readonly text: string;
  readonly ms: number;
  /** Processor time of the call in this thread. */
  readonly work: number;
}

function timeOf(call: Call['call'], index: StoryIndex, text: string): Pick<Call, 'ms' | 'work'> {
  const before = process.threadCpuUsage();
  const start = performance.now();
  call(index, text);
  const ms = performance.now() - start;
  const { user, system } = process.threadCpuUsage(before);
  return { ms, work: (user + system) / 1000 };
}

function fuzzed(index: StoryIndex, docs: readonly Doc[], { queries, limitMs }: StrainOrder) {
  const next = makeHostile(makeChance('hostile'), docs);
  const start = performance.now();
  const asked: Call[] = [];
  while (asked.length < queries && performance.now() - start < limitMs) {
    const { sort, text } = next();
    for (const call of CALLS) asked.push({ call, sort, text, ...timeOf(call, index, text) });
  }
  // The first calls run code that is not compiled yet.
  const warm = asked.slice(asked.length >> 3);
  const slowest = warm.toSorted((a, b) => b.ms - a.ms).slice(0, AGAIN);
  const again = slowest
    .map((one) => ({ ...one, ms: Math.min(...Array.from({ length: 5 }, () => timeOf(one.call, index, one.text).ms)) }))
    .toSorted((a, b) => b.ms - a.ms);
  const worst = again[0];
  return {
    fuzz_n: warm.length,
    fuzz_p99_ms: percentile(
      warm.map(({ ms }) => ms),
      0.99,
    ),
    fuzz_max_ms: slowest[0]?.ms ?? 0,
    fuzz_work_p99_ms: percentile(
      warm.map(({ work }) => work),
      0.99,
    ),
    fuzz_work_max_ms: percentile(
      warm.map(({ work }) => work),
      1,
    ),
    fuzz_max_again_ms: worst?.ms ?? 0,
    fuzz_slowest: worst === undefined ? '' : `${worst.call.name}, ${worst.sort}: ${worst.text.slice(0, 100)}`,
  };
}

async function strain(order: StrainOrder): Promise<Strain> {
  const read = (file: string): Base => JSON.parse(readFileSync(file, 'utf8')) as Base;
  const facts = read(order.facts);
  const story = storyOf({ facts, names: read(order.names) });
  const { index, ...times } = await opened(story);
  const found = { ...times, ...fuzzed(index, facts.docs, order) };
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(3)) : value]),
  ) as unknown as Strain;
}

process.stdout.write(JSON.stringify(await strain(JSON.parse(process.argv[2] ?? '{}') as StrainOrder)));
