import { around, crosses, holds, meet, overlaps, within, type Rect, type Point } from '../rendering/geometry.ts';
import type { Mask } from './raster-mask.ts';
import { FRAME } from './projection.ts';

/** A label to place. */
export interface Wanted {
  readonly spot: Point;
  /** Radius of the marker; 0 for an area, whose name lies across its point. */
  readonly radius: number;
  readonly w: number;
  readonly h: number;
  /** The country that must contain an area's name: outside it, the name would seem to belong to a neighbour. */
  readonly inside: Mask | null;
}

export interface Label {
  readonly rect: Rect;
  /** From the marker to a label that does not touch it. */
  readonly leader: readonly [Point, Point] | null;
}

export interface Obstacles {
  /** Markers and furniture: no label may cover them. */
  readonly rects: readonly Rect[];
  /** Points of borders and coasts: a label that covers them costs more. */
  readonly points: readonly Point[];
}

const EDGE = 6;
const GAP = 5;
/** The frame without its margin. Every label lies inside. */
const AVAILABLE: Rect = { x: EDGE, y: EDGE, w: FRAME.w - 2 * EDGE, h: FRAME.h - 2 * EDGE };
const DISTANCES = [26, 40, 58, 80, 110, 150, 200];
const DIRECTIONS = 16;
/** Cost of hiding a border: higher than that of a short leader line. */
const BORDER = 40;

/**
 * Places labels in the order given. No label covers another label, a marker or a leader line, or leaves the frame.
 * null for a label that has no space.
 */
export function placeLabels(wanted: readonly Wanted[], obstacles: Obstacles): (Label | null)[] {
  const placed: Label[] = [];
  return wanted.map((each) => {
    const others = wanted.filter(({ spot }) => spot !== each.spot).map(({ spot }) => spot);
    const options = each.radius === 0 ? across(each) : beside(each);
    let best: Label | null = null;
    let least = Infinity;
    for (const { label, cost } of options) {
      if (cost >= least || !isFree(label, each, placed, obstacles)) continue;
      const whole = cost + disturbance(label, each.spot, others, obstacles.points);
      if (whole < least) [best, least] = [label, whole];
    }
    if (best !== null) placed.push(best);
    return best;
  });
}

interface Option {
  readonly label: Label;
  readonly cost: number;
}

/** Positions that touch the marker. The right side comes first, as on printed maps. */
function beside({ spot: [x, y], radius, w, h }: Wanted): Option[] {
  const away = radius + GAP;
  const slant = radius * 0.7 + 2;
  const corners: readonly Point[] = [
    [x + away, y - h / 2],
    [x + slant, y - slant - h],
    [x + slant, y + slant],
    [x - away - w, y - h / 2],
    [x - slant - w, y - slant - h],
    [x - slant - w, y + slant],
    [x - w / 2, y - away - h],
    [x - w / 2, y + away],
  ];
  const near = corners.map(([left, top], n) => ({
    label: { rect: { x: left, y: top, w, h }, leader: null },
    cost: n * 1.5,
  }));
  const far = DISTANCES.flatMap((distance) => turns((dx, dy) => leaderLine([x, y], radius, distance, dx, dy, w, h)));
  return [...near, ...far];
}

const turns = (option: (dx: number, dy: number) => Option): Option[] =>
  Array.from({ length: DIRECTIONS }, (_, n) => {
    const angle = (2 * Math.PI * n) / DIRECTIONS;
    return option(Math.cos(angle), Math.sin(angle));
  });

/** Positions with a leader line, which ends at the middle of a side of the label. */
function leaderLine(
  [x, y]: Point,
  radius: number,
  distance: number,
  dx: number,
  dy: number,
  w: number,
  h: number,
): Option {
  const end: Point = [x + dx * (radius + distance), y + dy * (radius + distance)];
  const flat = Math.abs(dx) > 0.35;
  const left = flat ? (dx > 0 ? end[0] + 3 : end[0] - w - 3) : end[0] - w / 2;
  const top = flat ? end[1] - h / 2 : dy > 0 ? end[1] + 2 : end[1] - h - 2;
  return {
    label: { rect: { x: left, y: top, w, h }, leader: [[x + dx * (radius + 1), y + dy * (radius + 1)], end] },
    cost: 26 + distance / 3,
  };
}

/** Positions on the spot or near it. */
function across({ spot: [x, y], w, h }: Wanted): Option[] {
  const centred = (cx: number, cy: number, cost: number): Option => ({
    label: { rect: { x: cx - w / 2, y: cy - h / 2, w, h }, leader: null },
    cost,
  });
  const rings = [14, 28, 42, 58].flatMap((distance) =>
    turns((dx, dy) => centred(x + dx * distance, y + dy * distance, distance / 2)),
  );
  return [centred(x, y, 0), ...rings];
}

function isFree(
  { rect, leader }: Label,
  { spot, inside }: Wanted,
  placed: readonly Label[],
  { rects }: Obstacles,
): boolean {
  if (inside !== null && !inside.covers(rect)) return false;
  if (!within(rect, AVAILABLE) || rects.some((other) => overlaps(rect, other, 2))) return false;
  if (placed.some((other) => overlaps(rect, other.rect, 4))) return false;
  if (placed.some((other) => other.leader !== null && crosses(other.leader, rect))) return false;
  if (leader === null) return true;
  const cut = (other: Label): boolean =>
    crosses(leader, other.rect) || (other.leader !== null && meet(leader, other.leader));
  // The line starts at its own marker and may cross no other.
  return !placed.some(cut) && !rects.some((other) => !holds(other, spot) && crosses(leader, other));
}

/** Cost of a position: borders that it hides, and other markers that it seems to belong to. */
function disturbance({ rect }: Label, own: Point, others: readonly Point[], points: readonly Point[]): number {
  const hidden = points.filter((point) => holds(rect, point)).length;
  const middle: Point = [rect.x + rect.w / 2, rect.y + rect.h / 2];
  const near = (spot: Point): number => Math.max(0, 1 - gapTo(rect, spot) / 18);
  const crowd = others.reduce((all, spot) => all + near(spot), 0);
  const outward = others.reduce((all, spot) => all + pull(middle, own, spot), 0);
  return (hidden === 0 ? 0 : BORDER + Math.min(12, hidden)) + 8 * crowd + Math.min(10, outward);
}

/** Higher for a label on the side of a near neighbour. */
function pull(middle: Point, own: Point, other: Point): number {
  const [dx, dy] = [other[0] - own[0], other[1] - own[1]];
  const away = Math.hypot(dx, dy);
  if (away < 0.01 || away > 120) return 0;
  const [mx, my] = [middle[0] - own[0], middle[1] - own[1]];
  const cosine = (dx * mx + dy * my) / (away * Math.max(1, Math.hypot(mx, my)));
  return (1 + cosine) * 4 * (1 - away / 120);
}

function gapTo({ x, y, w, h }: Rect, [px, py]: Point): number {
  return Math.hypot(Math.max(x - px, 0, px - x - w), Math.max(y - py, 0, py - y - h));
}

export const markRect = (spot: Point, radius: number): Rect => around(spot, radius + 1);
