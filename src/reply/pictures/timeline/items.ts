import type { Shown, TimelineFact } from '../../model/picture.ts';
import { extentOf, type Extent } from './extent.ts';
import { unitContaining, type Step } from './calendar-units.ts';

/** A marker of the timeline: one fact, or several of one date and status. */
export interface Item {
  readonly extent: Extent;
  readonly status: Shown;
  readonly inferred: boolean;
  readonly lane: number;
  readonly n: number;
  /** The number in the marker: its line in the list, or its number of facts. */
  readonly text: string;
  /** The hour as printed, beside the marker; null if unknown. */
  readonly time: string | null;
}

/** A marker for each fact, numbered as in the list. Undated facts have none. */
export const numbered = (facts: readonly TimelineFact[]): Item[] =>
  facts.flatMap((fact, n) => {
    const extent = extentOf(fact);
    const { status, inferred, lane, time } = fact;
    return extent === null ? [] : [{ extent, status, inferred, lane: lane ?? 0, n: 1, text: String(n + 1), time }];
  });

/** A marker for all facts of one date or calendar unit that share a status and lane. */
export function groupedItems(facts: readonly TimelineFact[], step: Step): Item[] {
  const alike = Map.groupBy(facts, (fact) => {
    const { when, time, status, inferred, lane } = fact;
    const extent = extentOf(fact);
    const date = extent === null || step === 'day' ? [when, time] : [unitContaining(step, extent.from).from];
    return [...date, status, inferred, lane].join('|');
  });
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    const extent = first === undefined ? null : extentOf(first);
    if (first === undefined || extent === null) return [];
    const { status, inferred, lane } = first;
    const n = group.length;
    const text = n === 1 ? '' : String(n);
    const shared = { status, inferred, lane: lane ?? 0, n, text };
    const isExact = group.every(({ when, time }) => when === first.when && time === first.time);
    return [
      isExact
        ? { ...shared, extent, time: first.time }
        : { ...shared, extent: { ...WHOLE, ...unitContaining(step, extent.from) }, time: null },
    ];
  });
}

const WHOLE = { open: null, span: true, about: false, uncertain: false, hour: null } as const;
