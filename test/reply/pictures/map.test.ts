import { geoContains, geoDistance, geoMercator } from 'd3-geo';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlinesIn, partAround } from '../../../src/data/borders/borders.ts';
import type { Story, Where } from '../../../src/data/model/fact.ts';
import { crosses, overlaps, within, type Rect, type Point } from '../../../src/reply/pictures/rendering/geometry.ts';
import { placeMap } from '../../../src/reply/pictures/place-map.ts';
import { visibleBox as frameOf, FRAME, project, unitsPerRadian } from '../../../src/reply/pictures/map/projection.ts';
import type { MapDrawing } from '../../../src/reply/model/picture.ts';
import { CATALOGUES, languageOf } from '../../../src/reply/i18n/translate.ts';
import {
  atlas,
  boxOf,
  flood,
  leaving,
  mapDrawing,
  mapPicture,
  mayors,
  number,
  ofClass,
  seen,
  stories,
  words,
} from './read-picture.ts';
import type { Read, Seen } from './read-picture.ts';

const NAMES = ['asked-name', 'second-name', 'place-name', 'country-name'];
const names = (picture: Seen): Read[] => NAMES.flatMap((name) => ofClass(picture, name));
const named = (picture: Seen, text: string): Read => {
  const found = names(picture).find((each) => each.text === text);
  if (found === undefined) throw new Error(`no name ${text}`);
  return found;
};
const frame: Rect = FRAME;

/** Pairs of names that lie on each other. The two lines of one name do not. */
function clashes(picture: Seen): string[] {
  const all = names(picture).map((each) => ({ text: each.text, rect: boxOf(each) }));
  return all.flatMap((one, n) =>
    all.slice(n + 1).flatMap((other) => (overlaps(one.rect, other.rect, -0.5) ? [`${one.text} on ${other.text}`] : [])),
  );
}

function leaders(picture: Seen): (readonly [Point, Point])[] {
  return ofClass(picture, 'leader').map(({ attributes }) => {
    const [a = 0, b = 0, c = 0, d = 0] = (attributes['d'] ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
    return [
      [a, b],
      [c, d],
    ] as const;
  });
}

const maps = [...stories.values()].flatMap((story) =>
  [...story.where.values()].flatMap((place) => {
    const map = placeMap(place, story, atlas, 'en');
    return map === null ? [] : [{ place, story, map, drawing: map.picture.drawing }];
  }),
);

describe('every map of the stories', () => {
  it('is there for every place that has coordinates, or lies in one that has', () => {
    expect(maps.map(({ place }) => place.id)).toContain('zvecan-town-hall');
    expect(placeMap(at(flood, 'tessel'), flood, atlas, 'en')).toBeNull();
    expect(maps.length).toBeGreaterThan(15);
  });

  it.each(maps.map(({ place, drawing }) => [place.id, drawing] as const))(
    '%s: no name lies on another, on a line, or outside',
    (_, drawing) => {
      const picture = seen(drawing);
      expect(clashes(picture)).toEqual([]);
      expect(leaving(picture)).toEqual([]);
      expect(names(picture).filter((each) => !within(boxOf(each), frame))).toEqual([]);
      const crossed = leaders(picture).flatMap(([from, to]) =>
        names(picture).filter((each) => {
          const { x, y, w, h } = boxOf(each);
          // A line ends at its own name, and goes through no other.
          return crosses([from, to], { x: x + 2, y: y + 2, w: w - 4, h: h - 4 });
        }),
      );
      expect(crossed.map(({ text }) => text)).toEqual([]);
    },
  );

  it.each(maps.map(({ place, map }) => [place.id, map.picture] as const))(
    '%s: is described in at most 1,024 characters, and named plainly',
    (_, picture) => {
      expect(picture.alt.length).toBeLessThanOrEqual(1024);
      expect(picture.name).toMatch(/^map-[a-z0-9-]+\.png$/);
    },
  );
});

const at = (story: Story, id: string): Where => {
  const place = story.where.get(id);
  if (place === undefined) throw new Error(`no place ${id}`);
  return place;
};

describe('the eye of these tests', () => {
  const text = (words: string, x: number): Read => ({
    tag: 'text',
    attributes: { class: 'place-name', x: String(x), y: '50', 'font-size': '17' },
    text: words,
  });
  const at = (x: number): Seen => ({
    width: 600,
    height: 440,
    svg: '',
    elements: [text('Zvečan', 100), text('Mitrovica', x)],
  });

  it('sees a name on another, and one that leaves the picture', () => {
    expect(clashes(at(130))).toEqual(['Zvečan on Mitrovica']);
    expect(clashes(at(300))).toEqual([]);
    expect(leaving(at(560))).toEqual(['Mitrovica']);
    expect(leaving(at(300))).toEqual([]);
  });
});

describe('a map of a place', () => {
  const drawing = mapDrawing('zvecan');
  const picture = seen(drawing);

  it('names it in the house form, with its second official name beneath', () => {
    const [first, second] = [named(picture, 'Zvečan'), named(picture, 'Zveçan')];
    expect(first.attributes['class']).toBe('asked-name');
    expect(second.attributes['class']).toBe('second-name');
    expect(number(second, 'y')).toBeGreaterThan(number(first, 'y'));
    expect(number(first, 'font-size')).toBeGreaterThan(number(second, 'font-size'));
  });

  it('marks each place where it is: the same Mercator as a library draws', () => {
    const { scope } = drawing;
    const other = geoMercator()
      .rotate([-scope.lon, 0])
      .center([0, scope.lat])
      .scale(unitsPerRadian(scope))
      .translate([FRAME.w / 2, FRAME.h / 2]);
    for (const place of drawing.others) {
      const [x = 0, y = 0] = other([place.lon, place.lat]) ?? [];
      const [mine, down] = project(scope, place);
      expect(mine).toBeCloseTo(x, 3);
      expect(down).toBeCloseTo(y, 3);
    }
    const marks = ofClass(picture, 'mark').map((mark) => [number(mark, 'cx'), number(mark, 'cy')]);
    const unmarked = drawing.others.filter((place) => {
      const [x, y] = project(scope, place);
      return place.as === 'point' && !marks.some(([cx = 0, cy = 0]) => Math.hypot(cx - x, cy - y) < 0.1);
    });
    expect(unmarked).toEqual([]);
  });

  it('has north up: what lies farther north is drawn higher', () => {
    expect(number(named(picture, 'Leposavić'), 'y')).toBeLessThan(number(named(picture, 'Zvečan'), 'y'));
    expect(number(named(picture, 'Zubin Potok'), 'x')).toBeLessThan(number(named(picture, 'Zvečan'), 'x'));
  });

  it('has a scale bar that is as long as it says', () => {
    const [bar] = ofClass(picture, 'scale');
    const units = Number(/h([\d.]+)v/.exec(bar?.attributes['d'] ?? '')?.[1]);
    const said = Number(/^(\d+) km$/m.exec(words(picture))?.[1]);
    const { scope } = drawing;
    const [west, , east] = frameOf(scope);
    const across = geoDistance([west, scope.lat], [east, scope.lat]) * 6371;
    expect((units / FRAME.w) * across).toBeCloseTo(said, 1);
  });

  it('says whose borders these are, and which one is disputed', () => {
    expect(words(picture)).toContain('Borders: Natural Earth');
    expect(words(picture)).toContain('disputed border');
    expect(ofClass(picture, 'disputed')[0]?.attributes['stroke-dasharray']).toBeDefined();
  });

  it('names the countries around, the country of the place in its own ground', () => {
    expect(named(picture, 'Serbia').attributes['class']).toBe('country-name');
    expect(ofClass(picture, 'home')).toHaveLength(1);
    expect(drawing.home).toBe('Kosovo');
  });

  it('tells what has no coordinates, in words and not by a guess', () => {
    expect(words(picture)).toContain('Without coordinates, not drawn: Zvečan town hall');
    expect(mapPicture('zvecan').alt).toContain('not drawn: Zvečan town hall');
  });

  it('lists in its description what is shown', () => {
    const { alt } = mapPicture('zvecan');
    for (const text of [
      'Zvečan / Zveçan',
      'North Mitrovica',
      'Leposavić',
      'Zubin Potok',
      'Serbia',
      'about 61 km across',
    ]) {
      expect(alt).toContain(text);
    }
  });
});

describe('a map in another language', () => {
  it.each(Object.keys(CATALOGUES))('%s: no text lies on another or outside', (language) => {
    const places = ['kosovo', 'zvecan', 'mitrovica-bridge'].map((id) =>
      placeMap(at(mayors, id), mayors, atlas, languageOf(language)),
    );
    const pictures = places.flatMap((map) => (map === null ? [] : [seen(map.picture.drawing)]));
    expect(pictures).toHaveLength(3);
    expect(pictures.flatMap(leaving)).toEqual([]);
    expect(pictures.flatMap(clashes)).toEqual([]);
  });
});

describe('a place without coordinates', () => {
  const picture = seen(mapDrawing('mitrovica-bridge'));

  it('is said not to be drawn, and none is marked as if it were', () => {
    expect(words(picture).replaceAll('\n', ' ')).toContain(
      'Bridge in Mitrovica: no coordinates are kept, so it is not drawn.',
    );
    expect(ofClass(picture, 'asked')).toEqual([]);
    expect(ofClass(picture, 'asked-name')).toEqual([]);
    expect(named(picture, 'Mitrovica').attributes['class']).toBe('place-name');
  });
});

describe('what a map tells apart', () => {
  /** The flood, with every fact about a place implied or stated alike. */
  const as = (where_how: 'stated' | 'inferred'): Story => {
    const facts = [...flood.facts].map(([id, fact]) => [id, { ...fact, where_how }] as const);
    return { ...flood, facts: new Map(facts) };
  };

  it('is whether it is stated that something happened there, or implied', () => {
    const [stated, implied] = (['stated', 'inferred'] as const).map((how) => seen(mapDrawing('vessmouth', as(how))));
    if (stated === undefined || implied === undefined) throw new Error('no maps');
    expect(ofClass(stated, 'implied')).toEqual([]);
    expect(words(stated)).toContain('stated in a source');
    expect(ofClass(implied, 'stated')).toEqual([]);
    expect(words(implied)).toContain('implied, not stated');
    const mark = (picture: Seen, name: string): string | undefined => ofClass(picture, name)[0]?.attributes['fill'];
    expect(mark(stated, 'mark')).not.toBe(mark(implied, 'mark'));
  });

  it('is a country or a region from a spot: its name stands across it, without a dot', () => {
    const picture = seen(mapDrawing('northern-kosovo'));
    expect(named(picture, 'Northern Kosovo').attributes['text-anchor']).toBe('middle');
    expect(ofClass(picture, 'asked')).toEqual([]);
    expect(ofClass(picture, 'area')).toHaveLength(1);
    const country = seen(mapDrawing('serbia'));
    expect(named(country, 'Serbia').attributes['class']).toBe('asked-name');
    expect(names(country).filter(({ text }) => text === 'Serbia')).toHaveLength(1);
  });

  it('is not two places that lie within each other and on one spot: that is said', () => {
    const picture = seen(mapDrawing('harbour', flood));
    expect(words(picture)).toContain('Too near to be told apart here: North Quay');
    expect(names(picture).map(({ text }) => text)).not.toContain('North Quay');
  });
});

describe('what a story decides about its maps', () => {
  const withMap = (map: Story['map']): Story => ({ ...mayors, map });
  const drawn = (drawing: MapDrawing): Seen => seen(drawing);

  it('is how a border is drawn: solid unless it says so, dashed, or not at all', () => {
    const borders = (how: 'solid' | 'dashed' | 'hidden') =>
      drawn(mapDrawing('zvecan', withMap({ names: {}, official: {}, disputed: { 'Kosovo / Serbia': how } })));
    expect(ofClass(drawn(mapDrawing('zvecan', withMap(undefined))), 'disputed')).toEqual([]);
    expect(ofClass(borders('solid'), 'border')).toHaveLength(1);
    expect(ofClass(borders('dashed'), 'border')).toHaveLength(0);
    expect(ofClass(borders('dashed'), 'disputed')).toHaveLength(1);
    expect([...ofClass(borders('hidden'), 'border'), ...ofClass(borders('hidden'), 'disputed')]).toEqual([]);
    expect(words(borders('hidden'))).not.toContain('disputed');
  });

  it('is how a neighbour is called', () => {
    const map = { names: { Montenegro: 'Crna Gora' }, official: {}, disputed: {} };
    const picture = drawn(mapDrawing('kosovo', withMap(map)));
    expect(words(picture)).toContain('Crna Gora');
    expect(words(picture)).not.toContain('Montenegro');
    expect(mapPicture('kosovo', withMap(map)).alt).toContain('Crna Gora');
  });

  it('is in which languages the second name is, where the fonts have its letters: the map is drawn without it else', () => {
    const georgian = new Map(mayors.where);
    georgian.set('zvecan', { ...at(mayors, 'zvecan'), names: { ka: ['ზვეჩანი'] } });
    const map = { names: {}, official: { kosovo: ['ka'] }, disputed: {} };
    const picture = drawn(mapDrawing('zvecan', { ...withMap(map), where: georgian }));
    expect(ofClass(picture, 'asked-name')).toHaveLength(1);
    expect(ofClass(picture, 'second-name')).toEqual([]);
  });

  it('is in which languages the second name is: none without them', () => {
    const picture = drawn(mapDrawing('zvecan', withMap(undefined)));
    expect(ofClass(picture, 'second-name')).toEqual([]);
    const serbian = { names: {}, official: { 'northern-kosovo': ['sr-Cyrl'] }, disputed: {} };
    expect(ofClass(drawn(mapDrawing('zvecan', withMap(serbian))), 'second-name')[0]?.text).toBe('Звечан');
  });
});

describe('a crowd of places', () => {
  const crowd = fc.array(
    fc.record({
      name: fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz ČŠŽ'), minLength: 1, maxLength: 40 }),
      dx: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      dy: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
      known: fc.constantFrom('stated' as const, 'implied' as const, 'unused' as const),
      as: fc.constantFrom('point' as const, 'point' as const, 'area' as const),
    }),
    { maxLength: 25 },
  );

  it('still has no name on another: what has no room is named under the map', () => {
    const base = mapDrawing('zvecan');
    fc.assert(
      fc.property(crowd, (places) => {
        const others = places.map(({ name, dx, dy, ...rest }) => ({
          ...rest,
          name: `${name}!`,
          lon: base.scope.lon + dx,
          lat: base.scope.lat + dy,
          country: null,
        }));
        const picture = seen({ ...base, others });
        expect(clashes(picture)).toEqual([]);
        expect(leaving(picture)).toEqual([]);
        const all = words(picture).replaceAll(/\s+/g, ' ');
        for (const { name } of others) expect(all).toContain(name.replaceAll(/\s+/g, ' ').trim().slice(0, 12));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the borders that are kept', () => {
  const placed = [...stories.values()].flatMap((story) =>
    [...story.where.values()].flatMap((place) =>
      place.lat === undefined || place.lon === undefined
        ? []
        : [{ place, story, point: { lat: place.lat, lon: place.lon } }],
    ),
  );

  it('are fine around every place of the stories', () => {
    const coarse = placed.filter(
      ({ point }) =>
        !atlas.near.borders.areas.some(
          ([w, s, e, n]) => point.lon > w && point.lon < e && point.lat > s && point.lat < n,
        ),
    );
    expect(coarse.map(({ place }) => `${place.id}: npm run -s borders`)).toEqual([]);
  });

  it('agree with the story on the country that a place lies in', () => {
    const wrong = placed.filter(({ place, story, point }) => {
      const country = partAround(atlas, point)?.country;
      return story === mayors && country !== (['belgrade', 'serbia'].includes(place.id) ? 'Serbia' : 'Kosovo');
    });
    expect(wrong.map(({ place }) => place.id)).toEqual([]);
  });

  it('hold no shape that is wound the wrong way, and so fills the globe', () => {
    const antipode: [number, number] = [-159, -42];
    const everywhere = [...atlas.near.parts, ...atlas.world.parts].filter(({ rings }) =>
      geoContains({ type: 'Polygon', coordinates: rings }, antipode),
    );
    expect(everywhere).toEqual([]);
  });

  it('are known by their outlines in a box', () => {
    expect([...outlinesIn(atlas.near, [20.5, 42.8, 21.1, 43.3])].toSorted()).toEqual(['Kosovo', 'Serbia']);
    expect([...outlinesIn(atlas.near, [20.8, 42.9, 20.81, 42.91])]).toEqual([]);
  });
});
