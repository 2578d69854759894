import type { Story, Where } from '../../data/fact.ts';
import { around, isWithin, usable } from '../../search/about.ts';
import { newestFirst } from '../../search/chronology.ts';
import type { CardFile } from '../card.ts';
import { sayWhen } from '../dates.ts';
import { plain, word, type Language } from '../say.ts';
import { saying } from '../statement.ts';

/**
 * A place and those within it as GeoJSON (RFC 7946): longitude first, WGS 84. A place without coordinates has no geometry,
 * as the standard has it for features that are not located.
 */
export function geoJson(place: Where, story: Story, language: Language): CardFile {
  const places = [place, ...[...story.where.values()].filter(({ id }) => isWithin(id, place.id, story))];
  const points = places.flatMap(({ lat, lon }) =>
    lat === undefined || lon === undefined ? [] : [[lon, lat] as const],
  );
  const collection = {
    type: 'FeatureCollection',
    ...(points.length === 0 ? {} : { bbox: boxOf(points) }),
    features: places.map((each) => featureOf(each, story, language)),
  };
  return { name: `${place.id}.geojson`, text: `${JSON.stringify(collection, null, 2)}\n` };
}

/** West, south, east, north. */
function boxOf(points: readonly (readonly [number, number])[]): number[] {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function featureOf(place: Where, story: Story, language: Language) {
  const { id, lat, lon } = place;
  const facts = newestFirst(usable(story).filter(({ where }) => where.includes(id)));
  return {
    type: 'Feature',
    id,
    geometry: lat === undefined || lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
    properties: {
      name: place.name,
      names: place.names,
      in: around(place, story).map(({ name }) => name),
      precision: place.precision ?? null,
      wikidata: place.wikidata ?? null,
      geonames: place.geonames ?? null,
      facts: facts.map((fact) => ({
        id: fact.id,
        status: word(language, `status.${fact.status}`),
        says: plain(saying(fact, story, language)),
        date: plain(sayWhen(fact, language)),
        when: fact.when ?? null,
        place: fact.where_how ?? null,
        contradicts: fact.contradicts,
      })),
    },
  };
}
