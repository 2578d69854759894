import type { TimelineDrawing, TimelineFact } from '../../model/picture.ts';
import { extentOf } from './extent.ts';
import { headingOf } from './fact-list.ts';
import { sayUnit, STEPS, unitAround, type Step } from './calendar-units.ts';

export interface Group {
  readonly title: string;
  readonly facts: readonly TimelineFact[];
}

/** Facts by date; where there are too many dates for the list, by week, month, year or more. The undated come last. */
export function groupsOf(drawing: TimelineDrawing, most: number): Group[] {
  for (const step of STEPS) {
    const groups = by(step, drawing);
    if (groups.length <= most) return groups;
  }
  return by('millennium', drawing);
}

function by(step: Step, drawing: TimelineDrawing): Group[] {
  const groups = Map.groupBy(drawing.facts, (fact) => {
    const extent = extentOf(fact);
    if (extent === null) return null;
    return step === 'day' ? fact.when : unitAround(step, extent.from).from;
  });
  return [...groups].map(([key, facts]) => {
    const title =
      typeof key === 'number' && facts.length > 1
        ? sayUnit(step, key, drawing.language)
        : headingOf(facts[0]?.when ?? null, drawing);
    return { title, facts };
  });
}
