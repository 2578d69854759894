import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIdTable, lookUpId } from '../../../src/search/structures/id-table.ts';
import { toMatchable } from '../../../src/search/entities/match-name.ts';
import type { MatchableWord } from '../../../src/search/entities/match-name.ts';
import { toNameWord } from '../../../src/search/entities/name-words.ts';
import { buildNameTables, nameFormAt, nameForms, openNameIndex } from '../../../src/search/entities/name-index.ts';
import { createFuzzyLookup, fuzzyNames } from '../../../src/search/entities/fuzzy-names.ts';
import {
  forEachSpacelessKey,
  inflectedKeys,
  spacelessForms,
  spacelessKey,
} from '../../../src/search/analysis/spaceless-key.ts';
import { Interner } from '../../../src/search/structures/number-list.ts';
import { forEachChunk, forEachToken, tokenize } from '../../../src/search/analysis/tokenizer.ts';

const id = fc.string({ unit: fc.constantFrom(...'ab-1'), minLength: 1, maxLength: 4 });

describe('the table of ids', () => {
  it('finds what a Map finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 80 }), id, (ids, asked) => {
        const plain = new Map(ids.map((one, at) => [one, at]));
        const list = ids.map((one) => ({ id: one }));
        expect(lookUpId(list, buildIdTable(ids), asked)).toBe(plain.get(asked));
        for (const one of ids) expect(lookUpId(list, buildIdTable(ids), one)).toBe(plain.get(one));
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
        const names = openNameIndex(buildNameTables(all), (owner) => all[owner]);
        const plain = all.flatMap((_, owner) => nameForms(names, owner));
        expect(plain.map((_, at) => nameFormAt(names, at))).toEqual(plain);
        expect(nameFormAt(names, plain.length)).toBeUndefined();
        expect(plain.map(({ text: form }) => form)).toEqual(all.flatMap((one) => [...one.names, ...one.weak]));
      }),
    );
  });
});

describe('the keys of a name', () => {
  const text = fc
    .array(fc.constantFrom('Ana', 'Đorđe', 'Ђорђе', 'Müller', 'of', 'the', 'Nikola', '7', 'THE', 'ΜΜΕ'), {
      maxLength: 3,
    })
    .map((words) => words.join(' '));

  it('are those of its words run together, and last that of its stems', () => {
    fc.assert(
      fc.property(text, (name) => {
        const words = tokenize(name);
        const keys: number[] = [];
        forEachSpacelessKey(
          words.map(({ raw, folds }) => toNameWord(raw, folds, new Interner())),
          (key) => void keys.push(key),
        );
        const stems = keys.pop();
        expect(new Set(keys)).toEqual(new Set([...spacelessForms(words)].map(spacelessKey)));
        const typed = inflectedKeys(words).map(spacelessKey);
        expect(typed.length === 0 || typed.includes(stems ?? 0)).toBe(true);
        // The control: a name that has one more word is under no key of the one without it.
        const longer = inflectedKeys(tokenize(`${name} Petar`)).map(spacelessKey);
        expect(longer).not.toContain(stems);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the pieces of a text', () => {
  const read = (text: string, pieces: (visit: (piece: string) => void) => void): [string[], string[]] => {
    const [whole, apart]: [string[], string[]] = [[], []];
    forEachToken(text, (raw) => void whole.push(raw));
    pieces((piece) => forEachToken(piece, (raw) => void apart.push(raw)));
    return [whole, apart];
  };

  it('are read as the whole is', () => {
    const text = fc
      .array(
        fc.constantFrom(...' ', "'", '’', '-', '.', ',', '1', '200', '٣', '\u00a0', 'a', 'S', 'é', 'Đ', 'ق', 'ג', '😀'),
        {
          maxLength: 14,
        },
      )
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (one) => {
        const [whole, apart] = read(one, (visit) => forEachChunk(one, visit));
        expect(apart).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
    // The control: a number has a space in it, and would be two.
    const [whole, apart] = read('1 200', (visit) => '1 200'.split(' ').forEach(visit));
    expect([whole, apart]).toEqual([['1200'], ['1', '200']]);
  });
});

describe('the words of forms', () => {
  const text = fc
    .array(
      fc.constantFrom('Ana', 'Đorđe', 'Ђорђе', 'Müller', 'Qosja', 'of', 'Χουσεΐνης', 'كورتي', 'X', '7', "O'Neil"),
      {
        maxLength: 4,
      },
    )
    .map((words) => words.join(' '));

  const plainly = ({
    fold,
    folds,
    script,
    written,
    filler,
    letters,
    sounds,
    soundLetters,
    consonantKey: bones,
    stems,
  }: MatchableWord) => {
    return { fold, folds, script, written, filler, letters, sounds, soundLetters, bones, stems };
  };

  it('are heard as reading the form hears them, also after others, and each once for all forms of an owner', () => {
    const isWord = (raw: string): boolean => raw === 'of';
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (owners) => {
        const all = owners.map((names) => ({ names, weak: names.slice(0, 1) }));
        const { wordsOf: heard } = openNameIndex(buildNameTables(all), (owner) => all[owner]);
        for (const [owner, { names, weak }] of all.entries()) {
          const plain = [...names, ...weak].map((one) => tokenize(one).map((word) => toMatchable(word, false)));
          const { words, forms } = heard(owner);
          const found = forms.map((form) => form.flatMap((place) => words[place] ?? []));
          expect(found.map((form) => form.map(plainly))).toEqual(plain.map((form) => form.map(plainly)));
          for (const { fold, common } of found.flat()) expect([fold, common]).toEqual([fold, isWord(fold)]);
          const alone = words.filter(({ folds }) => folds.length === 1);
          expect(new Set(alone.map(({ fold, script }) => `${fold} ${script}`)).size).toBe(alone.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('one look at names', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abkot'), minLength: 2, maxLength: 6 });
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

  it('gives as many as are asked for, whatever was asked of it before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 6, maxLength: 30 }), name, (texts, typed) => {
        const all = texts.map((one) => ({ names: [one], weak: [] }));
        const names = openNameIndex(buildNameTables(all), (owner) => all[owner]);
        const look = createFuzzyLookup(names, tokenize(typed));
        for (const most of [3, 20, 2, 5]) expect(look(most)).toEqual(fuzzyNames(names, tokenize(typed), most));
      }),
      { numRuns: 200 },
    );
  });
});
