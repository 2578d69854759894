import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/**
 * Borders of countries, made by `scripts/extract-borders.ts`. Inside the boxes `areas`, lines keep the source's detail.
 * Outside, they are simplified.
 */
export type Borders = Topology<{ countries: GeometryCollection<{ name: string }> }> & {
  readonly areas: readonly Box[];
};

/** A polygon of a country: its outline, then its holes. */
export interface Part {
  readonly country: string;
  readonly rings: Position[][];
  readonly box: Box;
}

export interface Region {
  readonly borders: Borders;
  readonly parts: readonly Part[];
}

export interface Atlas {
  /** 1:10 million, around the places of the stories. */
  readonly near: Region;
  /** 1:110 million, the whole world: for views of a continent and for the globe. */
  readonly world: Region;
}

/** Reads the borders from disk in about 15 ms. */
export const readAtlas = (): Atlas => ({ near: read('near.topo'), world: read('world.topo') });

function read(file: string): Region {
  const borders = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Borders;
  const parts = feature(borders, borders.objects.countries).features.flatMap(({ geometry, properties }) =>
    piecesOf(geometry as Polygon | MultiPolygon).map((rings) => ({
      country: properties.name,
      rings,
      box: boxOf(rings),
    })),
  );
  return { borders, parts };
}

const piecesOf = (shape: Polygon | MultiPolygon): Polygon['coordinates'][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;

/** The polygon that contains a point, from the finest data that has one. */
export const partAround = ({ near, world }: Atlas, point: Point): Part | undefined =>
  near.parts.find((part) => contains(part, point)) ?? world.parts.find((part) => contains(part, point));

/** Tells whether a point lies inside the outline and in no hole, by the even-odd rule. */
export function contains({ rings, box: [west, south, east, north] }: Part, { lon, lat }: Point): boolean {
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
      const [ax = 0, ay = 0] = ring[at] ?? [];
      const [bx = 0, by = 0] = ring[before] ?? [];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function boxOf([outline = []]: Position[][]): Box {
  const [xs, ys] = [outline.map(([x = 0]) => x), outline.map(([, y = 0]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Polygons whose box overlaps a box. */
export const partsIn = ({ parts }: Region, [west, south, east, north]: Box): Part[] =>
  parts.filter(({ box: [w, s, e, n] }) => w <= east && e >= west && s <= north && n >= south);

/** The countries whose outline has a point in the box. */
export function outlinesIn(region: Region, box: Box): ReadonlySet<string> {
  const [west, south, east, north] = box;
  const inside = ([lon = 0, lat = 0]: Position): boolean => lon >= west && lon <= east && lat >= south && lat <= north;
  const met = partsIn(region, box).filter(({ rings }) => rings.some((ring) => ring.some(inside)));
  return new Set(met.map(({ country }) => country));
}
