import type { Search } from './engines/engine.ts';
import type { Query } from './text/fact-queries.ts';

/** One query as one engine answered it. */
export interface Answered {
  /** Its place among the queries. */
  readonly at: number;
  /** The ranks, from 1, of the right documents among the first ten. */
  readonly ranks: readonly number[];
  /** The median of the passes. */
  readonly ms: number;
  /** The least of them: on a busy machine the nearest to what the engine itself takes. */
  readonly least_ms: number;
}

const PASSES = 3;
/** A further pass begins only while it is sure to end in time. */
const FURTHER = 1 / PASSES;
const WARM_UP = 30;
/** However slow an engine is, so many queries are tried. */
const FEWEST = 10;

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;

/**
 * Asks the queries in their order, up to three times over, and stops when the time is up. A slow engine is asked once, or
 * answers the first ones only: they are shuffled, so it is measured on a sample of the same.
 */
export async function measure(search: Search, queries: readonly Query[], limitMs: number): Promise<Answered[]> {
  const start = performance.now();
  const isLate = (share: number): boolean => performance.now() - start > limitMs * share;
  // The warm-up is asked the other way round, so that no query is timed right after itself.
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
      // Waiting for what is there already would cost an engine a turn of the event loop.
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
