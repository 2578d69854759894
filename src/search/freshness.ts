import { parseEdtf } from '../data/edtf.ts';
import type { Fact, Story } from '../data/fact.ts';
import { keptWith } from '../data/kept.ts';
import { isCurrent, usable } from './about.ts';

/** How long ago somebody has looked whether a fact is still so. */
export interface Freshness {
  /** `checked`: an editor looked then. `source`: nobody has; its newest source is of that day. */
  readonly by: 'checked' | 'source';
  /** Whole days, 0 on the day itself and for a day to come. */
  readonly days: number;
  /** Past the shelf life that the story gives to facts of this kind. */
  readonly isOld: boolean;
}

/** null where neither a look nor a source has a date. `today` is the date in the zone of the story. */
export function freshnessOf(fact: Fact, story: Story, today: string): Freshness | null {
  const last = lastLook(story)(fact);
  if (last === null) return null;
  const life = story.shelf_life[fact.kind];
  const days = Math.max(0, daysBetween(last.day, today));
  return { by: last.by, days, isOld: life !== undefined && days > life };
}

/** The day from which the age of a fact is counted, told by the story alone. */
interface Look extends Pick<Freshness, 'by'> {
  readonly day: string;
}

const lastLook = keptWith((story: Story) =>
  keptWith((fact: Fact): Look | null => {
    const looked = lastDay(fact.checked?.on);
    if (looked !== undefined) return { by: 'checked', day: looked };
    const sources = fact.citations.flatMap(({ source }) => {
      const { retrieved = null, published = null } = story.sources.get(source) ?? {};
      return lastDay(published) ?? lastDay(retrieved) ?? [];
    });
    const day = sources.toSorted().at(-1);
    return day === undefined ? null : { by: 'source', day };
  }),
);

/** Facts that are shown as being so and are past their shelf life, the longest first. */
export function oldIn(story: Story, today: string): { readonly fact: Fact; readonly freshness: Freshness }[] {
  return usable(story)
    .filter(isCurrent(story))
    .flatMap((fact) => {
      const freshness = freshnessOf(fact, story, today);
      return freshness?.isOld === true ? [{ fact, freshness }] : [];
    })
    .toSorted((a, b) => b.freshness.days - a.freshness.days);
}

const DAY_MS = 86_400_000;

/** Days of the calendar, `YYYY-MM-DD`, are days of UTC to Date.parse: none is longer than another. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The last day of an EDTF date; undefined for none, and for one without an end. */
function lastDay(when: string | null | undefined): string | undefined {
  if (when === null || when === undefined) return undefined;
  const date = parseEdtf(when);
  return 'message' in date ? undefined : (date.to ?? undefined);
}
