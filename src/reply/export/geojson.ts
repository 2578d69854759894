import type { Story, Where } from '../../data/model/fact.ts';
import { enclosingPlaces, isWithin, usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import type { AttachedFile } from '../model/card.ts';
import { formatFactDate } from '../i18n/dates.ts';
import { toPlainText, translateText } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { attributedStatement } from '../fact-statement.ts';

/**
 * A place and those within it as GeoJSON (RFC 7946): longitude first, WGS 84. A place without coordinates has no geometry,
 * as the standard has it for features that are not located.
 */
export function geoJson(place: Where, story: Story, language: Language): AttachedFile {
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
  const facts = newestFirst(usableFacts(story).filter(({ where }) => where.includes(id)));
  return {
    type: 'Feature',
    id,
    geometry: lat === undefined || lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
    properties: {
      name: place.name,
      names: place.names,
      in: enclosingPlaces(place, story).map(({ name }) => name),
      precision: place.precision ?? null,
      wikidata: place.wikidata ?? null,
      geonames: place.geonames ?? null,
      facts: facts.map((fact) => ({
        id: fact.id,
        status: translateText(language, `status.${fact.status}`),
        says: toPlainText(attributedStatement(fact, story, language)),
        date: toPlainText(formatFactDate(fact, language)),
        when: fact.when ?? null,
        place: fact.where_how ?? null,
        contradicts: fact.contradicts,
      })),
    },
  };
}
