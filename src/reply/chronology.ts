import { parseEdtf } from '../data/edtf.ts';
import type { Fact } from '../data/fact.ts';

/**
 * Where a fact stands in time: its first day, then its hour. A month sorts before its days, an open beginning by its end.
 * null for a fact without a date.
 */
function instant({ when, time }: Fact): string | null {
  if (when === undefined) return null;
  const { from, to } = parseEdtf(when);
  const day = from ?? to;
  return day === null ? null : `${day}T${time ?? ''}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Dated facts, oldest first; those of one moment keep the order of the files. */
export function oldestFirst(facts: readonly Fact[]): Fact[] {
  return facts
    .flatMap((fact) => {
      const at = instant(fact);
      return at === null ? [] : [{ fact, at }];
    })
    .sort((a, b) => compare(a.at, b.at))
    .map(({ fact }) => fact);
}

export const undated = (facts: readonly Fact[]): Fact[] => facts.filter((fact) => instant(fact) === null);

/** Newest first, the undated last. */
export const newestFirst = (facts: readonly Fact[]): Fact[] => [...oldestFirst(facts).reverse(), ...undated(facts)];

/** Days as `YYYY-MM-DD`, both inclusive; null is open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether any day of the fact's date lies in the range. An undated fact is in none. */
export function falls(fact: Fact, { from, to }: Range): boolean {
  if (fact.when === undefined) return false;
  const when = parseEdtf(fact.when);
  return (
    (to === null || when.from === null || when.from <= to) && (from === null || when.to === null || when.to >= from)
  );
}
