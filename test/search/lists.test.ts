import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileIds, placeOf } from '../../src/search/ids.ts';
import { buildNameTables, formAt, formsOf, makeNames } from '../../src/search/names.ts';

const id = fc.string({ unit: fc.constantFrom(...'ab-1'), minLength: 1, maxLength: 4 });

describe('the table of ids', () => {
  it('finds what a Map finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 80 }), id, (ids, asked) => {
        const plain = new Map(ids.map((one, at) => [one, at]));
        const list = ids.map((one) => ({ id: one }));
        expect(placeOf(list, fileIds(ids), asked)).toBe(plain.get(asked));
        for (const one of ids) expect(placeOf(list, fileIds(ids), one)).toBe(plain.get(one));
      }),
    );
  });
});

describe('the forms of names', () => {
  const text = fc.constantFrom('Ana', 'Ana Marić', 'Ана', 'Niš', 'of');
  const named = fc.record({ names: fc.array(text, { maxLength: 3 }), weak: fc.array(text, { maxLength: 2 }) });

  it('have the numbers that they have in one list of all', () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 12 }), (all) => {
        const names = makeNames(buildNameTables(all), (owner) => all[owner]);
        const plain = all.flatMap((_, owner) => formsOf(names, owner));
        expect(plain.map((_, at) => formAt(names, at))).toEqual(plain);
        expect(formAt(names, plain.length)).toBeUndefined();
        expect(plain.map(({ text: form }) => form)).toEqual(all.flatMap((one) => [...one.names, ...one.weak]));
      }),
    );
  });
});
