import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeNumbers, findNumbers } from '../../../../src/search/analysis/numbers/read-numbers.ts';

const values = (text: string) => findNumbers(text).map(({ value }) => value);
const only = (text: string) => {
  const [first, ...others] = findNumbers(text);
  return others.length === 0 ? first : undefined;
};

describe('numbers in digits', () => {
  it.each([
    '1.200',
    '1 200',
    '1\u00a0200',
    '1\u2009200',
    '1\u202f200',
    '1,200',
    '1200',
    'twelve hundred',
    'zwölfhundert',
    'hiljadu dvesta',
    'χίλια διακόσια',
    'mille deux cents',
    '1.2 thousand',
  ])('"%s" is 1200', (text) => {
    expect(values(text)).toEqual([1200]);
  });

  it.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['50k', 50_000],
    ['1.2 million', 1_200_000],
    ['2 Mio', 2_000_000],
    ['3 hundred', 300],
  ])('"%s" is %d by its shape', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it('reads a single sign before a per cent as decimal: thousands of per cent do not occur', () => {
    expect(only('12.345 %')).toMatchObject({ value: 12.345, unit: '%' });
    expect(only('12.345')).toMatchObject({ value: 12_345 });
  });

  it.each([
    '3.5%',
    '3,5 %',
    '3.5 per cent',
    '3.5 percent',
    '3,5 posto',
    '3,5 одсто',
    '3,5 Prozent',
    '3,5 τοις εκατό',
    '3,5 pour cent',
  ])('"%s" is three and a half per cent', (text) => {
    expect(only(text)).toMatchObject({ value: 3.5, unit: '%', printed: text });
  });

  it.each([
    '1.6.2023',
    '2023-06-01',
    '12:30',
    '1st',
    '2nd of May',
    'f039',
    's1',
    'no one was hurt',
    'one another',
    'the first',
    'Petar',
    'elf',
  ])('"%s" holds no count', (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each([
    ['two hundred and five', 205],
    ['twenty-five', 25],
    ['two dozen', 24],
    ['half a dozen', 6],
    ['a hundred', 100],
    ['fifty thousand', 50_000],
    ['zweihundertfünfundzwanzig', 225],
    ['fünfzigtausend', 50_000],
    ['einundzwanzig', 21],
    ['hunderttausend', 100_000],
    ['quatre-vingt-dix-sept', 97],
    ['soixante et onze', 71],
    ['deux cents', 200],
    ['dvadeset i pet', 25],
    ['педесет хиљада', 50_000],
    ['sto pedeset', 150],
    ['πενήντα χιλιάδες', 50_000],
    ['είκοσι πέντε', 25],
    ['διακόσια', 200],
  ])('"%s" is %d', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    ['a few dozen Serbs', 24, 99],
    ['nekoliko desetina Srba', 20, 99],
    ['μερικές δεκάδες Σέρβοι', 20, 99],
    ['einige Dutzend', 24, 99],
    ['several hundred', 200, 999],
    ['tens of thousands', 20_000, 99_999],
    ['200–300', 200, 300],
    ['200 to 300', 200, 300],
    ['between 200 and 300', 200, 300],
    ['two or three', 2, 3],
    ['more than 50,000', 50_000, Infinity],
    ['fewer than 20', 0, 20],
  ])('"%s" is from %d to %d', (text, low, high) => {
    expect(only(text)).toMatchObject({ value: [low, high], approx: true });
  });

  it('marks what is only about so many', () => {
    expect(only('approximately 50,000')).toMatchObject({
      value: 50_000,
      approx: true,
      printed: 'approximately 50,000',
    });
    expect(only('oko 400')).toMatchObject({ value: 400, approx: true });
    expect(only('400')).toMatchObject({ value: 400, approx: false });
  });

  it('keeps neighbours apart', () => {
    expect(values('one of two')).toEqual([1, 2]);
    expect(values('two police officers and 3 cars')).toEqual([2, 3]);
  });
});

describe('one form for the index and the query', () => {
  it('folds every writing of a number to the same digits', () => {
    for (const text of ['1.200 people', '1 200 people', 'twelve hundred people'])
      expect(normalizeNumbers(text)).toBe('1200 people');
    expect(normalizeNumbers('only 3,5 per cent voted')).toBe('only 3.5% voted');
    expect(normalizeNumbers('about 400')).toBe('about 400');
    expect(normalizeNumbers('a few dozen, on 1.6.2023')).toBe('a few dozen, on 1.6.2023');
  });
});

/** English number words, written the plain way: the reader must bring back what this makes. */
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function english(n: number): string {
  if (n < 20) return SMALL[n] ?? '';
  if (n < 100) return `${TENS[Math.floor(n / 10)] ?? ''}${n % 10 ? `-${english(n % 10)}` : ''}`;
  if (n < 1000) return `${english(Math.floor(n / 100))} hundred${n % 100 ? ` and ${english(n % 100)}` : ''}`;
  return `${english(Math.floor(n / 1000))} thousand${n % 1000 ? ` ${english(n % 1000)}` : ''}`;
}
const count = fc.integer({ min: 0, max: 999_999 });

describe('properties', () => {
  it('reads back what a naive writer of words wrote', () => {
    fc.assert(
      fc.property(count, (n) => {
        expect(values(`about ${english(n)} people`)).toEqual([n]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back what the calendar of each country makes of an integer', () => {
    const locale = fc.constantFrom('en', 'de', 'fr', 'hr', 'el', 'sr', 'de-CH');
    fc.assert(
      fc.property(count, locale, (n, tag) => {
        expect(values(`x ${n.toLocaleString(tag)} y`)).toEqual([n]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back decimals with a sign that groups cannot be taken for', () => {
    const decimals = fc.tuple(count, fc.constantFrom(1, 2), fc.constantFrom('.', ','));
    fc.assert(
      fc.property(decimals, ([n, places, sign]) => {
        const printed = (n / 10 ** places).toFixed(places).replace('.', sign);
        expect(values(printed)).toEqual([Number((n / 10 ** places).toFixed(places))]);
      }),
      { numRuns: 500 },
    );
  });

  it('folds a text twice to the same, never throws, and keeps offsets inside', () => {
    const words = fc.constantFrom(
      '1',
      '200',
      '.',
      ',',
      ' ',
      'two',
      'hundred',
      'and',
      'million',
      '%',
      'a',
      'few',
      'dozen',
      '-',
      'mille',
      'vingt',
      'sto',
      '€',
      'more',
      'than',
      'εκατό',
      '😀',
      '٣',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 14 }).map((list) => list.join(' ')),
      fc.array(words).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0;
        for (const { start, end, printed } of findNumbers(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(printed);
          last = end;
        }
        expect(typeof normalizeNumbers(text)).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });
});
