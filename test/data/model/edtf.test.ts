import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtf, parseEdtf, type Edtf } from '../../../src/data/model/edtf.ts';
import { ReaderError } from '../../../src/errors.ts';

const plain = { interval: false, approximate: false, uncertain: false };

describe('what the desk writes', () => {
  test.each<[string, Edtf]>([
    ['2023-05-31', { from: '2023-05-31', to: '2023-05-31', precision: 'day', ...plain }],
    ['2023-04', { from: '2023-04-01', to: '2023-04-30', precision: 'month', ...plain }],
    ['2024-02', { from: '2024-02-01', to: '2024-02-29', precision: 'month', ...plain }],
    ['1900-02', { from: '1900-02-01', to: '1900-02-28', precision: 'month', ...plain }],
    ['2023-05-XX', { from: '2023-05-01', to: '2023-05-31', precision: 'month', ...plain }],
    ['2023-XX-XX', { from: '2023-01-01', to: '2023-12-31', precision: 'year', ...plain }],
    ['2023-XX', { from: '2023-01-01', to: '2023-12-31', precision: 'year', ...plain }],
    ['2023', { from: '2023-01-01', to: '2023-12-31', precision: 'year', ...plain }],
    ['199X', { from: '1990-01-01', to: '1999-12-31', precision: 'decade', ...plain }],
    ['19XX', { from: '1900-01-01', to: '1999-12-31', precision: 'century', ...plain }],
    ['1XXX', { from: '1000-01-01', to: '1999-12-31', precision: 'millennium', ...plain }],
    ['2023-05-31?', { from: '2023-05-31', to: '2023-05-31', precision: 'day', ...plain, uncertain: true }],
    ['2023-05~', { from: '2023-05-01', to: '2023-05-31', precision: 'month', ...plain, approximate: true }],
    [
      '2023%',
      {
        from: '2023-01-01',
        to: '2023-12-31',
        precision: 'year',
        interval: false,
        approximate: true,
        uncertain: true,
      },
    ],
    ['2023-05-29/..', { from: '2023-05-29', to: null, precision: 'day', ...plain, interval: true }],
    ['../2023-05-29', { from: null, to: '2023-05-29', precision: 'day', ...plain, interval: true }],
    ['2023-05-29/', { from: '2023-05-29', to: null, precision: 'day', ...plain, interval: true }],
    ['2023-05-29/2023-06', { from: '2023-05-29', to: '2023-06-30', precision: 'month', ...plain, interval: true }],
    [
      '2023~/2024',
      { from: '2023-01-01', to: '2024-12-31', precision: 'year', ...plain, interval: true, approximate: true },
    ],
  ])('%s', (text, meant) => {
    expect(parseEdtf(text)).toEqual(meant);
  });
});

describe('what it may not write, and what it should', () => {
  test.each([
    ['2023-02-30', 'There is no 30 February 2023.', '01 to 28'],
    ['2024-02-30', 'There is no 30 February 2024.', '01 to 29'],
    ['2023-04-31', 'There is no 31 April 2023.', '01 to 30'],
    ['2023-05-00', 'There is no 0 May 2023.', '01 to 31'],
    ['2023-13', 'There is no month 13.', 'order'],
    ['2023-00', 'There is no month 00.', 'order'],
    ['2023-5-1', 'not a date', 'two digits'],
    ['31.5.2023', 'not a date', 'year first'],
    ['31/05/2023', 'more than one slash', '2023-05-31'],
    ['2023-05-31T12:00', 'time of day', 'own field'],
    ['2023-22', 'There is no month 22.', 'order'],
    ['2023-X5', 'not a date', '2023-05-31'],
    ['202X-05', 'leaves a greater part open', 'X'],
    ['2023-XX-05', 'leaves a greater part open', 'X'],
    ['XXXX', 'not a date', '2023-05-31'],
    ['', 'not a date', '2023-05-31'],
    ['yesterday', 'not a date', '2023-05-31'],
    ['2023-05-31??', 'not a date', '2023-05-31'],
    [' 2023', 'not a date', '2023-05-31'],
    ['2023\n', 'not a date', '2023-05-31'],
    ['../..', 'neither a beginning nor an end', 'since'],
    ['/', 'neither a beginning nor an end', 'since'],
    ['2023-06/2023-05', 'ends before it begins', 'Swap'],
    ['2023/2023-02-30', 'There is no 30 February 2023.', '01 to 28'],
    ['a/b/c', 'more than one slash', '2023-05-31'],
  ])('%j', (text, message, cure) => {
    const fault = parseEdtf(text);
    expect(fault).toHaveProperty('message', expect.stringContaining(message));
    expect(fault).toHaveProperty('cure', expect.stringContaining(cure));
    expect(() => edtf(text)).toThrow(ReaderError);
  });
});

describe('against the calendar of the runtime', () => {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');

  test('a day is one exactly when Temporal knows it', () => {
    const parts = fc.tuple(fc.nat(9999), fc.nat(14), fc.nat(33));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        const read = parseEdtf(text);
        let exists = true;
        try {
          Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect('from' in read).toBe(exists);
        expect(exists ? read : { from: text, to: text }).toMatchObject({ from: text, to: text });
      }),
      { numRuns: 2000 },
    );
  });

  test('a month begins with its first day and ends with its last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = Temporal.PlainDate.from({ year, month, day: 1 });
        const last = first.add({ months: 1 }).subtract({ days: 1 });
        const meant = { from: first.toString(), to: last.toString() };
        expect(parseEdtf(`${pad(year, 4)}-${pad(month, 2)}`)).toMatchObject(meant);
        expect(parseEdtf(`${pad(year, 4)}-${pad(month, 2)}-XX`)).toMatchObject(meant);
      }),
    );
  });

  test('an interval is read exactly when its first day is not after its last, and holds both ends', () => {
    const date = fc
      .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(7, 10, 4))
      .map(([year, month, length]) => `${year}-${pad(month, 2)}-15`.slice(0, length));
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [from, to] = [edtf(one), edtf(other)];
        const read = parseEdtf(`${one}/${other}`);
        const inOrder = (from.from ?? '') <= (to.to ?? '');
        expect('from' in read).toBe(inOrder);
        expect(inOrder ? read : { from: from.from, to: to.to }).toMatchObject({ from: from.from, to: to.to });
      }),
    );
  });

  test('no text makes it throw', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~%'), maxLength: 24 });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        expect(parseEdtf(text)).toBeTypeOf('object');
      }),
    );
  });
});
