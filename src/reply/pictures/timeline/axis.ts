import type { Extent } from './extent.ts';

/** A segment of the axis with a constant scale. Days are counted as in `Extent`. */
export interface AxisSegment {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly w: number;
}

export interface Axis {
  readonly segments: readonly AxisSegment[];
  /** Where a day begins, in units of the picture. */
  readonly x: (day: number) => number;
  /** The width of a day at that day, in units. */
  readonly dayWidth: (day: number) => number;
}

type Span = readonly [from: number, to: number];

/** Two dates this far apart have space for a marker each, in units. */
const APART = 34;
const MOST_CUTS = 3;
/** Width of the sign for a cut, in units. */
export const CUT_WIDTH = 56;
/** Smallest width of a segment: a month with its year below it. */
const NARROWEST = 84;
/** Smallest gap that is cut: this many days, and this share of the segment. */
const LEAST_DAYS = 3;
const LEAST_SHARE = 0.15;

/**
 * A linear time axis. If uneven dates could not be told apart, its longest gaps are cut visibly.
 * Each remaining segment keeps a constant scale.
 */
export function buildAxis(extents: readonly Extent[], x: number, w: number): Axis {
  const taken = merged(extents.map(({ from, to }) => [from, to] as const));
  const starts = [...new Set(extents.map(({ from }) => from))].toSorted((a, b) => a - b);
  let pieces: Span[][] = [taken];
  while (pieces.length <= MOST_CUTS) {
    const at = worstGap(pieces, starts, w);
    if (at === null) break;
    pieces = pieces.flatMap((piece, n) => (n === at.piece ? [piece.slice(0, at.gap), piece.slice(at.gap)] : [piece]));
  }
  return laidOut(pieces.map(rangeOf), starts, x, w);
}

function merged(spans: readonly Span[]): Span[] {
  const done: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = done.at(-1);
    if (last === undefined || span[0] > last[1]) done.push(span);
    else done[done.length - 1] = [last[0], Math.max(last[1], span[1])];
  }
  return done;
}

const rangeOf = (piece: readonly Span[]): Span => [piece[0]?.[0] ?? 0, piece.at(-1)?.[1] ?? 1];

/** The longest gap of a piece whose dates lie too close; null if there is none. */
function worstGap(pieces: readonly Span[][], starts: readonly number[], w: number) {
  const widths = sharesOf(pieces.map(rangeOf), starts, w);
  let worst: { readonly piece: number; readonly gap: number; readonly days: number } | null = null;
  for (const [n, piece] of pieces.entries()) {
    const [from, to] = rangeOf(piece);
    const inside = starts.filter((day) => day >= from && day < to);
    const least = Math.min(...inside.slice(1).map((day, at) => day - (inside[at] ?? day)));
    if (least * ((widths[n] ?? w) / (to - from)) >= APART) continue;
    for (const [at, span] of piece.entries()) {
      const before = piece[at - 1];
      const days = before === undefined ? 0 : span[0] - before[1];
      const worth = days >= LEAST_DAYS && days >= LEAST_SHARE * (to - from);
      if (worth && days > (worst?.days ?? 0)) worst = { piece: n, gap: at, days };
    }
  }
  return worst;
}

/** Widths of segments: a minimum for each, the rest by the number of dates that begin in it. */
function sharesOf(ranges: readonly Span[], starts: readonly number[], w: number): number[] {
  const counts = ranges.map(([from, to]) => starts.filter((day) => day >= from && day < to).length - 1);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const rest = w - CUT_WIDTH * (ranges.length - 1) - NARROWEST * ranges.length;
  return counts.map((count) => NARROWEST + (all === 0 ? rest / ranges.length : (rest * count) / all));
}

function laidOut(ranges: readonly Span[], starts: readonly number[], x: number, w: number): Axis {
  const widths = sharesOf(ranges, starts, w);
  let left = x;
  const segments = ranges.map(([from, to], n): AxisSegment => {
    const segment = { from, to, x: left, w: widths[n] ?? 0 };
    left += segment.w + CUT_WIDTH;
    return segment;
  });
  const at = (day: number): AxisSegment | undefined =>
    segments.find(({ from, to }) => day >= from && day < to) ?? segments.findLast(({ to }) => day >= to) ?? segments[0];
  return {
    segments,
    x(day) {
      const segment = at(day);
      if (segment === undefined) return x;
      const share = (day - segment.from) / (segment.to - segment.from);
      return segment.x + segment.w * Math.max(0, Math.min(1, share));
    },
    dayWidth(day) {
      const segment = at(day);
      return segment === undefined ? w : segment.w / (segment.to - segment.from);
    },
  };
}
