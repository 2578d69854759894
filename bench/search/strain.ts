import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact, Story, Where, Who } from '../../src/data/fact.ts';
import { completeFacts, completeWho, findFacts, findWho, openIndex, withFact } from '../../src/search/find.ts';
import type { StoryIndex } from '../../src/search/find.ts';
import { median, percentile } from './metrics.ts';
import type { Base, Bases, Doc } from './text/base.ts';
import { makeHostile } from './text/hostile.ts';
import { makeChance } from './text/random.ts';

/** Factdesk alone, as the bot uses it: a story, its saved index, one more fact, and questions that mean harm. */
export interface Strain {
  /** Reading the saved index of all facts, people and places. */
  readonly load_ms: number;
  /** The same with the building of it, in a thread of its own, and the saving. */
  readonly open_first_ms: number;
  readonly index_mb: number;
  readonly add_ms: number;
  readonly add_max_ms: number;
  readonly fuzz_n: number;
  readonly fuzz_p99_ms: number;
  readonly fuzz_max_ms: number;
  /** The fifty slowest asked again, three times each: the most that is left without the machine's other work. */
  readonly fuzz_max_again_ms: number;
  readonly fuzz_slowest: string;
}

/** What the thread of the benchmark tells it. */
export interface StrainOrder {
  readonly facts: string;
  readonly names: string;
  readonly queries: number;
  readonly limitMs: number;
}

const factOf = ({ id, names, text }: Doc, ids: ReadonlyMap<string, string>): Fact => {
  const named = names.flatMap((name) => ids.get(name) ?? []);
  return {
    id,
    kind: 'event',
    says: text,
    status: 'confirmed',
    citations: [{ source: 's', quote: text, start: 0, end: text.length, line: 1 }],
    who: named.filter((one) => one.startsWith('p')),
    where: named.filter((one) => one.startsWith('w')),
    contradicts: [],
    supersedes: [],
    corrected: [],
    asks: [],
    version: id,
  };
};

/** The invented base as a story: who and where are what its facts name. */
export function storyOf({ facts, names }: { readonly [kind in keyof Bases]: Pick<Base, 'docs'> }): Story {
  const ids = new Map<string, string>();
  const who = names.docs.map(({ id, names: [name = '', ...others] }): Who => {
    ids.set(name, id);
    return { id, type: 'person', name, names: others.length > 0 ? { sr: others } : {}, weak: [], unnamed: false };
  });
  const where: Where[] = [];
  for (const name of new Set(facts.docs.flatMap((doc) => doc.names))) {
    if (ids.has(name)) continue;
    const id = `w${where.length}`;
    ids.set(name, id);
    where.push({ id, name, names: {}, weak: [] });
  }
  const byId = <One extends { readonly id: string }>(all: readonly One[]): Map<string, One> =>
    new Map(all.map((one) => [one.id, one]));
  return {
    id: 'bench',
    version: '1',
    title: 'Invented facts',
    line: 'Facts that never were.',
    timezone: 'Europe/Belgrade',
    language: 'en',
    shelf_life: {},
    sources: new Map(),
    questions: new Map(),
    who: byId(who),
    where: byId(where),
    facts: byId(facts.docs.map((doc) => factOf(doc, ids))),
  };
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
    const [, open_first_ms] = await timed(() => openIndex(story, folder));
    const times: number[] = [];
    let index: StoryIndex | null = null;
    for (let i = 0; i < 3; i++) {
      const [read, ms] = await timed(() => openIndex(story, folder));
      index = read;
      times.push(ms);
    }
    if (index === null) throw new Error('The saved index was not read.');
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    return { index, open_first_ms, load_ms: median(times), index_mb: bytes / 2 ** 20 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One fact after the other, each with the text of one that is there: a base that grows as a desk's does. */
async function adding(index: StoryIndex, facts: readonly Fact[]): Promise<Pick<Strain, 'add_ms' | 'add_max_ms'>> {
  const all = new Map(index.story.facts);
  const story = { ...index.story, facts: all };
  const times: number[] = [];
  let grown = index;
  for (const [at, like] of facts.entries()) {
    const fact = { ...like, id: `added${at}` };
    all.set(fact.id, fact);
    const [next, ms] = await timed(() => withFact(grown, story, fact));
    grown = next;
    times.push(ms);
  }
  return { add_ms: median(times), add_max_ms: percentile(times, 1) };
}

const CALLS = [findFacts, findWho, completeFacts, completeWho] as const;
const AGAIN = 50;

interface Call {
  readonly call: (typeof CALLS)[number];
  readonly sort: string;
  readonly text: string;
  readonly ms: number;
}

function timeOf(call: Call['call'], index: StoryIndex, text: string): number {
  const start = performance.now();
  call(index, text);
  return performance.now() - start;
}

function fuzzed(index: StoryIndex, docs: readonly Doc[], { queries, limitMs }: StrainOrder) {
  const next = makeHostile(makeChance('hostile'), docs);
  const start = performance.now();
  const asked: Call[] = [];
  while (asked.length < queries && performance.now() - start < limitMs) {
    const { sort, text } = next();
    for (const call of CALLS) asked.push({ call, sort, text, ms: timeOf(call, index, text) });
  }
  // The first calls are those of a program that is still being compiled.
  const warm = asked.slice(asked.length >> 3);
  const slowest = warm.toSorted((a, b) => b.ms - a.ms).slice(0, AGAIN);
  const again = slowest
    .map((one) => ({ ...one, ms: median([1, 2, 3].map(() => timeOf(one.call, index, one.text))) }))
    .toSorted((a, b) => b.ms - a.ms);
  const worst = again[0];
  return {
    fuzz_n: warm.length,
    fuzz_p99_ms: percentile(
      warm.map(({ ms }) => ms),
      0.99,
    ),
    fuzz_max_ms: slowest[0]?.ms ?? 0,
    fuzz_max_again_ms: worst?.ms ?? 0,
    fuzz_slowest: worst === undefined ? '' : `${worst.call.name}, ${worst.sort}: ${worst.text.slice(0, 100)}`,
  };
}

export async function strain(order: StrainOrder): Promise<Strain> {
  const read = (file: string): Base => JSON.parse(readFileSync(file, 'utf8')) as Base;
  const facts = read(order.facts);
  const story = storyOf({ facts, names: read(order.names) });
  const { index, ...times } = await opened(story);
  const added = await adding(index, [...story.facts.values()].slice(0, 200));
  const found = { ...times, ...added, ...fuzzed(index, facts.docs, order) };
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toFixed(3)) : value]),
  ) as unknown as Strain;
}
