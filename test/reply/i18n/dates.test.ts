import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../../src/reply/i18n/translate.ts';
import { formatDate, formatDateRange, formatFactDate } from '../../../src/reply/i18n/dates.ts';
import { parseDates } from '../../../src/search/analysis/dates/read-dates.ts';

describe('a date in words', () => {
  it.each([
    ['en-GB', 'Wed 31 May 2023'],
    ['en-US', 'Wed 31 May 2023'],
    ['de', 'Mi 31. Mai 2023'],
    ['fr', 'mer 31 mai 2023'],
    ['hr', 'sri 31. svibnja 2023.'],
    ['sr', 'сре 31. мај 2023.'],
    ['el', 'Τετ 31 Μαΐου 2023'],
    ['ja', 'Wed 31 May 2023'],
  ])('in %s is %s', (language, said) => {
    expect(formatDate('2023-05-31', language === 'ja' ? 'en' : language)).toBe(said);
  });

  it.each([
    ['2023-04', 'April 2023'],
    ['2023', '2023'],
    ['202X', '2020–2029'],
    ['2023-05-29/..', 'since Mon 29 May 2023'],
    ['../2023-05-31', 'until Wed 31 May 2023'],
    ['2023-05-29/2023-06-01', 'Mon 29 May – Thu 1 June 2023'],
    ['2022-12-30/2023-01-02', 'Fri 30 December 2022 – Mon 2 January 2023'],
    ['2023-05-31~', 'about Wed 31 May 2023'],
    ['2023-05-31?', 'Wed 31 May 2023 (uncertain)'],
    ['2023-04/..', 'since April 2023'],
    ['2023-04/2023-05', 'April 2023 – May 2023'],
  ])('%s is %s', (when, said) => {
    expect(formatDate(when, 'en')).toBe(said);
  });

  it('bends the month where the language does', () => {
    expect(formatDate('2023-04/..', 'hr')).toBe('od travnja 2023.');
    expect(formatDate('2023-04/..', 'el')).toBe('από Απρίλιο 2023');
    expect(formatDate('2023-04/..', 'fr')).toBe('depuis avril 2023');
    expect(formatDate('2023-06-01', 'fr')).toBe('jeu 1er juin 2023');
  });

  it.each([
    ['1974~', 'hr', 'oko 1974.'],
    ['1974~', 'fr', 'vers 1974'],
    ['1974~', 'el', 'περίπου 1974'],
    ['1974~', 'de', 'um 1974'],
    ['2023-04~', 'hr', 'oko travnja 2023.'],
    ['2023-04~', 'el', 'περίπου Απρίλιο 2023'],
    ['2023-05-31~', 'fr', 'vers mer 31 mai 2023'],
    ['197X', 'hr', '1970.–1979.'],
    ['1974/1980', 'hr', '1974. – 1980.'],
    ['1974/..', 'hr', 'od 1974.'],
    ['1974/..', 'fr', 'depuis 1974'],
  ])('says %s in %s as “%s”', (when, language, said) => {
    expect(formatDate(when, language)).toBe(said);
  });

  it('says a range with open ends, and never "today"', () => {
    expect(formatDateRange({ from: '2023-05-29', to: null }, 'en')).toBe('since Mon 29 May 2023');
    expect(formatDateRange({ from: null, to: '2023-05-31' }, 'de')).toBe('bis Mi 31. Mai 2023');
    expect(formatDateRange({ from: '2023-04-01', to: '2023-04-30' }, 'en')).toBe('April 2023');
    expect(formatDateRange({ from: null, to: null }, 'en')).toBe('any day');
  });
});

describe('when a fact was, and how that is known', () => {
  const said = (fact: Parameters<typeof formatFactDate>[0], language = 'en') =>
    toPlainText(formatFactDate(fact, language));

  it('marks what was inferred, with the words it was inferred from', () => {
    expect(said({ when: '2023-05-31', when_said: 'on Wednesday', when_how: 'inferred' })).toBe(
      'Wed 31 May 2023 (inferred: “on Wednesday”)',
    );
    expect(said({ when: '2023-05-31', when_how: 'inferred' })).toBe('Wed 31 May 2023 (inferred)');
    expect(said({ when: '2023-06-01', when_how: 'stated', time: '12:00' })).toBe('Thu 1 June 2023, 12:00');
  });

  it('says that the day is not given, or that no date is', () => {
    expect(said({ when: '2023-04', when_said: 'April’s', when_how: 'inferred' })).toBe(
      'April 2023, day not given (inferred: “April’s”)',
    );
    expect(said({ when: '2023-05-XX' })).toBe('May 2023, day not given');
    expect(said({})).toBe('date not given');
    expect(said({ when_said: 'in earlier days', when_how: 'unknown' })).toBe('date not given (“in earlier days”)');
    expect(said({}, 'hr')).toBe('datum nije naveden');
    expect(said({ when_said: 'in earlier days', when_how: 'unknown' }, 'de')).toBe(
      'Datum nicht angegeben („in earlier days“)',
    );
  });

  it('makes form only of what is inferred, so that the words of the source stay text', () => {
    expect(
      formatFactDate({ when: '2023-05-31', when_said: '**on** Wednesday', when_how: 'inferred' }, 'en')[1],
    ).toEqual({
      em: 'inferred: “**on** Wednesday”',
    });
  });
});

describe('properties', () => {
  it('is read back as the same day in every language', () => {
    const day = fc
      .integer({ min: 0, max: 30_000 })
      .map((n) => Temporal.PlainDate.from('1995-01-01').add({ days: n }).toString());
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'de', 'fr', 'hr', 'sr', 'el'), (date, language) => {
        const said = formatDate(date, language).replace(/^\S+ /, '');
        const at = { now: Temporal.Instant.from('2080-01-01T00:00Z'), timezone: 'UTC' };
        expect(parseDates(said, at)).toMatchObject({ from: date, to: date });
      }),
      { numRuns: 600 },
    );
  });
});
