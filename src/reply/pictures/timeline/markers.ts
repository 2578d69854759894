import type { Colours } from '../rendering/colours.ts';
import { element, type Element } from '../rendering/svg.ts';
import { textLine } from '../rendering/text-line.ts';
import type { Shown } from '../../model/picture.ts';

export const MARK = { great: 26, small: 15 } as const;

/** Corners of each shape in a square from -1 to 1. A circle is null. */
const SHAPES: Readonly<Record<Shown, string | null>> = {
  confirmed: null,
  reported: 'M-.88-.88H.88V.88H-.88Z',
  // A speech bubble: only a speaker vouches for the fact.
  attributed: 'M-.92-.95H.92V.6H.1L-.45 1.12V.6H-.92Z',
  disputed: 'M0-1.18L1.18 0L0 1.18L-1.18 0Z',
  unverified: 'M0-1.2L1.22.95H-1.22Z',
};

/** Where a number looks centred in a shape, as a share of its size. */
const SINK: Readonly<Record<Shown, number>> = {
  confirmed: 0,
  reported: 0,
  attributed: -0.08,
  disputed: 0,
  unverified: 0.14,
};

export interface Mark {
  readonly status: Shown;
  readonly inferred: boolean;
  /** A number, or empty. */
  readonly text: string;
  readonly uncertain: boolean;
}

/** Draws the marker of a fact. Shape shows the status; it is filled for a stated date, hollow for an inferred one. */
export function factMarker(x: number, y: number, size: number, mark: Mark, colours: Colours): Element[] {
  const colour = colours.status[mark.status];
  const stroke = size > 20 ? 2.2 : 1.8;
  const paint = {
    class: `mark ${mark.status} ${mark.inferred ? 'inferred' : 'stated'}`,
    fill: mark.inferred ? colours.paper : colour,
    stroke: colour,
    'stroke-width': stroke,
    'stroke-linejoin': 'round',
  };
  const radius = (size - stroke) / 2;
  const shape = SHAPES[mark.status];
  const outline =
    shape === null
      ? element('circle', { cx: x, cy: y, r: radius, ...paint })
      : element('path', { d: scaled(shape, x, y, radius), ...paint });
  const fill = mark.inferred ? colour : colours.paper;
  const type = { size: mark.text.length > 2 ? 12 : 15, weight: 'bold' as const };
  const base = y + type.size * 0.34 + size * SINK[mark.status];
  return [
    outline,
    ...(mark.text === ''
      ? []
      : [textLine(mark.text, x, base, type, { fill, 'text-anchor': 'middle', class: 'number' })]),
    ...(mark.uncertain
      ? [textLine('?', x + size / 2 + 2, y + 6, { size: 17, weight: 'bold' }, { fill: colour, class: 'uncertain' })]
      : []),
  ];
}

const NUMBER = /-?\d*\.?\d+/g;

/** Scales a path of the square from -1 to 1, corner by corner. */
function scaled(path: string, x: number, y: number, radius: number): string {
  return path.replaceAll(/([MLHV])([^MLHVZ]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    const place = (value: number, n: number): string => {
      const vertical = command === 'V' || (command !== 'H' && n % 2 === 1);
      return ((vertical ? y : x) + value * radius).toFixed(1);
    };
    return `${command}${numbers.map(place).join(' ')}`;
  });
}
