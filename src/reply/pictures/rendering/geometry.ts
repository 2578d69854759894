/** A rectangle of the picture: upper left corner and size. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Point = readonly [x: number, y: number];

export const overlaps = (a: Rect, b: Rect, gap = 0): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

export const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

export const holds = ({ x, y, w, h }: Rect, [px, py]: Point): boolean =>
  px >= x && px <= x + w && py >= y && py <= y + h;

export const around = ([x, y]: Point, radius: number): Rect => ({
  x: x - radius,
  y: y - radius,
  w: 2 * radius,
  h: 2 * radius,
});

/** Tells whether a line segment touches a rectangle. */
export function crosses([from, to]: readonly [Point, Point], rect: Rect): boolean {
  if (holds(rect, from) || holds(rect, to)) return true;
  const { x, y, w, h } = rect;
  const corners: Point[] = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  return corners.some((corner, n) => meet([from, to], [corner, corners[(n + 1) % 4] ?? corner]));
}

/** Tells whether two line segments cross. */
export function meet([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point): number => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}
