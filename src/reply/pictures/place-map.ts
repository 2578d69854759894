import { contains, outlinesIn, partAround, type Atlas, type Part } from '../../data/borders/borders.ts';
import type { Fact, Story, Where } from '../../data/model/fact.ts';
import { enclosingPlaces, isWithin, usableFacts } from '../../data/queries/fact-relations.ts';
import type { StyledText } from '../model/styled-text.ts';
import { describeMap } from './map/alt-text.ts';
import { visibleBox, fitToPoints, FRAME, project } from './map/projection.ts';
import type { Scope } from '../model/picture.ts';
import type { Disputed, Known, MapDrawing, MapPlace, Picture } from '../model/picture.ts';
import type { Language } from '../model/language.ts';

interface Placed {
  readonly where: Where;
  readonly lat: number;
  readonly lon: number;
}

/** In km. On a wider map a single point would be lost; on a narrower one the borders are too coarse. */
const LEAST_KM = 40;
/** Greatest distance of a neighbour, in km, and the most neighbours shown. */
const NEAR_KM = 70;
const NEIGHBOURS = 5;
/** Of a place without neighbours the map shows the country around it. */
const ALONE_KM = 400;
const MOST_PLACES = 40;

export interface PlaceMap {
  readonly picture: Picture;
  /** The line of the reply that says what the map shows. */
  readonly line: StyledText;
}

/**
 * The map of a place: what lies near it or within it, by the borders of the atlas. null when neither it nor any place around
 * it has coordinates: nothing is guessed.
 */
export function placeMap(place: Where, story: Story, atlas: Atlas, language: Language): PlaceMap | null {
  const centre = [place, ...enclosingPlaces(place, story)].flatMap(placed)[0];
  if (centre === undefined) return null;
  const all = [...story.where.values()].flatMap(placed).filter(({ where }) => where !== centre.where);
  const scope = scopeOf(centre, all, story, atlas);
  const drawn = (each: Placed): MapPlace => placeOn(each, story, atlas);
  const near = all
    .filter((each) => isInFrame(scope, each))
    .toSorted((a, b) => kilometres(centre, a) - kilometres(centre, b))
    .slice(0, MOST_PLACES);
  const others = apart(centre, near, scope, story);
  const isShown = centre.where === place;
  const asked = isShown ? { ...drawn(centre), second: secondName(place, story) } : null;
  const drawing: Omit<MapDrawing, 'notes'> = {
    kind: 'map',
    scope,
    asked,
    others: (isShown ? others : [centre, ...others]).map(drawn),
    home: partAround(atlas, centre)?.country ?? null,
    names: countryNamesOf(story, atlas),
    disputed: disputedOf(story),
    language,
  };
  const countries = scope.borders === null ? [] : [...outlinesIn(atlas[scope.borders], visibleBox(scope))];
  const unplaced = [...story.where.values()].filter(
    (each) => placed(each).length === 0 && isWithin(each.id, place.id, story),
  );
  const text = describeMap(
    { place, centre: centre.where, countries, unplaced, same: near.filter((each) => !others.includes(each)), drawing },
    language,
  );
  const { alt, notes, line } = text;
  return { picture: { name: `map-${place.id}.png`, alt, drawing: { ...drawing, notes } }, line };
}

const placed = (where: Where): Placed[] =>
  where.lat === undefined || where.lon === undefined ? [] : [{ where, lat: where.lat, lon: where.lon }];

function scopeOf(centre: Placed, all: readonly Placed[], story: Story, atlas: Atlas): Scope {
  const part = countryOf(centre, atlas);
  if (part !== undefined) {
    const outline = (part.rings[0] ?? []).map(([lon = 0, lat = 0]) => ({ lon, lat }));
    return fitToPoints([centre, ...outline], { margin: 0.13, least: LEAST_KM }, atlas);
  }
  const inside = all.filter(({ where }) => isWithin(where.id, centre.where.id, story) && !isArea(where));
  if (isArea(centre.where) && inside.length > 0) {
    return fitToPoints([inside[0] ?? centre, ...inside, centre], { margin: 0.24, least: LEAST_KM }, atlas);
  }
  const near = all
    .filter((each) => !isArea(each.where) && kilometres(centre, each) <= NEAR_KM)
    .toSorted((a, b) => kilometres(centre, a) - kilometres(centre, b))
    .slice(0, NEIGHBOURS);
  const least = near.length === 0 ? ALONE_KM : LEAST_KM;
  return fitToPoints([centre, ...near], { margin: 0.24, least }, atlas);
}

/** A country or a region is no single point: the note says what its point means, as the schema names it. */
const isArea = ({ precision = '' }: Where): boolean => /^(?:country|region)\b/i.test(precision);

/** The country that a place is: one of its names is that of the borders around its point. */
function countryOf({ where, lat, lon }: Placed, { near, world }: Atlas): Part | undefined {
  if (!isArea(where)) return undefined;
  const forms = new Set([where.name, ...Object.values(where.names).flat()].map((form) => form.toLowerCase()));
  const isIt = (part: Part): boolean => forms.has(part.country.toLowerCase()) && contains(part, { lat, lon });
  return near.parts.find(isIt) ?? world.parts.find(isIt);
}

function placeOn(each: Placed, story: Story, atlas: Atlas): MapPlace {
  const country = countryOf(each, atlas)?.country ?? null;
  const { where, lat, lon } = each;
  const as = country === null ? (isArea(where) ? 'area' : 'point') : 'country';
  return { name: where.name, lat, lon, known: knownOf(where, story), as, country };
}

function knownOf({ id }: Where, story: Story): Known {
  const facts: Fact[] = usableFacts(story).filter(({ where }) => where.includes(id));
  if (facts.length === 0) return 'unused';
  return facts.some((fact) => fact.where_how !== 'inferred') ? 'stated' : 'implied';
}

/** The name in a language that is official there, other than the house form: the nearest place around it that says so decides. */
function secondName(place: Where, story: Story): string | null {
  const official = story.map?.official ?? {};
  const languages = [place, ...enclosingPlaces(place, story)].flatMap(({ id }) =>
    official[id] === undefined ? [] : [official[id]],
  )[0];
  const forms = (languages ?? []).flatMap((language) => place.names[language]?.slice(0, 1) ?? []);
  return forms.find((form) => form !== place.name) ?? null;
}

/** Countries under the name that the story gives them: as a place of its own, or for its maps alone. */
function countryNamesOf(story: Story, atlas: Atlas): Record<string, string> {
  const places = [...story.where.values()].flatMap(placed).flatMap((each) => {
    const country = countryOf(each, atlas)?.country;
    return country === undefined ? [] : [[country, each.where.name] as const];
  });
  return { ...Object.fromEntries(places), ...story.map?.names };
}

const disputedOf = (story: Story): Disputed[] =>
  Object.entries(story.map?.disputed ?? {}).map(([pair, drawn]) => {
    const [a = '', b = ''] = pair.split(' / ');
    return { between: [a, b], drawn };
  });

/** In units of the picture: of two markers that are nearer, one hides the other. */
const SAME = 6;

/** Without places that lie within another, or around it, and cannot be told from it at this scale. */
function apart(centre: Placed, near: readonly Placed[], scope: Scope, story: Story): Placed[] {
  const kept = [centre];
  const outerFirst = near.toSorted(
    (a, b) => enclosingPlaces(a.where, story).length - enclosingPlaces(b.where, story).length,
  );
  for (const each of outerFirst) {
    const [x, y] = project(scope, each);
    const hidden = kept.some((other) => {
      const [ox, oy] = project(scope, other);
      const related = isWithin(each.where.id, other.where.id, story) || isWithin(other.where.id, each.where.id, story);
      return related && Math.hypot(x - ox, y - oy) < SAME && !isArea(each.where);
    });
    if (!hidden) kept.push(each);
  }
  return near.filter((each) => kept.includes(each));
}

function isInFrame(scope: Scope, point: Placed): boolean {
  const [x, y] = project(scope, point);
  return x >= 12 && x <= FRAME.w - 12 && y >= 12 && y <= FRAME.h - 12;
}

/** Near enough for neighbours: on a sphere, along the meridian and the parallel. */
function kilometres(a: Placed, b: Placed): number {
  const degree = 111.2;
  const across = Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return degree * Math.hypot(a.lat - b.lat, (((a.lon - b.lon + 540) % 360) - 180) * across);
}
