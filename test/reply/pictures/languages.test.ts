import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/reply/i18n/dates.ts';
import { TextMeasure } from '../../../src/reply/pictures/rendering/measure-text.ts';
import { placeMap } from '../../../src/reply/pictures/place-map.ts';
import type { Drawing } from '../../../src/reply/model/picture.ts';
import { CATALOGUES } from '../../../src/reply/i18n/translate.ts';
import { LANGUAGES, type Language } from '../../../src/reply/model/language.ts';
import { timelinePictures } from '../../../src/reply/pictures/timeline.ts';
import { formsOf } from '../i18n/catalogue-faults.ts';
import { atlas, kit, leaving, mayors, seen, words } from './read-picture.ts';

const letters = new TextMeasure(kit.fonts);
const facts = [...mayors.facts.values()].filter(({ when }) => when !== undefined).slice(0, 12);

function drawings(language: Language): Drawing[] {
  const place = mayors.where.get('zvecan') ?? expect.fail('no Zvečan');
  const map = placeMap(place, mayors, atlas, language)?.picture.drawing ?? expect.fail('no map');
  const lines = timelinePictures(facts, { title: ['x'], story: mayors, language, lanes: null });
  return [map, ...lines.map(({ drawing }) => drawing)];
}

describe.each(LANGUAGES)('pictures in %s', (language) => {
  it('are written in letters that the fonts have', () => {
    const own = Object.entries(CATALOGUES[language]).filter(([key]) => /^(map|chart|status|fact)\./.test(key));
    const dates = Array.from({ length: 12 }, (_, month) =>
      formatDate(`2031-${String(month + 1).padStart(2, '0')}-01`, language),
    );
    const texts = [...own.flatMap(([, entry]) => formsOf(entry).map(([, text]) => text)), ...dates];
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter((text) => !letters.has(text.replaceAll(/\s/g, ' ')))).toEqual([]);
  });

  it('let no word leave them', () => {
    for (const drawing of drawings(language)) expect(leaving(seen(drawing))).toEqual([]);
  });

  it('say in their own language what their signs mean', () => {
    const all = drawings(language)
      .map((drawing) => words(seen(drawing)))
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    for (const key of ['map.source', 'map.stated', 'chart.inferred', 'chart.numbered'] as const) {
      for (const [, text] of formsOf(CATALOGUES[language][key])) expect(all).toContain(text.replaceAll(/\s+/g, ' '));
    }
  });
});

it('the fonts lack what no language here is written in', () => {
  expect(letters.has('事実')).toBe(false);
});
