import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../../src/search/analysis/dates/date-mentions.ts';
import { parseDates } from '../../../../src/search/analysis/dates/read-dates.ts';

/** Thursday 1 June 2023, eight in the evening in Belgrade. */
const THURSDAY = { now: Temporal.Instant.from('2023-06-01T20:00:00+02:00'), timezone: 'Europe/Belgrade' };
const read = (text: string) => parseDates(text, THURSDAY);
const days = (text: string) => {
  const found = read(text);
  if (found === null) return null;
  return 'impossible' in found ? `no ${found.impossible}` : `${found.from ?? ''}..${found.to ?? ''}`;
};
const on = (day: string) => `${day}..${day}`;

describe('a day, as people type it', () => {
  it.each([
    '1 June',
    'june 1st',
    'June 1, 2023',
    '1.6.2023',
    '01.06.2023',
    '1/6/23',
    '2023-06-01',
    '1. lipnja',
    '1. јуна 2023. године',
    '1 Ιουνίου',
    '1η Ιουνίου 2023',
    '1er juin',
    'le 1er juin 2023',
    'am 1. Juni',
    '1. qershor',
    'the first of June',
    'Thursday 1 June',
    'today',
    'this morning',
    'tonight',
    'danas',
    'данас',
    'σήμερα',
    "aujourd'hui",
    'aujourd’hui',
    'heute',
  ])('"%s" on 1 June 2023 is that day', (text) => {
    expect(days(text)).toBe(on('2023-06-01'));
  });

  it.each([
    'wednesday',
    'Wed',
    'last wed',
    'on Wednesday',
    'yesterday',
    'last night',
    'Mittwoch',
    'am Mittwoch',
    'letzten Mittwoch',
    'mercredi',
    'mercredi dernier',
    'u srijedu',
    'у среду',
    'prošle srijede',
    'την Τετάρτη',
    'Τετάρτη',
    'gestern Abend',
    'sinoć',
    'χθες το βράδυ',
    'hier soir',
    '31 May',
    'may 31',
    '31.5.',
    'on 31/05/2023',
    'e mërkurë',
    'më 31 maj',
    '1 day ago',
    'vor 1 Tag',
  ])('"%s" is the Wednesday before', (text) => {
    expect(days(text)).toBe(on('2023-05-31'));
  });

  it.each([
    ['3 days ago', '2023-05-29'],
    ['three days ago', '2023-05-29'],
    ['vor 3 Tagen', '2023-05-29'],
    ['prije tri dana', '2023-05-29'],
    ['пре 3 дана', '2023-05-29'],
    ['πριν από 3 μέρες', '2023-05-29'],
    ['il y a 3 jours', '2023-05-29'],
    ['the day before yesterday', '2023-05-30'],
    ['vorgestern', '2023-05-30'],
    ['prekjučer', '2023-05-30'],
    ['προχθές', '2023-05-30'],
    ['avant-hier', '2023-05-30'],
  ])('"%s" is %s', (text, day) => {
    expect(days(text)).toBe(on(day));
  });
});

describe('which of many days', () => {
  it('takes a weekday for the latest that is not after now, since a desk looks back over its week', () => {
    expect(days('Thursday')).toBe(on('2023-06-01'));
    expect(days('Friday')).toBe(on('2023-05-26'));
  });

  it('takes a day or a month without its year for the nearest, so that "5 June" on the 1st is not that of last year', () => {
    expect(days('5 June')).toBe(on('2023-06-05'));
    expect(days('20 December')).toBe(on('2022-12-20'));
    expect(days('july')).toBe('2023-07-01..2023-07-31');
    expect(days('december')).toBe('2022-12-01..2022-12-31');
    expect(days('29 February')).toBe(on('2024-02-29'));
  });

  it('takes "last Thursday" on a Thursday for the week before, and "next" for the future', () => {
    expect(days('last thursday')).toBe(on('2023-05-25'));
    expect(days('next Thursday')).toBe(on('2023-06-08'));
    expect(days('tomorrow')).toBe(on('2023-06-02'));
    expect(days('2 June 2024')).toBe(on('2024-06-02'));
  });

  it("counts from the day in the story's zone, not in Greenwich", () => {
    const now = Temporal.Instant.from('2023-05-31T22:30:00Z');
    expect(parseDates('today', { now, timezone: 'Europe/Belgrade' })).toMatchObject({ from: '2023-06-01' });
    expect(parseDates('today', { now, timezone: 'America/New_York' })).toMatchObject({ from: '2023-05-31' });
  });

  it('puts the day first, and the month first only where nothing else gives a date', () => {
    expect(read('5/4/2023')).toMatchObject({ from: '2023-04-05', confident: true });
    expect(read('5/31/2023')).toMatchObject({ from: '2023-05-31', confident: false });
  });

  it('says that a weekday does not belong to its date', () => {
    expect(read('Wed 31 May 2023')).toMatchObject({ from: '2023-05-31', mismatch: false, confident: true });
    expect(read('Tue 31 May 2023')).toMatchObject({ from: '2023-05-31', mismatch: true, confident: false });
  });
});

describe('spans', () => {
  it.each([
    ['april', '2023-04-01..2023-04-30'],
    ['in April 2022', '2022-04-01..2022-04-30'],
    ["April's elections", '2023-04-01..2023-04-30'],
    ['u lipnju', '2023-06-01..2023-06-30'],
    ['im Mai', '2023-05-01..2023-05-31'],
    ['2023', '2023-01-01..2023-12-31'],
    ['last week', '2023-05-22..2023-05-28'],
    ['prošle nedelje', '2023-05-22..2023-05-28'],
    ['letzte Woche', '2023-05-22..2023-05-28'],
    ['la semaine dernière', '2023-05-22..2023-05-28'],
    ['την περασμένη εβδομάδα', '2023-05-22..2023-05-28'],
    ['this week', '2023-05-29..2023-06-04'],
    ['last month', '2023-05-01..2023-05-31'],
    ['last weekend', '2023-05-27..2023-05-28'],
    ['past 3 days', '2023-05-29..2023-06-01'],
    ['last 24 hours', '2023-05-31..2023-06-01'],
    ['since Monday', '2023-05-29..'],
    ['seit Montag', '2023-05-29..'],
    ['od ponedjeljka', '2023-05-29..'],
    ['από Δευτέρα', '2023-05-29..'],
    ['until 31 May', '..2023-05-31'],
    ['before 1 june', '..2023-05-31'],
    ['after monday', '2023-05-30..'],
    ['since 2022', '2022-01-01..'],
    ['vor dem 1. Juni', '..2023-05-31'],
    ['prije 1. lipnja', '..2023-05-31'],
    ['between 29 and 31 May', '2023-05-29..2023-05-31'],
    ['29-31 May', '2023-05-29..2023-05-31'],
    ['29–31 May 2022', '2022-05-29..2022-05-31'],
    ['29 May – 1 June', '2023-05-29..2023-06-01'],
    ['29 May 2023 to 1 June', '2023-05-29..2023-06-01'],
    ['30 December 2021 – 2 January', '2021-12-30..2022-01-02'],
    ['from monday to wednesday', '2023-05-29..2023-05-31'],
    ['von Montag bis Mittwoch', '2023-05-29..2023-05-31'],
    ['od ponedjeljka do srijede', '2023-05-29..2023-05-31'],
    ['από Δευτέρα έως Τετάρτη', '2023-05-29..2023-05-31'],
    ['du 29 au 31 mai', '2023-05-29..2023-05-31'],
    ['zwischen dem 29. und 31. Mai', '2023-05-29..2023-05-31'],
    ['from 31 May to 29 May', '2023-05-29..2023-05-31'],
    ['end of May', '2023-05-21..2023-05-31'],
    ['krajem maja', '2023-05-21..2023-05-31'],
    ['mid-April', '2023-04-11..2023-04-20'],
  ])('"%s" is %s', (text, span) => {
    expect(days(text)).toBe(span);
  });
});

describe('what is no date', () => {
  it.each([
    'what may happen',
    '20 may have died',
    'the march in Mitrovica',
    'they refused to march',
    'on the march',
    'he sat on the wall',
    'in the Sun',
    '2000 soldiers',
    '3.5%',
    '1.200 people',
    '12:30',
    'f039',
    'who is Kurti',
    '',
    '31st',
    'from Kosovo',
    'second town hall',
    'to the bridge',
    'on the request of the list',
    'May 29 people go',
  ])('"%s" names no time', (text) => {
    expect(days(text)).toBeNull();
  });

  it('takes such words for a date beside a number, behind a word of time, or alone', () => {
    expect(days('30 may')).toBe(on('2023-05-30'));
    expect(days('in march')).toBe('2023-03-01..2023-03-31');
    expect(days('sat')).toBe(on('2023-05-27'));
    expect(days('on sun')).toBe(on('2023-05-28'));
  });

  it('takes a day with a stroke for one alone or behind a word of time, and for a share beside others', () => {
    expect(days('31/5')).toBe(on('2023-05-31'));
    expect(days('since 29/5')).toBe('2023-05-29..');
    expect(days('5/31')).toBe(on('2023-05-31'));
    for (const text of ['1/6 of voters', 'in 1/6 of the cases', '1/6 %', '50/50', 'two 1/6 shares']) {
      expect(days(text), text).toBeNull();
    }
  });

  it('takes "31.5" for a day only where nothing but a time can be meant', () => {
    const asTime = (text: string): unknown => parseDates(text, { ...THURSDAY, bare: true });
    expect(asTime('31.5')).toMatchObject({ from: '2023-05-31', to: '2023-05-31' });
    expect(asTime('from 29.5 to 31.05')).toMatchObject({ from: '2023-05-29', to: '2023-05-31' });
    expect(asTime('30.2')).toMatchObject({ impossible: '30.2' });
    for (const text of ['31.5', '3.5', '30.2']) expect(days(text)).toBeNull();
    for (const text of ['3.5 %', '3.50', '3.15', '1.200']) expect(asTime(text), text).toBeNull();
  });

  it.each([
    ['31 June', '31 June'],
    ['30.2.2023', '30.2.2023'],
    ['what happened on 29 February 2023?', '29 February 2023'],
    ['31. lipnja', '31. lipnja'],
    ['since 31 April', '31 April'],
    ['2023-13-01', '2023-13-01'],
  ])('"%s" is refused as a day that the calendar does not have', (text, said) => {
    expect(days(text)).toBe(`no ${said}`);
  });
});

describe('what is left of the question', () => {
  it('is the question without its date and the preposition before it', () => {
    expect(read('attack on wednesday in zvecan')).toMatchObject({ said: 'on wednesday', rest: 'attack in zvecan' });
    expect(read('what happened since 29 May')).toMatchObject({ said: 'since 29 May', rest: 'what happened' });
    expect(read('u srijedu napad')).toMatchObject({ said: 'u srijedu', rest: 'napad' });
  });

  it('is not sure of a text with two times', () => {
    expect(read('monday attack tuesday')).toMatchObject({ from: '2023-05-29', confident: false });
  });
});

/** Written without the reader: one form of writing a day per language. */
const WRITERS: Record<string, (date: Temporal.PlainDate) => string> = {
  iso: (date) => date.toString(),
  dots: (date) => `${date.day}.${date.month}.${date.year}`,
  slashes: (date) => `${date.day}/${date.month}/${date.year}`,
  ...Object.fromEntries(
    ['en-GB', 'en-US', 'de', 'fr', 'hr', 'sr-Latn', 'el', 'sq'].flatMap((locale) => [
      [
        locale,
        (date: Temporal.PlainDate) => date.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
      ],
      [`${locale} weekday`, (date: Temporal.PlainDate) => date.toLocaleString(locale, { dateStyle: 'full' })],
    ]),
  ),
};
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }));

describe('properties', () => {
  it.each(Object.entries(WRITERS))('reads back every day written as %s', (_, write) => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseDates(write(date), THURSDAY)).toMatchObject({
          from: date.toString(),
          to: date.toString(),
          mismatch: false,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds for a bare weekday the one day of the last seven that bears its name', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('en', 'de', 'fr', 'hr', 'el'),
        (today, back, locale) => {
          const wanted = today.subtract({ days: back });
          const name = wanted.toLocaleString(locale, { weekday: 'long' });
          const [found] = findDates(`x ${locale === 'el' ? 'την' : 'on'} ${name}`, today);
          expect(found?.from?.toString()).toBe(wanted.toString());
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads a day and month without a year as the nearest such day, by counting back and forth day by day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (today, date) => {
        const isIt = (day: Temporal.PlainDate) => day.month === date.month && day.day === date.day;
        let days = 0;
        while (!isIt(today.subtract({ days })) && !isIt(today.add({ days }))) days += 1;
        const expected = isIt(today.subtract({ days })) ? today.subtract({ days }) : today.add({ days });
        const [found] = findDates(date.toLocaleString('en-GB', { day: 'numeric', month: 'long' }), today);
        expect(found?.from?.toString()).toBe(expected.toString());
      }),
      { numRuns: 60 },
    );
  });

  it('reads a span back whichever sign joins it', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('–', '-', 'to', 'until'),
        (from, length, sign) => {
          const to = from.add({ days: length });
          const write = (date: Temporal.PlainDate) => date.toLocaleString('en-GB', { dateStyle: 'long' });
          const found = parseDates(`from ${write(from)} ${sign} ${write(to)}`, THURSDAY);
          expect(found).toMatchObject({ from: from.toString(), to: to.toString() });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws, never overlaps, and keeps its offsets inside the text', () => {
    const words = fc.constantFrom(
      '1',
      '31',
      '2023',
      'may',
      'June',
      'on',
      'since',
      '-',
      '–',
      '.',
      '/',
      'last',
      'days',
      '3',
      'Τρίτη',
      'prošle',
      '٣',
      '😀',
      'и',
      'to',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
      fc.array(words).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0;
        for (const { start, end } of findDates(text, Temporal.PlainDate.from('2023-06-01'))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('dates as people of other trades write them', () => {
  it.each([
    ['March 6–9', '2023-03-06..2023-03-09'],
    ['March 6 to 9', '2023-03-06..2023-03-09'],
    ['between March 6 and 9, 2022', '2022-03-06..2022-03-09'],
    ['6-March-2023', on('2023-03-06')],
    ['06-MAR-2023', on('2023-03-06')],
    ['2022 March', '2022-03-01..2022-03-31'],
    ['2022 March 6', on('2022-03-06')],
    ['Tuesday last week', on('2023-05-23')],
    ['a fortnight ago', '2023-05-15..2023-05-21'],
    ['Q1 2022', '2022-01-01..2022-03-31'],
    ['Q4', '2022-10-01..2022-12-31'],
    ['first quarter of 2022', '2022-01-01..2022-03-31'],
    ['week 11', '2023-03-13..2023-03-19'],
    ['KW 50/2022', '2022-12-12..2022-12-18'],
  ])('"%s" is %s', (text, wanted) => {
    expect(days(text)).toBe(wanted);
  });

  it.each([
    ['March 6 to 9 people', on('2023-03-06')],
    ['Q5 2022', '2022-01-01..2022-12-31'],
    ['40-March-2023', 'no 40-March-2023'],
    ['week 54', null],
  ])('"%s" is no span of these', (text, wanted) => {
    expect(days(text)).toBe(wanted);
  });
});
