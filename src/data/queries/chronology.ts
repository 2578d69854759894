import { edtf } from '../model/edtf.ts';
import type { Fact, Story } from '../model/fact.ts';

/**
 * The sort key of a fact's date: its first day, then its hour. A month sorts before its days, an open beginning by its end.
 * null for a fact without a date.
 */
function instant({ when, time }: Fact): string | null {
  if (when === undefined) return null;
  const { from, to } = edtf(when);
  const day = from ?? to;
  return day === null ? null : `${day}T${time ?? ''}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Dated facts, oldest first; those of one moment keep the order of the files. */
export const oldestFirst = (facts: readonly Fact[]): Fact[] => inOrder(facts, compare);

function inOrder(facts: readonly Fact[], order: (a: string, b: string) => number): Fact[] {
  return facts
    .flatMap((fact) => {
      const at = instant(fact);
      return at === null ? [] : [{ fact, at }];
    })
    .toSorted((a, b) => order(a.at, b.at))
    .map(({ fact }) => fact);
}

export const undatedFacts = (facts: readonly Fact[]): Fact[] => facts.filter((fact) => instant(fact) === null);

/** The dated ones, in the order given. */
export const datedFacts = (facts: readonly Fact[]): Fact[] => facts.filter((fact) => instant(fact) !== null);

/** Newest first, the undated last; here too those of one moment keep the order of the files. */
export const newestFirst = (facts: readonly Fact[]): Fact[] => [
  ...inOrder(facts, (a, b) => compare(b, a)),
  ...undatedFacts(facts),
];

/** Days as `YYYY-MM-DD`, both inclusive; null is open. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Whether any day of the fact's date lies in the range. An undated fact is in none. A fact "since Monday" counts only up to
 * the day of its source.
 */
export function fallsIn(fact: Fact, { from, to }: Range, { sources }: Story): boolean {
  if (fact.when === undefined) return false;
  const when = edtf(fact.when);
  const known = fact.citations.flatMap(({ source }) => {
    const published = sources.get(source)?.published ?? null;
    return published === null ? [] : [edtf(published).to ?? published];
  });
  const end = when.to ?? known.toSorted(compare).at(-1) ?? null;
  return (to === null || when.from === null || when.from <= to) && (from === null || end === null || end >= from);
}

/** Whether its date is an interval without an end ("since Monday"). */
export const isOngoing = ({ when }: Fact): boolean => when?.endsWith('/..') ?? false;

/** Whether it began on a day or after it. */
export const beginsOnOrAfter = (fact: Fact, day: string): boolean => (instant(fact)?.slice(0, 10) ?? '') >= day;

/** Whether it is still to come on a day, `YYYY-MM-DD`. */
export const startsAfter = (fact: Fact, day: string): boolean => (instant(fact)?.slice(0, 10) ?? '') > day;

/** The last day with a fact before the range, and the first one after it. */
export function nearestFactDays(
  facts: readonly Fact[],
  { from, to }: Range,
): { earlier: string | null; later: string | null } {
  const days = oldestFirst(facts).flatMap((fact) => instant(fact)?.slice(0, 10) ?? []);
  return {
    earlier: from === null ? null : (days.findLast((day) => day < from) ?? null),
    later: to === null ? null : (days.find((day) => day > to) ?? null),
  };
}

/** Days after its last source in which a story is still running: "yesterday" is then the day before the one of asking. */
const RUNNING = 30;

/**
 * The instant against which "Wednesday" or "yesterday" counts: now while the story is running, else the end of the day of
 * its last source: in a three-year-old story, "Wednesday" means a Wednesday of that story.
 */
export function storyNow(now: Temporal.Instant, { sources, timezone }: Story): Temporal.Instant {
  const days = [...sources.values()]
    .flatMap(({ published }) => (published === null ? [] : [edtf(published).to ?? []]))
    .flat();
  const last = days.toSorted(compare).at(-1);
  if (last === undefined) return now;
  const end = Temporal.PlainDate.from(last).toZonedDateTime({ timeZone: timezone, plainTime: '23:59' });
  const isOver = Temporal.Instant.compare(now, end.add({ days: RUNNING }).toInstant()) > 0;
  return isOver ? end.toInstant() : now;
}

/** The days on which facts begin, newest first, with how many do. */
export function factDays(facts: readonly Fact[]): { day: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const fact of oldestFirst(facts)) {
    const day = instant(fact)?.slice(0, 10);
    if (day?.length === 10) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, n]) => ({ day, n })).toReversed();
}
