import type { Search } from './engines/engine.ts';
import type { Query } from './text/fact-queries.ts';

/** A query and an engine's answer. */
export interface Answered {
  /** Index of the query. */
  readonly at: number;
  /** The ranks, from 1, of the right documents among the first ten. */
  readonly ranks: readonly number[];
  /** Median over the passes. */
  readonly ms: number;
  /** Minimum over the passes: on a busy machine the best estimate of the engine's own time. */
  readonly least_ms: number;
}

const PASSES = 3;
/** Another pass starts only if it is sure to end in time. */
const FURTHER = 1 / PASSES;
const WARM_UP = 30;
/** Least number of queries tried, however slow the engine is. */
const FEWEST = 10;

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;

/**
 * Runs the queries in order, in up to three passes, until the time is up.
 * A slow engine gets one pass or only the first queries. These are shuffled, so they are a fair sample.
 */
export async function measure(search: Search, queries: readonly Query[], limitMs: number): Promise<Answered[]> {
  const start = performance.now();
  const isLate = (share: number): boolean => performance.now() - start > limitMs * share;
  // The warm-up runs in reverse, so that no query is timed right after itself.
  for (const { text } of queries.slice(-WARM_UP).toReversed()) {
    if (isLate(0.1)) break;
    await search(text);
  }
  const ranks: number[][] = [];
  const times: number[][] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass > 0 && (ranks.length < queries.length || isLate(FURTHER * pass))) break;
    for (const [at, { text, right }] of queries.entries()) {
      if (pass === 0 && at >= FEWEST && isLate(1)) break;
      const asked = performance.now();
      const answer = search(text);
      // Awaiting a plain value would cost an engine a turn of the event loop.
      const found = answer instanceof Promise ? await answer : answer;
      const took = performance.now() - asked;
      (times[at] ??= []).push(took);
      if (pass === 0) ranks.push(right.flatMap((id) => found.indexOf(id) + 1 || []).toSorted((a, b) => a - b));
    }
  }
  return ranks.map((found, at) => ({
    at,
    ranks: found,
    ms: middle(times[at] ?? []),
    least_ms: Math.min(...(times[at] ?? [])),
  }));
}
