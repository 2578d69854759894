import { parseEdtf } from '../model/edtf.ts';
import type { Fact, Story } from '../model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';
import { isCurrent, usableFacts } from './fact-relations.ts';

/** How long ago a fact was last verified. */
export interface Freshness {
  /** `checked`: an editor verified it that day. `source`: never verified; the day of its newest source. */
  readonly by: 'checked' | 'source';
  /** Whole days, 0 on the day itself and for a day to come. */
  readonly days: number;
  /** Past the shelf life that the story gives to facts of this kind. */
  readonly isOld: boolean;
}

/** null where neither a verification nor a source has a date. `today` is the date in the story's zone. */
export function freshnessOf(fact: Fact, story: Story, today: string): Freshness | null {
  const last = lastLook(story)(fact);
  if (last === null) return null;
  const life = story.shelf_life[fact.kind];
  // Days of the calendar are days of UTC to Date.parse: none is longer than another.
  const days = Math.max(0, (Date.parse(today) - last.at) / DAY_MS);
  return { by: last.by, days, isOld: life !== undefined && days > life };
}

/** The day from which the age of a fact is counted, told by the story alone. */
interface LastCheck extends Pick<Freshness, 'by'> {
  /** Its beginning in UTC, in ms since 1970. */
  readonly at: number;
}

const lastLook = memoizeByObject((story: Story) =>
  memoizeByObject((fact: Fact): LastCheck | null => {
    const looked = lastDay(fact.checked?.on);
    if (looked !== undefined) return { by: 'checked', at: Date.parse(looked) };
    const sources = fact.citations.flatMap(({ source }) => {
      const { retrieved = null, published = null } = story.sources.get(source) ?? {};
      return lastDay(published) ?? lastDay(retrieved) ?? [];
    });
    const day = sources.toSorted().at(-1);
    return day === undefined ? null : { by: 'source', at: Date.parse(day) };
  }),
);

/** Current facts past their shelf life, the most overdue first. */
export function staleFacts(story: Story, today: string): { readonly fact: Fact; readonly freshness: Freshness }[] {
  return usableFacts(story)
    .filter(isCurrent(story))
    .flatMap((fact) => {
      const freshness = freshnessOf(fact, story, today);
      return freshness?.isOld === true ? [{ fact, freshness }] : [];
    })
    .toSorted((a, b) => b.freshness.days - a.freshness.days);
}

const DAY_MS = 86_400_000;

/** The last day of an EDTF date; undefined for none, and for one without an end. */
function lastDay(when: string | null | undefined): string | undefined {
  if (when === null || when === undefined) return undefined;
  const date = parseEdtf(when);
  return 'message' in date ? undefined : (date.to ?? undefined);
}
