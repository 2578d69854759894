import type { Rect, Point } from '../rendering/geometry.ts';
import { FRAME } from './projection.ts';

/** Side of a cell, in units of the picture. */
const CELL = 4;
const COLUMNS = Math.ceil(FRAME.w / CELL);
const ROWS = Math.ceil(FRAME.h / CELL);

/** The cells of the frame that a shape covers. It answers at once whether a whole rectangle lies inside. */
export interface Mask {
  /** In square units of the picture. */
  readonly area: number;
  readonly covers: (rect: Rect) => boolean;
}

/** Fills the rings by the even-odd rule, row by row. */
export function rasterize(rings: readonly (readonly Point[])[]): Mask {
  const crossings = Array.from({ length: ROWS }, (): number[] => []);
  for (const ring of rings) {
    for (const [n, a] of ring.entries()) {
      const b = ring[(n + 1) % ring.length] ?? a;
      const [top, bottom] = a[1] < b[1] ? [a, b] : [b, a];
      const first = Math.max(0, Math.ceil(top[1] / CELL - 0.5));
      const last = Math.min(ROWS - 1, Math.ceil(bottom[1] / CELL - 0.5) - 1);
      for (let row = first; row <= last; row += 1) {
        const y = (row + 0.5) * CELL;
        crossings[row]?.push(top[0] + ((bottom[0] - top[0]) * (y - top[1])) / (bottom[1] - top[1]));
      }
    }
  }
  // Sums of all cells above and to the left (a summed-area table): any rectangle takes four look-ups.
  const sums = new Uint32Array((COLUMNS + 1) * (ROWS + 1));
  const sum = (row: number, column: number): number => sums[row * (COLUMNS + 1) + column] ?? 0;
  for (const [row, xs] of crossings.entries()) {
    xs.sort((a, b) => a - b);
    let along = 0;
    let passed = 0;
    for (let column = 0; column < COLUMNS; column += 1) {
      while (passed < xs.length && (xs[passed] ?? 0) <= (column + 0.5) * CELL) passed += 1;
      along += passed % 2;
      sums[(row + 1) * (COLUMNS + 1) + column + 1] = sum(row, column + 1) + along;
    }
  }
  return {
    area: sum(ROWS, COLUMNS) * CELL * CELL,
    covers({ x, y, w, h }) {
      const [left, right] = [Math.floor(x / CELL), Math.ceil((x + w) / CELL)];
      const [top, bottom] = [Math.floor(y / CELL), Math.ceil((y + h) / CELL)];
      if (left < 0 || top < 0 || right > COLUMNS || bottom > ROWS) return false;
      const inside = sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left);
      return inside === (right - left) * (bottom - top);
    },
  };
}
