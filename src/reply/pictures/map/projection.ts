import type { Scope } from '../../model/picture.ts';
import { outlinesIn, type Atlas, type Box, type Point as Coordinates } from '../../../data/borders/borders.ts';
import type { Point } from '../rendering/geometry.ts';

/** The map without its legend, in units of the picture: legible at the width of a phone. */
export const FRAME = { x: 0, y: 0, w: 600, h: 440 } as const;

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** Mercator northing of a latitude at scale 1. It ends near the poles, where it would be infinite. */
const northing = (lat: number): number => Math.asinh(Math.tan(radians(Math.max(-85, Math.min(85, lat)))));
const latitude = (northing: number): number => (Math.atan(Math.sinh(northing)) * 180) / Math.PI;
/** The shorter way from one meridian to another, in degrees. */
const eastward = (from: number, to: number): number => ((((to - from + 180) % 360) + 360) % 360) - 180;

/** Units of the picture per radian at the middle of the map. */
export const unitsPerRadian = ({ lat, kilometres }: Scope): number =>
  (FRAME.w * EARTH_KM * Math.cos(radians(lat))) / kilometres;

/** Projects by Mercator: north is up everywhere and shapes are kept. */
export function project(scope: Scope, { lon, lat }: Coordinates): Point {
  const scale = unitsPerRadian(scope);
  const x = FRAME.w / 2 + scale * radians(eastward(scope.lon, lon));
  return [x, FRAME.h / 2 - scale * (northing(lat) - northing(scope.lat))];
}

/** The area that the frame shows. `margin` is cut off each side, as a share of its length. */
export function visibleBox(scope: Scope, margin = 0): Box {
  const scale = unitsPerRadian(scope);
  const across = ((0.5 - margin) * FRAME.w) / scale;
  const up = ((0.5 - margin) * FRAME.h) / scale;
  const middle = northing(scope.lat);
  const degrees = (across * 180) / Math.PI;
  return [scope.lon - degrees, latitude(middle - up), scope.lon + degrees, latitude(middle + up)];
}

interface Fit {
  /** Free space along each side, as a share of its length: for labels and surroundings. */
  readonly margin: number;
  /** Smallest width, in km. */
  readonly least: number;
}

/** Returns a scope that contains all points, centred on the first. */
export function fitToPoints(
  points: readonly [Coordinates, ...Coordinates[]],
  { margin, least }: Fit,
  atlas: Atlas,
): Scope {
  const [first] = points;
  const xs = points.map(({ lon }) => eastward(first.lon, lon));
  const ys = points.map(({ lat }) => northing(lat));
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const lat = latitude((south + north) / 2);
  const across = radians(east - west) / (1 - 2 * margin);
  const up = (((north - south) / (1 - 2 * margin)) * FRAME.w) / FRAME.h;
  const kilometres = Math.max(least, Math.max(across, up) * EARTH_KM * Math.cos(radians(lat)));
  const lon = first.lon + (west + east) / 2;
  return widened({ lon, lat, kilometres, borders: null }, atlas);
}

/** At 1:110 million a line is accurate to about 30 km: too coarse for a narrower view. */
const WORLD_KM = 1500;
const WIDEST_KM = 900;

/** Widens a map that has no border or coast, up to a limit: it would give no orientation. */
function widened(scope: Scope, atlas: Atlas): Scope {
  const borders = bordersFor(scope, atlas);
  if (borders === null || scope.kilometres >= WIDEST_KM) return { ...scope, borders };
  if (outlinesIn(atlas[borders], visibleBox(scope, 0.12)).size > 0) return { ...scope, borders };
  return widened({ ...scope, kilometres: scope.kilometres * 1.3 }, atlas);
}

function bordersFor(scope: Scope, { near }: Atlas): Scope['borders'] {
  const [west, south, east, north] = visibleBox(scope);
  const fine = near.borders.areas.some(([w, s, e, n]) => west >= w && south >= s && east <= e && north <= n);
  if (fine) return 'near';
  return scope.kilometres >= WORLD_KM ? 'world' : null;
}
