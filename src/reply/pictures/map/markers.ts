import type { Point } from '../rendering/geometry.ts';
import type { Colours } from '../rendering/colours.ts';
import { element, type Element } from '../rendering/svg.ts';
import type { Known } from '../../model/picture.ts';

export const RADIUS = { asked: 9, stated: 6, implied: 6, unused: 3.5 } as const;

/** Marks a place: filled if a source names it for the event, hollow if it is implied. */
export function placeMarker([cx, cy]: Point, known: Known, colours: Colours): Element {
  const shared = { cx, cy, class: `mark ${known}` };
  switch (known) {
    case 'stated':
      return element('circle', {
        ...shared,
        r: RADIUS.stated - 1,
        fill: colours.place,
        stroke: colours.land,
        'stroke-width': 1,
      });
    case 'implied':
      return element('circle', {
        ...shared,
        r: RADIUS.implied - 1.5,
        fill: colours.land,
        stroke: colours.place,
        'stroke-width': 2.4,
      });
    case 'unused':
      return element('circle', { ...shared, r: RADIUS.unused - 0.5, fill: colours.place });
  }
}

/** Marks the place asked for: larger, in a ring, filled or hollow like the others. */
export function queriedPlaceMarker([cx, cy]: Point, known: Known, colours: Colours): Element[] {
  const ring = { cx, cy, r: RADIUS.asked, fill: colours.land, stroke: colours.accent, 'stroke-width': 2.6 };
  const core = { cx, cy, r: 4.6, fill: colours.accent };
  return [
    element('circle', { ...ring, class: `asked ${known}` }),
    ...(known === 'implied' ? [] : [element('circle', core)]),
  ];
}

/** Marks an area: a line under its name. */
export function areaMarker(x: number, y: number, w: number, known: Known, colour: string): Element[] {
  if (known === 'unused') return [];
  const dash = known === 'implied' ? { 'stroke-dasharray': '5 4' } : {};
  return [
    element('path', { class: `area ${known}`, d: `M${x} ${y}h${w}`, stroke: colour, 'stroke-width': 2, ...dash }),
  ];
}

export const dashedBorder = { 'stroke-dasharray': '7 5' } as const;
