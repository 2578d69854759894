import { overlaps, type Rect, type Point } from '../rendering/geometry.ts';
import type { Mask } from './raster-mask.ts';
import { FRAME } from './projection.ts';

const EDGE = 8;
const STEP = 6;
/** Margins around a name, smallest first. Each keeps only the spots that satisfy it, so the name ends near the middle. */
const CLEARANCES = [4, 12, 20, 30, 44, 60, 90];

/** Finds a rectangle inside the mask that overlaps nothing taken; null if there is none. */
export function freeSpaceIn(mask: Mask, { w, h }: Pick<Rect, 'w' | 'h'>, taken: readonly Rect[]): Rect | null {
  let spots: Point[] = [];
  for (let y = EDGE; y + h < FRAME.h - EDGE; y += STEP) {
    for (let x = EDGE; x + w < FRAME.w - EDGE; x += STEP) {
      if (mask.covers({ x, y, w, h }) && !taken.some((other) => overlaps({ x, y, w, h }, other, 6))) spots.push([x, y]);
    }
  }
  for (const clear of CLEARANCES) {
    const wider = spots.filter(([x, y]) => {
      const wide = { x: x - clear / 2, y: y - clear / 2, w: w + clear, h: h + clear };
      return mask.covers(wide) && !taken.some((other) => overlaps(wide, other));
    });
    if (wider.length === 0) break;
    spots = wider;
  }
  const [x, y] = middleOf(spots);
  return x === undefined || y === undefined ? null : { x, y, w, h };
}

/** The spot nearest to the mean of all spots. */
function middleOf(spots: readonly Point[]): Point | [] {
  const x = spots.reduce((all, spot) => all + spot[0], 0) / spots.length;
  const y = spots.reduce((all, spot) => all + spot[1], 0) / spots.length;
  const away = (spot: Point): number => Math.hypot(spot[0] - x, spot[1] - y);
  return spots.toSorted((a, b) => away(a) - away(b))[0] ?? [];
}
