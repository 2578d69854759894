import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/data/model/fact.ts';
import { csv } from '../../../src/reply/export/csv.ts';
import { geoJson } from '../../../src/reply/export/geojson.ts';
import { timelineJs } from '../../../src/reply/export/timelinejs.ts';
import { asked } from '../../commands/ask-command.ts';
import { fact, flood, mayors } from '../pictures/read-picture.ts';
import { csvRows, geoJsonFaults, timelineFaults } from './formats.ts';

const facts = [...flood.facts.values()].filter(({ status }) => status !== 'retracted');
const read = (text: string | undefined): unknown => JSON.parse(text ?? 'null');
const slides = (list: readonly Fact[]) =>
  (read(timelineJs(list, flood, 'en')?.text) as { events: { unique_id: string; [key: string]: unknown }[] }).events;

describe('the export for TimelineJS', () => {
  it.each([flood, mayors])('keeps to the format: $id', (story) => {
    const all = [...story.facts.values()];
    expect(timelineFaults(read(timelineJs(all, story, 'en')?.text))).toEqual([]);
  });

  it('gives each date as exactly as it is known, and in words as the desk says it', () => {
    const dated = (when: string, more: Partial<Fact> = {}) => {
      const [slide] = slides([fact({ id: 'x', when, when_how: 'stated', ...more })]);
      return { start: slide?.['start_date'], end: slide?.['end_date'], said: slide?.['display_date'] };
    };
    expect(dated('2031-03-14')).toEqual({
      start: { year: 2031, month: 3, day: 14 },
      end: undefined,
      said: 'Fri 14 March 2031',
    });
    expect(dated('2031-03-14', { time: '09:05' }).start).toEqual({ year: 2031, month: 3, day: 14, hour: 9, minute: 5 });
    expect(dated('2031-03').start).toEqual({ year: 2031, month: 3 });
    expect(dated('1974~')).toEqual({ start: { year: 1974 }, end: undefined, said: 'about 1974, day not given' });
    expect(dated('197X')).toMatchObject({ start: { year: 1970 }, end: { year: 1979 } });
    expect(dated('2031-03-14/2031-03-16')).toMatchObject({
      start: { year: 2031, month: 3, day: 14 },
      end: { year: 2031, month: 3, day: 16 },
    });
    expect(dated('2031-03-14/..')).toEqual({
      start: { year: 2031, month: 3, day: 14 },
      end: undefined,
      said: 'since Fri 14 March 2031',
    });
    expect(dated('../2031-03-14')).toEqual({
      start: { year: 2031, month: 3, day: 14 },
      end: undefined,
      said: 'until Fri 14 March 2031',
    });
  });

  it('goes in the order of time, each in the row of its place, with speaker, status and proof', () => {
    const events = slides(facts);
    expect(events[0]).toMatchObject({ unique_id: 'h11', group: 'Vessmouth harbour', autolink: false });
    const closed = events.find(({ unique_id: id }) => id === 'h02');
    expect(closed?.['text']).toMatchObject({
      headline: 'Edda Brandt: The North Quay is closed until the water is gone.',
    });
    expect(JSON.stringify(closed)).toContain('ATTRIBUTED');
    expect(JSON.stringify(closed)).toContain('<blockquote>Harbour master Edda Brandt said that the North Quay');
  });

  it('tells what has no date on the title slide, and makes no timeline of nothing else', () => {
    const loose = facts.filter(({ id }) => id === 'h10');
    expect(timelineJs(facts, flood, 'en')?.text).toContain('A sluice stood open. (h10)');
    expect(slides(facts).map(({ unique_id: id }) => id)).not.toContain('h10');
    expect(timelineJs(loose, flood, 'en')).toBeNull();
  });

  it('lets nothing quoted be more than text in the page that shows it', () => {
    const [slide] = slides([fact({ id: 'x', when: '2031', says: '<img src=x onerror="alert(1)"> & \'more\'' })]);
    expect(slide?.['text']).toMatchObject({
      headline: '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;more&#39;',
    });
  });
});

describe('the export as CSV', () => {
  it.each([flood, mayors])('is a table after RFC 4180, a line a fact: $id', (story) => {
    const all = [...story.facts.values()];
    const [head = [], ...rows] = csvRows(csv(all, story, 'en').text);
    expect(head.slice(0, 4)).toEqual(['id', 'when', 'time', 'date']);
    expect(rows).toHaveLength(all.length);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.map(([id]) => id)).toEqual(all.map(({ id }) => id));
  });

  it('keeps every letter, with commas, quotation marks and line ends', () => {
    const says = 'He said: "no, not yet",\nand left; Žš – “…”';
    const [head = [], row = []] = csvRows(csv([fact({ id: 'x', says })], flood, 'en').text);
    expect(row[head.indexOf('says')]).toBe(says);
  });

  it('has every snippet whole, with its source and line', () => {
    const [head = [], row = []] = csvRows(
      csv(
        facts.filter(({ id }) => id === 'h01'),
        flood,
        'en',
      ).text,
    );
    const [one, two] = flood.facts.get('h01')?.citations ?? [];
    expect(row[head.indexOf('quote')]).toBe(`${one?.quote}\n${two?.quote}`);
    expect(row[head.indexOf('source')]).toBe('s1\ns2');
    expect(row[head.indexOf('outlet')]).toBe('Vessmouth Courier\nTidewater Press');
  });

  it.each(['=1+1', '+1', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("https://example.org","x")'])(
    'gives no spreadsheet a formula: %s',
    (says) => {
      const [head = [], row = []] = csvRows(csv([fact({ id: 'x', says })], flood, 'en').text);
      expect(row[head.indexOf('says')]).toBe(`'${says}`);
    },
  );
});

describe('the export as GeoJSON', () => {
  it.each(
    [flood, mayors].flatMap((story) => [...story.where.values()].map((place) => [place.id, place, story] as const)),
  )('keeps to RFC 7946: %s', (_, place, story) => {
    expect(geoJsonFaults(read(geoJson(place, story, 'en').text))).toEqual([]);
  });

  it('has longitude first', () => {
    const zvecan = mayors.where.get('zvecan');
    if (zvecan === undefined) throw new Error('no Zvečan');
    const [feature] = (
      read(geoJson(zvecan, mayors, 'en').text) as { features: { geometry: { coordinates: number[] } }[] }
    ).features;
    expect(feature?.geometry.coordinates).toEqual([20.84, 42.91]);
  });

  it('has the place and those within it; without coordinates there is no geometry, and nothing is guessed', () => {
    const place = flood.where.get('vessmouth');
    if (place === undefined) throw new Error('no Vessmouth');
    const { features } = read(geoJson(place, flood, 'en').text) as {
      features: { id: string; geometry: unknown; properties: { facts: { id: string; says: string }[] } }[];
    };
    expect(features.map(({ id }) => id)).toEqual([
      'vessmouth',
      'harbour',
      'north-quay',
      'old-customs-house',
      'new-customs-house',
    ]);
    expect(features.find(({ id }) => id === 'old-customs-house')?.geometry).toBeNull();
    const quay = features.find(({ id }) => id === 'north-quay')?.properties.facts.find(({ id }) => id === 'h02');
    expect(quay?.says).toMatch(/^Edda Brandt: /);
    expect(JSON.stringify(features)).not.toContain('ferryman');
  });
});

describe('the readers of the formats', () => {
  const slide = { start_date: { year: 2031 }, text: { headline: 'x' } };

  it.each([
    ['a day without its month', { events: [{ ...slide, start_date: { year: 2031, day: 3 } }] }],
    ['a month that there is not', { events: [{ ...slide, start_date: { year: 2031, month: 13 } }] }],
    ['a year as text', { events: [{ ...slide, start_date: { year: '2031' } }] }],
    ['an event without a date', { events: [{ text: slide.text }] }],
    ['a field that means nothing', { events: [{ ...slide, place: 'x' }] }],
    ['two events of one id', { events: [1, 2].map(() => ({ ...slide, unique_id: 'x' })) }],
    ['no event', { events: [] }],
  ])('see %s in a timeline', (_, timeline) => {
    expect(timelineFaults({ events: [slide] })).toEqual([]);
    expect(timelineFaults(timeline)).not.toEqual([]);
  });

  it.each(['a,b\n', 'a,"b\r\n', 'a"b,c\r\n', 'a,b'])('see %j in a table', (text) => {
    expect(() => csvRows(text)).toThrow(/no field|no end/);
  });

  it.each([
    ['latitude first', [42.91, 120.84]],
    ['one number', [20.84]],
    ['text for numbers', ['20.84', '42.91']],
  ])('see %s on a map', (_, coordinates) => {
    const feature = { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates } };
    expect(geoJsonFaults({ type: 'FeatureCollection', features: [feature] })).toEqual(['geometry']);
  });
});

describe('an answer with a file beside it', () => {
  it('comes with /timeline export and with /where export, and says so', async () => {
    const table = await asked('timeline', '', { export: 'csv' });
    expect(table.card.files?.map(({ name }) => name)).toEqual(['timeline-harbour-flood.csv']);
    expect(table.text).toContain('timeline-harbour-flood.csv');
    expect(csvRows(table.card.files?.[0]?.text ?? '').length - 1).toBe(table.facts.length);
    const slides = await asked('timeline', 'Brandt', { export: 'timelinejs' });
    expect(timelineFaults(read(slides.card.files?.[0]?.text))).toEqual([]);
    const map = await asked('where', 'North Quay', { export: 'GeoJSON' });
    expect(map.card.files?.map(({ name }) => name)).toEqual(['north-quay.geojson']);
    expect((await asked('timeline', '')).card.files).toBeUndefined();
  });

  it('is refused in words for a format that there is not, and for a timeline without a date', async () => {
    await expect(asked('timeline', '', { export: 'xlsx' })).rejects.toThrow(
      'There is no export called “xlsx”. Choose one of: timelinejs, csv.',
    );
    await expect(asked('timeline', 'sluice', { export: 'timelinejs' })).rejects.toThrow('Nothing here has a date');
  });

  it('has none where there is no answer', async () => {
    const { card } = await asked('timeline', 'volcano', { export: 'csv' });
    expect(card.outcome).toBe('nothing');
    expect(card.files).toBeUndefined();
  });
});
