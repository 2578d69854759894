import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/data/model/fact.ts';
import { buildAxis } from '../../../src/reply/pictures/timeline/axis.ts';
import { extentOf } from '../../../src/reply/pictures/timeline/extent.ts';
import { overlaps } from '../../../src/reply/pictures/rendering/geometry.ts';
import type { TimelineDrawing } from '../../../src/reply/model/picture.ts';
import { CATALOGUES, languageOf } from '../../../src/reply/i18n/translate.ts';
import { timelinePictures } from '../../../src/reply/pictures/timeline.ts';
import { boxOf, fact, flood, leaving, mayors, number, ofClass, seen, texts, timeline, words } from './read-picture.ts';
import type { Read, Seen } from './read-picture.ts';

const one = (facts: readonly Fact[], telling: Parameters<typeof timeline>[1] = {}): TimelineDrawing => {
  const [drawing, ...others] = timeline(facts, telling);
  if (drawing === undefined || others.length > 0) throw new Error(`${others.length + 1} pictures`);
  return drawing;
};

const clashes = (picture: Seen): string[] => {
  const all = texts(picture).map((each) => ({ text: each.text, rect: boxOf(each) }));
  return all.flatMap((a, n) =>
    all.slice(n + 1).flatMap((b) => (overlaps(a.rect, b.rect, -1) ? [`${a.text} on ${b.text}`] : [])),
  );
};

/** Marks of the axis: those in the list below it have the same shapes. */
const marks = (picture: Seen): Read[] => {
  const axis = Math.max(
    ...ofClass(picture, 'axis').map(({ attributes }) => Number(/ ([\d.]+)h/.exec(attributes['d'] ?? '')?.[1])),
  );
  return ofClass(picture, 'mark').filter((mark) => heightOf(mark) < axis);
};
const points = ({ attributes }: Read): number[] => (attributes['d'] ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
const heightOf = (mark: Read): number => (mark.tag === 'circle' ? number(mark, 'cy') : (points(mark)[1] ?? 0));
/** Where the marks with a number stand, by their number. */
const placeOf = (picture: Seen): Map<string, number> =>
  new Map(
    ofClass(picture, 'number')
      .map((each) => [each.text, number(each, 'x')] as const)
      .toReversed(),
  );

const day = (n: number): string => Temporal.PlainDate.from('2031-03-01').add({ days: n }).toString();
const many = (
  n: number,
  when: (at: number) => string | undefined,
  more: (at: number) => Partial<Fact> = () => ({}),
): Fact[] =>
  Array.from({ length: n }, (_, at) => {
    const date = when(at);
    const { when: _when, ...bare } = fact({ id: `x${at}`, when_how: 'stated', ...more(at) });
    return date === undefined ? { ...bare, when_how: 'unknown' } : { ...bare, when: date };
  });

describe('the axis', () => {
  it('is true: as far apart as the days are', () => {
    const picture = seen(one(many(4, (n) => day([0, 1, 2, 6][n] ?? 0))));
    const at = placeOf(picture);
    const x = (n: number): number => at.get(String(n)) ?? Number.NaN;
    const perDay = x(2) - x(1);
    expect(perDay).toBeGreaterThan(30);
    expect(x(3) - x(2)).toBeCloseTo(perDay, 0);
    expect(x(4) - x(3)).toBeCloseTo(4 * perDay, 0);
    expect(ofClass(picture, 'cut')).toEqual([]);
  });

  it('is cut, visibly and by how much, where days could not be told apart otherwise', () => {
    const picture = seen(one(many(4, (n) => ['1974-05-01', day(0), day(1), day(2)][n])));
    expect(ofClass(picture, 'cut')).toHaveLength(1);
    expect(words(picture)).toMatch(/57\nyears/);
    expect(words(picture)).toContain('axis cut here');
  });

  it('keeps the order of time and stays within its room, whatever the dates', () => {
    const date = fc
      .integer({ min: 0, max: 40_000 })
      .map((n) => Temporal.PlainDate.from('1950-01-01').add({ days: n }).toString());
    const when = fc.oneof(
      date,
      date.map((d) => d.slice(0, 7)),
      date.map((d) => d.slice(0, 4)),
      date.map((d) => `${d}/..`),
      date.map((d) => `${d}~`),
    );
    fc.assert(
      fc.property(fc.array(when, { minLength: 1, maxLength: 60 }), (dates) => {
        const extents = dates.flatMap((each) => extentOf({ when: each, time: null }) ?? []);
        const axis = buildAxis(extents, 10, 500);
        const days = extents.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b);
        const xs = days.map(axis.x);
        expect(xs.every((x, n) => x >= 9.99 && x <= 510.01 && (n === 0 || x >= (xs[n - 1] ?? 0) - 0.01))).toBe(true);
        expect(axis.segments.length).toBeLessThanOrEqual(4);
        expect(axis.segments.every(({ w }) => w > 20)).toBe(true);
      }),
    );
  });

  it('names its days, and the month once', () => {
    const picture = seen(one(many(3, day)));
    expect(ofClass(picture, 'unit').map(({ text }) => text)).toEqual(['Sat 1', 'Sun 2', 'Mon 3']);
    expect(ofClass(picture, 'context').map(({ text }) => text)).toEqual(['March 2031']);
  });
});

describe('the marks', () => {
  const kinds = (when: string): Seen => seen(one(many(2, (n) => (n === 0 ? day(20) : when))));

  it.each([
    [`${day(5)}/..`, 'since', 'since then, end not known'],
    [`../${day(25)}`, 'until', 'until then, beginning not known'],
    [`${day(5)}~`, 'about', 'about this time'],
    ['2031-03', 'span', 'on some day of this time, or all of it'],
    [`${day(5)}/${day(9)}`, 'span', 'on some day of this time, or all of it'],
  ])('draw %s in its own way, and the legend says so', (when, kind, said) => {
    const picture = kinds(when);
    expect(ofClass(picture, 'bar').map(({ attributes }) => attributes['class'])).toEqual([`bar ${kind}`]);
    expect(words(picture)).toContain(said);
    expect(words(kinds(day(5)))).not.toContain(said);
  });

  it('show a doubtful date by a question mark', () => {
    expect(ofClass(kinds(`${day(5)}?`), 'uncertain')).toHaveLength(1);
    expect(words(kinds(`${day(5)}?`))).toContain('date uncertain');
    expect(ofClass(kinds(day(5)), 'uncertain')).toEqual([]);
  });

  it('are hollow where the date is inferred, full where it is stated', () => {
    const picture = seen(one(many(2, day, (n) => ({ when_how: n === 0 ? 'stated' : 'inferred' }))));
    const [stated] = ofClass(picture, 'stated');
    const [inferred] = ofClass(picture, 'inferred');
    expect(stated?.attributes['fill']).toBe(stated?.attributes['stroke']);
    expect(inferred?.attributes['fill']).not.toBe(inferred?.attributes['stroke']);
    expect(words(picture)).toMatch(/date stated\n[\s\S]*date inferred/);
  });

  it('tell statuses apart by shape and word, not only by colour', () => {
    const statuses = ['confirmed', 'reported', 'attributed', 'disputed', 'unverified'] as const;
    const picture = seen(one(many(5, day, (n) => ({ status: statuses[n] ?? 'reported' }))));
    const shapes = statuses.map((status) => {
      const [mark] = ofClass(picture, status);
      if (mark === undefined) throw new Error(`no mark ${status}`);
      return `${mark.tag} ${(mark.attributes['d'] ?? '').replaceAll(/[-\d. ]+/g, ' ')}`;
    });
    expect(new Set(shapes).size).toBe(5);
    for (const status of ['CONFIRMED', 'REPORTED', 'ATTRIBUTED', 'DISPUTED', 'UNVERIFIED, not for publication']) {
      expect(ofClass(picture, 'status').map(({ text }) => text)).toContain(status);
    }
  });

  it('stack several events of one day, each with its printed hour where there is one', () => {
    const hours = ['06:15', '12:30', undefined];
    const facts = many(
      3,
      () => day(0),
      (n) => (hours[n] === undefined ? {} : { time: hours[n] }),
    );
    const picture = seen(one([...facts, fact({ id: 'later', when: day(1) })]));
    const list = ofClass(picture, 'hour').map(({ text }) => text);
    expect(list.filter((hour) => hour === '06:15')).toHaveLength(2);
    expect(list.filter((hour) => hour === '12:30')).toHaveLength(2);
    const at = placeOf(picture);
    expect(at.get('2')).toBeLessThan(at.get('3') ?? 0);
    expect(marks(picture)).toHaveLength(4);
  });
});

describe('the lanes', () => {
  const facts = many(6, day, (n) => ({
    where: [['north-quay', 'harbour'][n % 2] ?? ''],
    said_by: n < 3 ? 'edda-brandt' : 'jonas-brandt',
  }));

  it('are one for each place where a place was asked for, in the order in which they begin', () => {
    const picture = seen(one(facts, { lanes: 'where' }));
    expect(ofClass(picture, 'lane').map(({ text }) => text)).toEqual(['North Quay', 'Vessmouth harbour']);
    expect(ofClass(picture, 'axis')).toHaveLength(2);
  });

  it('are of the place that was asked for, and not of others that a fact names besides', () => {
    const both = facts.map((each) => ({ ...each, where: ['tessel', ...each.where] }));
    const picture = seen(
      one(both.slice(1).concat({ ...facts[0], ...fact({ id: 'x0', when: day(0) }), where: ['harbour'] }), {
        lanes: 'where',
      }),
    );
    expect(ofClass(picture, 'lane').map(({ text }) => text)).toEqual(['Vessmouth harbour', 'North Quay']);
  });

  it('are one for each speaker where a person was asked for, and none otherwise', () => {
    expect(ofClass(seen(one(facts, { lanes: 'who' })), 'lane').map(({ text }) => text)).toEqual([
      'Edda Brandt',
      'Jonas Brandt',
    ]);
    expect(ofClass(seen(one(facts)), 'lane')).toEqual([]);
  });
});

describe('the list', () => {
  it('has each fact under its date in the order of time, what has no date in a block of its own', () => {
    const picture = seen(
      one([...flood.facts.values()].filter(({ id }) => ['h01', 'h02', 'h03', 'h10', 'h11'].includes(id))),
    );
    expect(ofClass(picture, 'date').map(({ text }) => text)).toEqual([
      'about 1974',
      'Fri 14 March 2031',
      'since Fri 14 March 2031',
      'Sun 16 March 2031',
      'Date not given',
    ]);
    expect(words(picture)).toContain('A sluice stood open.');
  });

  it('never has a statement that rests on a speaker without the speaker', () => {
    const picture = seen(one([...flood.facts.values()].filter(({ kind }) => kind !== 'role')));
    const says = ofClass(picture, 'says')
      .map(({ text }) => text)
      .join(' ');
    expect(says).toContain('Edda Brandt: The North Quay is closed');
    expect(says).not.toContain('ferryman');
  });

  it('shows a disputed fact with what contradicts it, or neither', () => {
    const dispute = (n: number): Partial<Fact> =>
      n === 0 || n === 59
        ? {
            status: 'disputed',
            contradicts: [n === 0 ? 'x59' : 'x0'],
            says: n === 0 ? 'Four hundred left.' : 'Two hundred left.',
          }
        : {};
    const facts = many(60, (n) => day(n % 20), dispute);
    const story = { ...flood, facts: new Map(facts.map((each) => [each.id, each] as const)) };
    const said = [60, 8].map((length) => {
      const [picture] = timelinePictures(facts.slice(0, length), { title: ['T'], story, language: 'en', lanes: null });
      if (picture === undefined || picture.drawing.kind !== 'timeline') throw new Error('no timeline');
      const text = words(seen(picture.drawing));
      return ['Four hundred left.', 'Two hundred left.'].map((each) => text.includes(each));
    });
    // Of sixty not all have room; of eight all are written out, and the one that contradicts them is brought along.
    expect(said[0]?.[0]).toBe(said[0]?.[1]);
    expect(said[1]).toEqual([true, true]);
  });
});

describe('sixty facts', () => {
  const cases: Readonly<Record<string, readonly Fact[]>> = {
    'on sixty days': many(60, day),
    'on one day': many(
      60,
      () => day(3),
      (n) => (n % 3 === 0 ? { time: `${String(n % 24).padStart(2, '0')}:30` } : {}),
    ),
    'over a century': many(60, (n) => `${1930 + n * 2}-0${1 + (n % 9)}`),
    'of all kinds': many(
      60,
      (n) =>
        [
          `${1900 + n * 2}`,
          `${1950 + n}-05`,
          day(n),
          `${day(n)}/..`,
          `../${day(n)}`,
          `${day(n)}~`,
          `${day(n)}?`,
          undefined,
        ][n % 8],
    ),
  };

  it.each(Object.entries(cases))('%s: all in the picture, none on another, and every one counted', (_, facts) => {
    for (const lanes of [null, 'where'] as const) {
      const placed = facts.map((each, n) => ({
        ...each,
        where: [['north-quay', 'harbour', 'vessmouth'][n % 3] ?? ''],
      }));
      const picture = seen(one(placed, { lanes }));
      expect(leaving(picture)).toEqual([]);
      expect(clashes(picture)).toEqual([]);
      expect(picture.height).toBeLessThanOrEqual(1000);
      const counted = ofClass(picture, 'count').map(({ text }) => Number(/^\d+/.exec(text)?.[0]));
      expect(counted.reduce((all, n) => all + n, 0)).toBe(60);
    }
  });

  it('are as many as one picture shows: more go on to the next, none is lost', () => {
    const drawings = timeline(many(143, (n) => day(Math.floor(n / 3))));
    expect(drawings.map(({ facts }) => facts.length)).toEqual([60, 60, 23]);
    expect(drawings.map(({ subtitle }) => subtitle)).toEqual([
      'Facts 1 to 60 of 143',
      'Facts 61 to 120 of 143',
      'Facts 121 to 143 of 143',
    ]);
    expect(new Set(drawings.flatMap(({ facts }) => facts.map(({ says }) => says))).size).toBe(143);
  });
});

describe('every timeline of the stories', () => {
  const cases = [flood, mayors].flatMap((story) =>
    [null, 'where', 'who'].map((lanes) => [story.id, lanes as 'where' | 'who' | null, story] as const),
  );

  it.each(cases)('%s by %s: no text lies on another or outside', (_, lanes, story) => {
    const facts = [...story.facts.values()].filter(({ kind }) => kind !== 'role');
    const picture = seen(one(facts, { story, lanes }));
    expect(leaving(picture)).toEqual([]);
    expect(clashes(picture)).toEqual([]);
  });

  it.each(Object.keys(CATALOGUES))('in the words of %s: no text lies on another or outside', (language) => {
    const telling = { language: languageOf(language) };
    const stories = [flood, mayors].flatMap((story) =>
      timeline(
        [...story.facts.values()].filter(({ kind }) => kind !== 'role'),
        { ...telling, story },
      ),
    );
    const kinds = ['1974', '2031-03', `${day(5)}/..`, `../${day(9)}`, `${day(3)}~`, `${day(4)}?`, day(0), day(1)];
    const all = [
      ...stories,
      ...timeline(
        many(8, (n) => kinds[n]),
        telling,
      ),
    ].map((drawing) => seen(drawing));
    expect(all.flatMap(leaving)).toEqual([]);
    expect(all.flatMap(clashes)).toEqual([]);
  });

  it('is described fact by fact with date and status, in at most 1,024 characters', () => {
    const [picture] = timelinePictures([...mayors.facts.values()], {
      title: ['All'],
      story: mayors,
      language: 'en',
      lanes: null,
    });
    expect(picture?.alt.length).toBeLessThanOrEqual(1024);
    expect(picture?.alt).toMatch(/^All, 60 facts\./);
    expect(picture?.alt).toMatch(/\(REPORTED\).* And \d+ more\.$/);
  });

  it('is none for a single date', () => {
    expect(timeline([fact({ id: 'a', when: day(1) })])).toEqual([]);
  });
});
