import type { TimelineDrawing, TimelineFact } from '../../model/picture.ts';
import type { Group } from './group-facts.ts';
import { row, type TextStyles, type PictureBlock } from './fact-list.ts';

/** Longest statement in the list, in units: a longer one appears only in the text of the reply, uncut. */
const LONGEST = 4 * 21 + 8;

/**
 * Chooses the facts to write out if space is short: from each date in turn, events before statements.
 * Facts that contradict each other appear together or not at all.
 */
export function chooseFacts(
  groups: readonly Group[],
  drawing: TimelineDrawing,
  pens: TextStyles,
  height: number,
): ReadonlyMap<TimelineFact, PictureBlock> {
  const chosen = new Map<TimelineFact, PictureBlock>();
  const queues = groups.map(({ facts }) => facts.toSorted((a, b) => a.weight - b.weight));
  let left = height;
  while (queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const fact = queue.shift();
      if (fact === undefined || chosen.has(fact)) continue;
      const together = company(fact, drawing);
      const pieces = together.map((each) => [each, row(each, '', drawing, pens)] as const);
      const height = pieces.reduce((all, [, piece]) => all + piece.height, 0);
      if (pieces.length === 0 || height > left || pieces.some(([, piece]) => piece.height > LONGEST)) continue;
      left -= height;
      for (const [each, piece] of pieces) chosen.set(each, piece);
    }
  }
  return chosen;
}

/** A fact and everything it contradicts, directly or through others; empty if one of them is in another picture. */
function company(fact: TimelineFact, { facts }: TimelineDrawing): TimelineFact[] {
  const met = new Set([fact]);
  for (const each of met) {
    if (each.against === null) return [];
    for (const at of each.against) {
      const other = facts[at];
      if (other !== undefined) met.add(other);
    }
  }
  return [...met];
}
