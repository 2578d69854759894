import type { Rect, Point } from '../rendering/geometry.ts';
import type { Colours } from '../rendering/colours.ts';
import type { TextMeasure, TypeStyle } from '../rendering/measure-text.ts';
import type { Element } from '../rendering/svg.ts';
import { ASCENT, textLine } from '../rendering/text-line.ts';
import type { MapDrawing, MapPlace } from '../../model/picture.ts';
import { areaMarker, RADIUS } from './markers.ts';
import { project } from './projection.ts';

/** A line of a label. `as` selects its colour. */
export interface Row {
  readonly text: string;
  readonly type: TypeStyle;
  readonly as: 'asked-name' | 'second-name' | 'place-name' | 'country-name';
}

/** A place with its label as set. */
export interface Named {
  readonly place: MapPlace;
  readonly spot: Point;
  readonly rows: readonly Row[];
  readonly isAsked: boolean;
}

const LEADING = 1.15;
/** Letter spacing of country names sets them apart from those of towns. */
const SPACING = 1.4;
/** Greatest width of a label, in units. */
const LONGEST = 290;

/** All places of a map. The place asked for comes first, so it wins a contested spot. */
export function labelledPlaces({ asked, others, scope }: MapDrawing, letters: TextMeasure): Named[] {
  const named = (place: MapPlace, rows: readonly Row[], isAsked: boolean): Named => ({
    place,
    spot: project(scope, place),
    rows: rows.map((row) => ({ ...row, text: letters.fit(letters.clean(row.text), row.type, LONGEST) })),
    isAsked,
  });
  const rest = others.map((place) => named(place, [{ text: place.name, type: { size: 17 }, as: 'place-name' }], false));
  const ordered = [
    ...rest.filter(({ place }) => place.as === 'point'),
    ...rest.filter(({ place }) => place.as !== 'point'),
  ];
  if (asked === null) return ordered;
  // The text of the reply gives a second name whose script the fonts lack.
  const isWritten = asked.second !== null && letters.has(asked.second);
  const second: Row[] = isWritten ? [{ text: asked.second, type: { size: 17 }, as: 'second-name' }] : [];
  return [
    named(asked, [{ text: asked.name, type: { size: 22, weight: 'bold' }, as: 'asked-name' }, ...second], true),
    ...ordered,
  ];
}

export const markerRadius = ({ place, isAsked }: Named): number => {
  if (place.as !== 'point') return 0;
  return isAsked ? RADIUS.asked : RADIUS[place.known];
};

/** The size of a label. An area's label includes the marker below it. */
export const labelSize = ({ rows, place }: Pick<Named, 'rows'> & { place?: MapPlace }, letters: TextMeasure) => ({
  w: Math.max(
    ...rows.map(
      ({ text, type, as }) => letters.width(text, type) + (as === 'country-name' ? SPACING * text.length : 0),
    ),
  ),
  h:
    rows.reduce((all, { type }) => all + type.size * LEADING, 0) +
    (place !== undefined && place.as !== 'point' ? 4 : 0),
});

/** The styles for a country's name, best first: one or two lines, larger or smaller type. */
export function labelStyles(name: string): Pick<Named, 'rows'>[] {
  const words = name.split(' ');
  const broken = words.slice(1).map((_, n) => [words.slice(0, n + 1).join(' '), words.slice(n + 1).join(' ')]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map((text) => text.length));
  const settings = [[name], ...broken.toSorted((a, b) => longest(a) - longest(b)).slice(0, 1)];
  return [18, 15].flatMap((size) =>
    settings.map((lines) => ({ rows: lines.map((text) => ({ text, type: { size }, as: 'country-name' as const })) })),
  );
}

export type Side = 'start' | 'middle' | 'end';

/** The side of the label that touches the marker. */
export function labelSide([x]: Point, rect: Rect): Side {
  if (rect.x >= x) return 'start';
  return rect.x + rect.w <= x ? 'end' : 'middle';
}

export function drawLabel({ rows }: Pick<Named, 'rows'>, rect: Rect, side: Side, colours: Colours): Element[] {
  const fill = {
    'asked-name': colours.accent,
    'second-name': colours.ink,
    'place-name': colours.place,
    'country-name': colours.country,
  };
  const x = { start: rect.x, middle: rect.x + rect.w / 2, end: rect.x + rect.w }[side];
  let y = rect.y;
  return rows.map(({ text, type, as }) => {
    const base = y + type.size * (ASCENT + 0.1);
    y += type.size * LEADING;
    return textLine(text, x, base, type, {
      class: as,
      fill: fill[as],
      ...(side === 'start' ? {} : { 'text-anchor': side }),
      ...(as === 'country-name' ? { 'letter-spacing': SPACING } : {}),
      // A thin outline in the ground's colour keeps borders from cutting through the letters.
      stroke: colours.land,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    });
  });
}

/** Draws the name of an area with its marker below. */
export function drawAreaLabel(named: Named, rect: Rect, colours: Colours): Element[] {
  const colour = named.isAsked ? colours.accent : colours.place;
  const w = Math.min(rect.w, 64);
  const mark = areaMarker(rect.x + (rect.w - w) / 2, rect.y + rect.h - 1, w, named.place.known, colour);
  return [...drawLabel(named, rect, 'middle', colours), ...mark];
}
