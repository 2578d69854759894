import { geoArea, geoBounds } from 'd3-geo';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { FeatureCollection, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Borders, Box } from '../../src/data/borders/borders.ts';
import { overlap, type Land } from './areas.ts';
import { fullName } from './names.ts';
import { thinned } from './thin.ts';

export type Source = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A hemisphere, in steradians: no country is larger, so a larger shape has the wrong winding order. */
const HALF = 2 * Math.PI;

const partsOf = ({ geometry }: Land): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Countries of an atlas, without islets that rounding has inverted: they would fill the globe. */
export function landsOf(source: Source): Land[] {
  return feature(source, source.objects.countries).features.flatMap((land) => {
    if (land.geometry.type !== 'Polygon' && land.geometry.type !== 'MultiPolygon') return [];
    const whole: Land = { ...land, geometry: land.geometry };
    const parts = partsOf(whole).filter((coordinates) => geoArea({ type: 'Polygon', coordinates }) < HALF);
    return [
      {
        type: 'Feature',
        properties: { name: fullName(land.properties.name) },
        geometry: { type: 'MultiPolygon', coordinates: parts },
      },
    ];
  });
}

/** Countries that overlap the areas, simplified outside them. */
export function extract(lands: readonly Land[], areas: readonly Box[]): Borders {
  const near = lands.flatMap((land): Land[] => {
    const coordinates = partsOf(land).filter((part) => reaches(part, areas));
    return coordinates.length === 0 ? [] : [{ ...land, geometry: { type: 'MultiPolygon', coordinates } }];
  });
  return { ...thin(build(near), areas), areas };
}

export const whole = (lands: readonly Land[]): Borders => ({ ...build(lands), areas: [[-180, -90, 180, 90]] });

/** Rounding steps around the world: 1/3,600 of a degree, finer than the source. */
const STEPS = 1e5;

function build(lands: readonly Land[]): Source {
  const countries: FeatureCollection = { type: 'FeatureCollection', features: [...lands] };
  return topology({ countries }, STEPS) as unknown as Source;
}

function reaches(coordinates: Position[][], areas: readonly Box[]): boolean {
  const [[west, south], [east, north]] = geoBounds({ type: 'Polygon', coordinates });
  return areas.some((area) => overlap([west, south, east, north], area));
}

/** Simplifies shared lines once, so that neighbouring countries still meet. */
function thin(source: Source, areas: readonly Box[]): Source {
  const { transform } = source;
  if (transform === undefined) throw new Error('The topology has no transform.');
  const { scale, translate } = transform;
  const arcs = source.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const line = arc.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const;
    });
    let [lastX, lastY] = [0, 0];
    return thinned(line, areas).map(([lon, lat]) => {
      const at = [Math.round((lon - translate[0]) / scale[0]), Math.round((lat - translate[1]) / scale[1])] as const;
      const step = [at[0] - lastX, at[1] - lastY];
      [lastX, lastY] = at;
      return step;
    });
  });
  return { ...source, arcs };
}
