import type { Outcome } from './child.ts';
import type { Kind } from './engines/engine.ts';
import { bootstrap, byClass, macro, median, percentile, recall, reciprocal } from './metrics.ts';
import type { Difference, Ranked } from './metrics.ts';
import type { Query } from './text/fact-queries.ts';

/** One engine in one round. Rounds of one base use the same queries in the same order. */
export interface Run {
  readonly engine: string;
  readonly round: number;
  /** Identifies the base, so that nothing is counted twice. */
  readonly base: string;
  readonly queries: readonly Query[];
  readonly outcome: Outcome;
}

/** A row of the table. Latencies are medians over the rounds, of the whole call. */
export interface SearchRow {
  /** Documents: facts, names or claims. */
  readonly size: number;
  readonly engine: string;
  readonly kind: Kind | 'data';
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
  /** The same for the fastest pass of each query. */
  readonly least_p99_ms: number;
  readonly least_max_ms: number;
  /** Means over the classes. */
  readonly recall1: number;
  readonly recall5: number;
  readonly mrr: number;
  readonly build_ms: number;
  readonly heap_mb: number;
  readonly rss_mb: number;
  /** Queries that the engine answered in time, over all bases, of the total. */
  readonly n: number;
  readonly of: number;
  readonly rounds: number;
  /** MRR of each class. */
  readonly classes: Readonly<Record<string, number>>;
  /** Cost relative to Factdesk: medians of the ratios within a round, on queries that both answered. */
  readonly ratio?: { readonly p50: number; readonly p95: number; readonly build: number; readonly heap: number };
  /** MRR of Factdesk minus that of this engine, on queries that both answered. */
  readonly ahead?: Difference;
  /** Factdesk alone: the cost of its saved index and of hostile queries. */
  readonly [extra: `${'load' | 'open' | 'add' | 'index' | 'fuzz'}_${string}`]: number | string;
}

export const OURS = 'factdesk';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function rankedOf({ queries, outcome }: Run): Ranked[] {
  return outcome.answered.flatMap(({ at, ranks }) => {
    const query = queries[at];
    return query === undefined ? [] : [{ kind: query.kind, ranks, right: query.right.length }];
  });
}

/** Each base once, from the round with the most answers. */
function everyBase(runs: readonly Run[]): Run[] {
  const size = ({ outcome }: Run): number => outcome.answered.length;
  return [...Map.groupBy(runs, ({ base }) => base).values()].flatMap(
    (some) => some.toSorted((a, b) => size(b) - size(a))[0] ?? [],
  );
}

export function rowOf(
  at: { readonly size: number; readonly kind: SearchRow['kind'] },
  runs: readonly Run[],
  ours: readonly Run[],
): SearchRow {
  const [first] = runs;
  if (first === undefined) throw new Error('A row wants at least one run.');
  const over = (timesIn: (outcome: Outcome) => number[], share: number): number =>
    round(median(runs.map(({ outcome }) => percentile(timesIn(outcome), share))), 4);
  const times = (share: number): number => over(timesOf, share);
  const bases = everyBase(runs);
  const ranked = bases.flatMap(rankedOf);
  const of = (pick: (outcome: Outcome) => number): number => median(runs.map(({ outcome }) => pick(outcome)));
  const compared = first.engine === OURS || ours.length === 0 ? {} : compare(runs, ours);
  return {
    ...at,
    engine: first.engine,
    p50_ms: times(0.5),
    p95_ms: times(0.95),
    p99_ms: times(0.99),
    max_ms: times(1),
    least_p99_ms: over(leastOf, 0.99),
    least_max_ms: over(leastOf, 1),
    recall1: round(
      macro(ranked, (one) => recall(one, 1)),
      4,
    ),
    recall5: round(
      macro(ranked, (one) => recall(one, 5)),
      4,
    ),
    mrr: round(macro(ranked, reciprocal), 4),
    build_ms: round(
      of(({ build_ms }) => build_ms),
      1,
    ),
    heap_mb: round(
      of(({ heap_mb }) => heap_mb),
      1,
    ),
    rss_mb: round(
      of(({ rss_mb }) => rss_mb),
      1,
    ),
    n: ranked.length,
    of: bases.reduce((sum, { queries }) => sum + queries.length, 0),
    rounds: runs.length,
    classes: Object.fromEntries(
      [...byClass(ranked, reciprocal)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, mrr]) => [kind, round(mrr, 3)]),
    ),
    ...compared,
  };
}

const timesOf = ({ answered }: Outcome): number[] => answered.map(({ ms }) => ms);
const leastOf = ({ answered }: Outcome): number[] => answered.map(({ least_ms }) => least_ms);

function compare(runs: readonly Run[], ours: readonly Run[]): Pick<SearchRow, 'ratio' | 'ahead'> {
  const pairs = runs.flatMap((run) => {
    const own = ours.find((one) => one.round === run.round && one.base === run.base);
    return own === undefined ? [] : [{ run, own }];
  });
  if (pairs.length === 0) return {};
  const over = (value: (one: Run) => number): number =>
    round(median(pairs.map(({ run, own }) => value(run) / value(own))), 2);
  // A slow engine answered the first queries only: compare ours on the same.
  const shared = (share: number): number =>
    round(
      median(
        pairs.map(({ run, own }) => {
          const answered = new Set(run.outcome.answered.map(({ at }) => at));
          const same = own.outcome.answered.filter(({ at }) => answered.has(at)).map(({ ms }) => ms);
          return percentile(timesOf(run.outcome), share) / percentile(same, share);
        }),
      ),
      2,
    );
  const scores = everyBase(pairs.map(({ run }) => run)).flatMap((run) => {
    const own = pairs.find((pair) => pair.run === run)?.own;
    const [theirs, mine] = [rankedOf(run), own === undefined ? [] : rankedOf(own)];
    return theirs.flatMap((one, at): [string, number, number][] => {
      const same = mine[at];
      return same === undefined ? [] : [[one.kind, reciprocal(same), reciprocal(one)]];
    });
  });
  const { by, low, high } = bootstrap(scores, 'ahead');
  return {
    ratio: {
      p50: shared(0.5),
      p95: shared(0.95),
      build: over(({ outcome }) => outcome.build_ms),
      heap: over(({ outcome }) => outcome.heap_mb),
    },
    ahead: { by: round(by, 4), low: round(low, 4), high: round(high, 4) },
  };
}
