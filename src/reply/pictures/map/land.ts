import { geoMercator, geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import { mesh } from 'topojson-client';
import { partsIn, type Region } from '../../../data/borders/borders.ts';
import type { Point } from '../rendering/geometry.ts';
import type { Disputed } from '../../model/picture.ts';
import { rasterize, type Mask } from './raster-mask.ts';
import { visibleBox, FRAME, unitsPerRadian } from './projection.ts';
import type { Scope } from '../../model/picture.ts';

export interface Country {
  readonly name: string;
  /** SVG path data, clipped to the frame. */
  readonly path: string;
  readonly mask: Mask;
}

export interface Land {
  readonly countries: readonly Country[];
  readonly coast: string;
  readonly borders: string;
  readonly dashed: string;
  /** The points of all borders and coasts in the frame; labels avoid them. */
  readonly points: readonly Point[];
}

/** Distance beyond the frame, in units: strokes along the cut lie outside the picture. */
const BLEED = 12;

export function landInFrame(scope: Scope, region: Region, disputed: readonly Disputed[]): Land {
  const projection = geoMercator()
    .rotate([-scope.lon, 0])
    .center([0, scope.lat])
    .scale(unitsPerRadian(scope))
    .translate([FRAME.w / 2, FRAME.h / 2])
    .clipExtent([
      [-BLEED, -BLEED],
      [FRAME.w + BLEED, FRAME.h + BLEED],
    ])
    .precision(0);
  const parts = Map.groupBy(partsIn(region, visibleBox(scope, -0.05)), ({ country }) => country);
  const shapes = [...parts].flatMap(([name, pieces]): Country[] => {
    const coordinates = pieces.map(({ rings }) => rings);
    const { path, rings } = toPath(projection, { type: 'MultiPolygon', coordinates });
    return path === '' ? [] : [{ name, path, mask: rasterize(rings) }];
  });
  const { borders } = region;
  const geometries = borders.objects.countries.geometries.filter(({ properties }) => parts.has(nameOf(properties)));
  const countries = { type: 'GeometryCollection' as const, geometries };
  const how = (a: string, b: string): Disputed['drawn'] =>
    disputed.find(({ between }) => between.includes(a) && between.includes(b))?.drawn ?? 'solid';
  const between = (wanted: Disputed['drawn']) =>
    toPath(
      projection,
      mesh(borders, countries, (a, b) => a !== b && how(nameOf(a.properties), nameOf(b.properties)) === wanted),
    );
  const [solid, dashed] = [between('solid'), between('dashed')];
  const coast = toPath(
    projection,
    mesh(borders, countries, (a, b) => a === b),
  );
  return {
    countries: shapes.filter(({ mask }) => mask.area > 0),
    coast: coast.path,
    borders: solid.path,
    dashed: dashed.path,
    points: [coast, solid, dashed].flatMap(({ rings }) => rings.flat()).filter(inFrame),
  };
}

const nameOf = (properties: unknown): string => (properties as { readonly name: string }).name;

const inFrame = ([x, y]: Point): boolean => x >= 0 && y >= 0 && x <= FRAME.w && y <= FRAME.h;

type Shape = Parameters<ReturnType<typeof geoPath>>[0];

/** Points nearer to the last one than this, in units of the picture, are dropped: nobody would see them. */
const FINE = 0.5;

/** Converts a shape to a path and to the points of its lines. */
export function toPath(projection: GeoProjection, shape: Shape): { path: string; rings: Point[][] } {
  const rings: Point[][] = [];
  let path = '';
  let [lastX, lastY] = [0, 0];
  const context: GeoContext = {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo(x, y) {
      [lastX, lastY] = [x, y];
      rings.push([[x, y]]);
      path += `M${x.toFixed(1)} ${y.toFixed(1)}`;
    },
    lineTo(x, y) {
      if (Math.abs(x - lastX) + Math.abs(y - lastY) < FINE) return;
      [lastX, lastY] = [x, y];
      rings.at(-1)?.push([x, y]);
      path += `L${x.toFixed(1)} ${y.toFixed(1)}`;
    },
    closePath() {
      path += 'Z';
    },
  };
  geoPath(projection, context)(shape);
  return { path, rings };
}
