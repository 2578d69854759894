import { describe, expect, it } from 'vitest';
import { makeBases } from '../../../bench/search/text/base.ts';
import { readCountries } from '../../../bench/search/text/countries.ts';
import { plain } from '../../../bench/search/text/names.ts';
import { wordsIn } from '../../../bench/search/text/words.ts';

const countries = readCountries();
const named = (house: string): readonly string[] => countries.find((one) => one.house === house)?.abroad ?? [];

describe('countries in other languages', () => {
  it('are all there, each once, by a name of letters', () => {
    expect(countries.length).toBe(197);
    expect(new Set(countries.map(({ id }) => id)).size).toBe(197);
    expect(new Set(countries.map(({ house }) => plain(house))).size).toBe(197);
    expect(countries.filter(({ house }) => !/^\p{Lu}\p{L}+/u.test(house))).toEqual([]);
  });

  it('have the names that CLDR has in the languages of the bot and of its neighbours', () => {
    expect(named('Norway')).toEqual([
      'Νορβηγία',
      'Norveška',
      'Norwegen',
      'Norvège',
      'Норвешка',
      'Norvegji',
      'Norveç',
      'Norvegia',
    ]);
    expect(named('Germany')).toContain('Deutschland');
  });

  it('leave out what is the English name but for diacritics, or its beginning, or is written for lists', () => {
    expect(named('Peru')).not.toContain('Perú');
    expect(named('Kosovo').filter((name) => /^kosov[oë]$/i.test(name))).toEqual(['Kosovë']);
    for (const { house, abroad } of countries) {
      expect(abroad.filter((name) => plain(name).startsWith(plain(house)) || /[()]/.test(name))).toEqual([]);
    }
  });

  it('are asked for by a name that no engine is shown, about one document, and share no word with a person', () => {
    for (const seed of [1, 2, 3]) {
      const { docs, queries } = makeBases(1000, seed).names;
      const shown = new Set(docs.flatMap(({ names }) => names.map(plain)));
      const abroad = queries.filter(({ kind }) => kind === 'other language');
      expect(abroad.length).toBe(40);
      expect(abroad.filter(({ text }) => shown.has(plain(text)))).toEqual([]);
      const people = new Set(
        docs.filter(({ id }) => id.startsWith('p')).flatMap(({ names }) => names.flatMap(wordsIn)),
      );
      const places = docs.filter(({ id }) => id.startsWith('c-'));
      expect(places.length).toBe(40);
      expect(places.filter(({ names }) => names.flatMap(wordsIn).some((word) => people.has(word)))).toEqual([]);
    }
  });
});
