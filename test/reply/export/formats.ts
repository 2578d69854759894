/**
 * Readers of the formats, written from their own descriptions and from nothing of ours: what a program that takes these
 * files would refuse.
 */
type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';

/** https://timeline.knightlab.com/docs/json-format.html */
export function timelineFaults(timeline: unknown): string[] {
  if (!isObject(timeline)) return ['not an object'];
  const { events, title, scale } = timeline;
  if (!Array.isArray(events) || events.length === 0) return ['no events'];
  const ids = events.flatMap((event) => (isObject(event) && isText(event['unique_id']) ? [event['unique_id']] : []));
  return [
    ...unknownKeys(timeline, ['events', 'title', 'eras', 'scale']),
    ...(scale === undefined || scale === 'human' || scale === 'cosmological' ? [] : ['scale']),
    ...(new Set(ids).size === ids.length ? [] : ['unique_id twice']),
    ...(title === undefined ? [] : slideFaults(title, false)),
    ...events.flatMap((event) => slideFaults(event, true)),
  ];
}

const SLIDE = [
  'start_date',
  'end_date',
  'text',
  'media',
  'group',
  'display_date',
  'background',
  'autolink',
  'unique_id',
];

function slideFaults(slide: unknown, needsDate: boolean): string[] {
  if (!isObject(slide)) return ['a slide is no object'];
  const { start_date: start, end_date: end, text, group, display_date: display, autolink } = slide;
  return [
    ...unknownKeys(slide, SLIDE),
    ...(start === undefined ? (needsDate ? ['no start_date'] : []) : dateFaults(start)),
    ...(end === undefined ? [] : dateFaults(end)),
    ...(isObject(text) && Object.values(text).every(isText) ? unknownKeys(text, ['headline', 'text']) : ['text']),
    ...[group, display]
      .filter((each) => each !== undefined && !isText(each))
      .map(() => 'group or display_date is no text'),
    ...(autolink === undefined || typeof autolink === 'boolean' ? [] : ['autolink']),
  ];
}

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  year: [-271_820, 275_759],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
};

/** Each part needs the greater ones before it: there is no day without a month. */
function dateFaults(date: unknown): string[] {
  if (!isObject(date)) return ['a date is no object'];
  const parts = Object.keys(RANGES);
  const known = parts.filter((part) => date[part] !== undefined);
  const faults = known.flatMap((part, n) => {
    const value = date[part];
    const [least, most] = RANGES[part] ?? [0, 0];
    const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
    return isRight && parts[n] === part ? [] : [`${part} ${String(value)}`];
  });
  return [
    ...unknownKeys(date, [...parts, 'second', 'millisecond', 'display_date']),
    ...faults,
    ...(known.length === 0 ? ['no year'] : []),
  ];
}

const unknownKeys = (value: Json, known: readonly string[]): string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `unknown ${key}`);

/**
 * RFC 4180: fields between commas, lines ended by CRLF; a field with a comma, a quotation mark or a line end stands in
 * quotation marks, which are doubled inside.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  if (rows.pop()?.length !== 0) throw new Error('the last line has no end');
  return rows;
}

/** https://www.rfc-editor.org/rfc/rfc7946 */
export function geoJsonFaults(collection: unknown): string[] {
  if (!isObject(collection) || collection['type'] !== 'FeatureCollection') return ['no FeatureCollection'];
  const { features, bbox } = collection;
  if (!Array.isArray(features)) return ['no features'];
  // Section 7.1: what has another meaning elsewhere in the standard may not stand here; section 4: no other reference system.
  const foreign = ['coordinates', 'geometries', 'geometry', 'properties', 'crs'].filter((key) => key in collection);
  return [...foreign, ...(bbox === undefined ? [] : boxFaults(bbox)), ...features.flatMap(featureFaults)];
}

function boxFaults(box: unknown): string[] {
  if (!Array.isArray(box) || box.length !== 4 || !box.every(Number.isFinite)) return ['bbox'];
  const [west, south, east, north] = box as number[];
  const inside =
    [west, east].every((lon) => Math.abs(lon ?? 999) <= 180) &&
    [south, north].every((lat) => Math.abs(lat ?? 999) <= 90);
  return inside && (south ?? 0) <= (north ?? 0) ? [] : ['bbox is not west, south, east, north'];
}

function featureFaults(feature: unknown): string[] {
  if (!isObject(feature) || feature['type'] !== 'Feature') return ['no Feature'];
  const { id, geometry, properties } = feature;
  const foreign = ['coordinates', 'geometries', 'features'].filter((key) => key in feature);
  const identified = id === undefined || isText(id) || typeof id === 'number';
  return [
    ...foreign,
    ...(identified ? [] : ['id']),
    ...('properties' in feature && (properties === null || isObject(properties)) ? [] : ['no properties']),
    ...('geometry' in feature && (geometry === null || isPoint(geometry)) ? [] : ['geometry']),
  ];
}

function isPoint(geometry: unknown): boolean {
  if (!isObject(geometry) || geometry['type'] !== 'Point' || 'properties' in geometry) return false;
  const { coordinates } = geometry;
  if (!Array.isArray(coordinates) || coordinates.length < 2 || !coordinates.every(Number.isFinite)) return false;
  const [lon = 999, lat = 999] = coordinates as number[];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
