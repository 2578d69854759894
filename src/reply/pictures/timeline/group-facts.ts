import type { TimelineDrawing, TimelineFact } from '../../model/picture.ts';
import { extentOf } from './extent.ts';
import { headingText } from './fact-list.ts';
import { formatUnit, STEPS, unitContaining, type Step } from './calendar-units.ts';

export interface Group {
  readonly title: string;
  readonly facts: readonly TimelineFact[];
}

/** Groups facts by date or, if there are too many dates, by a longer unit. Undated facts come last. */
export function groupFacts(drawing: TimelineDrawing, most: number): Group[] {
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
    return step === 'day' ? fact.when : unitContaining(step, extent.from).from;
  });
  return [...groups].map(([key, facts]) => {
    const title =
      typeof key === 'number' && facts.length > 1
        ? formatUnit(step, key, drawing.language)
        : headingText(facts[0]?.when ?? null, drawing);
    return { title, facts };
  });
}
