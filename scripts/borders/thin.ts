import type { Box } from '../../src/data/borders/borders.ts';

type Point = readonly [number, number];

/** Largest deviation of a line outside the areas, in degrees. */
const COARSE = 0.2;

const inside = ([x, y]: Point, boxes: readonly Box[]): boolean =>
  boxes.some(([west, south, east, north]) => x >= west && x <= east && y >= south && y <= north);

/** Keeps all points of a line inside the boxes and few outside. The ends stay, so that lines still meet. */
export function thinned(line: readonly Point[], boxes: readonly Box[]): Point[] {
  const kept: Point[] = [];
  let run: Point[] = [];
  for (const point of line) {
    run.push(point);
    if (inside(point, boxes)) {
      kept.push(...simplified(run));
      run = [];
    }
  }
  return [...kept, ...simplified(run)];
}

/** Douglas–Peucker: keeps the points that the line needs to stay within `COARSE`. */
function simplified(line: readonly Point[]): Point[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let most = -1;
  let at = 0;
  for (const [place, point] of line.entries()) {
    const away = distance(point, first, last);
    if (place > 0 && place < line.length - 1 && away > most) [most, at] = [away, place];
  }
  if (most <= COARSE) return [first, last];
  return [...simplified(line.slice(0, at + 1)).slice(0, -1), ...simplified(line.slice(at))];
}

/** Distance from a point to a segment. A closed line has equal ends. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
