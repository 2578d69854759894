import { geoOrthographic } from 'd3-geo';
import type { Region } from '../../../data/borders/borders.ts';
import { overlaps, type Rect } from '../rendering/geometry.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure } from '../rendering/measure-text.ts';
import { element, type Element } from '../rendering/svg.ts';
import { textLine, SMALL } from '../rendering/text-line.ts';
import { translateText } from '../../i18n/translate.ts';
import type { Language } from '../../model/language.ts';
import { toPath } from './land.ts';
import { FRAME } from './projection.ts';
import type { Scope } from '../../model/picture.ts';

/** Furniture in a corner of the map. */
export interface Piece {
  readonly rect: Rect;
  readonly elements: readonly Element[];
}

const EDGE = 10;
const LONGEST = 140;

/** A north arrow and a bar of a round length: 1, 2 or 5 times a power of ten. */
export function scaleBar(scope: Scope, language: Language, colours: Colours, letters: TextMeasure): Piece {
  const most = (scope.kilometres * LONGEST) / FRAME.w;
  const power = 10 ** Math.floor(Math.log10(most));
  const kilometres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  const bar = (kilometres / scope.kilometres) * FRAME.w;
  const [n, unit] = kilometres < 1 ? ([kilometres * 1000, 'metres'] as const) : ([kilometres, 'kilometres'] as const);
  const text = letters.clean(translateText(language, `map.${unit}`, { n: Math.round(n) }));
  const north = letters.clean(translateText(language, 'map.north'));
  const label = letters.width(text, SMALL);
  const rect = { x: EDGE, y: FRAME.h - EDGE - 30, w: 48 + bar + label + 20, h: 30 };
  const { x, y } = rect;
  const left = x + 44;
  const base = y + 20;
  return {
    rect,
    elements: [
      plate(rect, colours),
      element('path', { d: `M${x + 14} ${y + 7}l5 9h-3.6v8h-2.8v-8h-3.6z`, fill: colours.ink }),
      textLine(north, x + 23, base, SMALL, { fill: colours.ink }),
      element('path', {
        class: 'scale',
        d: `M${left} ${y + 10}v9h${bar}v-9`,
        fill: 'none',
        stroke: colours.ink,
        'stroke-width': 2,
      }),
      textLine(text, left + bar + 8, base, SMALL, { fill: colours.ink }),
    ],
  };
}

const plate = (rect: Rect, { paper }: Colours): Element =>
  element('rect', { x: rect.x, y: rect.y, width: rect.w, height: rect.h, rx: 4, fill: paper });

const GLOBE = 48;

/** A globe that locates the map, in the corner where it hides the least. */
export function globe(scope: Scope, world: Region, busy: readonly Rect[], colours: Colours): Piece {
  const side = 2 * GLOBE;
  const [right, low] = [FRAME.w - EDGE - side, FRAME.h - EDGE - side - 36];
  const corners: Rect[] = [
    { x: right, y: EDGE, w: side, h: side },
    { x: EDGE, y: EDGE, w: side, h: side },
    { x: right, y: low, w: side, h: side },
    { x: EDGE, y: low, w: side, h: side },
  ];
  const crowd = (rect: Rect): number => busy.filter((other) => overlaps(rect, other, 30)).length;
  const rect = corners.toSorted((a, b) => crowd(a) - crowd(b))[0] ?? { x: right, y: EDGE, w: side, h: side };
  const [x, y] = [rect.x + GLOBE, rect.y + GLOBE];
  const projection = geoOrthographic()
    .rotate([-scope.lon, -scope.lat * 0.8])
    .scale(GLOBE - 2)
    .translate([x, y])
    .precision(0);
  const [mx = x, my = y] = projection([scope.lon, scope.lat]) ?? [];
  const { path } = toPath(projection, { type: 'MultiPolygon', coordinates: world.parts.map(({ rings }) => rings) });
  return {
    rect,
    elements: [
      element('circle', {
        cx: x,
        cy: y,
        r: GLOBE - 2,
        fill: colours.sea,
        stroke: colours.line,
        'stroke-width': 1.5,
      }),
      // The stroke closes gaps that rounding leaves between neighbours.
      element('path', { d: path, fill: colours.line, stroke: colours.line, 'stroke-width': 0.6 }),
      element('circle', { cx: mx, cy: my, r: 4.5, fill: colours.accent, stroke: colours.paper, 'stroke-width': 1.5 }),
    ],
  };
}
