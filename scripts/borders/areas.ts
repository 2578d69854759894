import { geoBounds, geoContains } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Box } from '../../src/data/borders/borders.ts';
import type { Story } from '../../src/data/model/fact.ts';

export type Land = Feature<Polygon | MultiPolygon, { readonly name: string }>;

/** Distance around a story's places with full detail, in degrees of latitude: about 280 km. */
const AROUND = 2.5;

/**
 * Areas that the maps of these stories can show: around their places, and around the places' countries.
 * Of a country with several parts it takes the one that contains the place. Overlapping boxes are merged.
 */
export function areasOf(stories: Iterable<Story>, lands: readonly Land[]): Box[] {
  const boxes = [...stories].flatMap((story) => {
    const points = [...story.where.values()].flatMap(({ lat, lon }) =>
      lat === undefined || lon === undefined ? [] : [[lon, lat] as const],
    );
    if (points.length === 0) return [];
    const around = points.flatMap((point) => [
      [...point, ...point] as const,
      ...lands.flatMap((land) => partsAround(land, [...point])),
    ]);
    return [widened(around.reduce(union))];
  });
  return merged(boxes);
}

function partsAround({ geometry }: Land, point: [number, number]): Box[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.flatMap((coordinates) => {
    const part = { type: 'Polygon' as const, coordinates };
    if (!geoContains(part, point)) return [];
    const [[west, south], [east, north]] = geoBounds(part);
    return [[west, south, east, north] as const];
  });
}

const union = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

function widened([west, south, east, north]: Box): Box {
  const across = AROUND / Math.max(0.2, Math.cos((((south + north) / 2) * Math.PI) / 180));
  return [west - across, Math.max(-85, south - AROUND), east + across, Math.min(85, north + AROUND)];
}

export const overlap = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

function merged(boxes: readonly Box[]): Box[] {
  const done: Box[] = [];
  for (const box of boxes) {
    const met = done.findIndex((other) => overlap(box, other));
    const other = done[met];
    if (other === undefined) done.push(box);
    else return merged([...done.toSpliced(met, 1), ...boxes.slice(boxes.indexOf(box) + 1), union(box, other)]);
  }
  return done.map(([west, south, east, north]) => [rounded(west), rounded(south), rounded(east), rounded(north)]);
}

const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;
