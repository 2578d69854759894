import { readFileSync } from 'node:fs';
import { ENGINES } from './engines/index.ts';
import type { Kind } from './engines/engine.ts';
import { measure } from './measure.ts';
import type { Answered } from './measure.ts';
import type { Base } from './text/base.ts';

/** One engine on one base, in its own process: its order, and the JSON it prints. */
export interface Order {
  readonly engine: string;
  readonly kind: Kind;
  /** A file with a Base as JSON. */
  readonly base: string;
  readonly limitMs: number;
}

export interface Outcome {
  readonly build_ms: number;
  /** Memory of the index in the heap and in array buffers. */
  readonly heap_mb: number;
  /** Resident memory of the index, including memory outside the heap, where SQLite keeps its data. */
  readonly rss_mb: number;
  readonly answered: readonly Answered[];
}

const MB = 2 ** 20;

/** Buffers are freed after a garbage collection, not during it: without pauses, old ones still counted. */
async function memory(): Promise<{ heap: number; rss: number }> {
  for (let i = 0; i < 4; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const load = ENGINES[order.engine];
if (load === undefined) throw new Error(`There is no engine "${order.engine}".`);
const build = await load();
const { docs, queries } = JSON.parse(readFileSync(order.base, 'utf8')) as Base;
const before = await memory();
const start = performance.now();
const search = await build(docs, order.kind);
const build_ms = performance.now() - start;
const after = await memory();
const outcome: Outcome = {
  build_ms,
  heap_mb: Math.max(0, after.heap - before.heap) / MB,
  rss_mb: (after.rss - before.rss) / MB,
  answered: await measure(search, queries, order.limitMs),
};
// This reference keeps the documents alive, so that no engine's memory figure includes them.
if (docs.length > 0) process.stdout.write(JSON.stringify(outcome));
