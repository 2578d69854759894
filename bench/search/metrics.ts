import { makeChance } from './text/random.ts';

/** A query answered by an engine: its class and the ranks, from 1, of the right documents. */
export interface Ranked {
  readonly kind: string;
  /** In ascending order, within the first ten. */
  readonly ranks: readonly number[];
  /** Number of right documents. */
  readonly right: number;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** Nearest rank: the smallest value that at least this share of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** For an even number of values, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

/** 1 / the rank of the first right document; 0 if it is not among the first ten. */
export const reciprocal = ({ ranks }: Ranked): number => (ranks[0] === undefined ? 0 : 1 / ranks[0]);

/** The share of the right documents (of as many as fit) among the first `depth`. */
export const recall = ({ ranks, right }: Ranked, depth: number): number =>
  ranks.filter((rank) => rank <= depth).length / Math.max(1, Math.min(depth, right));

/** The mean of the class means, so that classes count equally whatever their size. */
export function macro(all: readonly Ranked[], score: (one: Ranked) => number): number {
  return mean([...byClass(all, score).values()]);
}

export const byClass = (all: readonly Ranked[], score: (one: Ranked) => number): Map<string, number> =>
  new Map([...Map.groupBy(all, ({ kind }) => kind)].map(([kind, some]) => [kind, mean(some.map((one) => score(one)))]));

/** A difference of two engines, with its 95 % bootstrap interval. */
export interface Difference {
  readonly by: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

/**
 * Paired bootstrap: resamples the same queries with replacement within each class.
 * The result is the lead of the first engine over the second.
 * @param pairs for each query its class and both scores.
 */
export function bootstrap(
  pairs: readonly (readonly [kind: string, one: number, other: number])[],
  seed: string,
  resamples = RESAMPLES,
): Difference {
  const chance = makeChance(seed);
  const classes = [...Map.groupBy(pairs, ([kind]) => kind).values()].map((some) =>
    Float64Array.from(some, ([, one, other]) => one - other),
  );
  const drawn = Array.from({ length: resamples }, () =>
    mean(
      classes.map((differences) => {
        let sum = 0;
        for (let i = 0; i < differences.length; i++) sum += differences[chance.whole(differences.length)] ?? 0;
        return sum / differences.length;
      }),
    ),
  );
  return {
    by: mean(classes.map((differences) => mean([...differences]))),
    low: percentile(drawn, 0.025),
    high: percentile(drawn, 0.975),
  };
}
