import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fnv1a } from '../../../src/search/structures/hash-buckets.ts';
import { editDistance, letterMask, withinEditBound } from '../../../src/text/edit-distance.ts';
import { isInflectionOf } from '../../../src/search/analysis/case-endings.ts';
import { searchForm, searchForms } from '../../../src/search/analysis/folding.ts';
import { consonantKey, phoneticKey } from '../../../src/search/analysis/phonetic-key.ts';
import { buildSpellingTable, CharBuffer, spellingsAt, stands } from '../../../src/search/structures/char-buffer.ts';
import { deleteNeighbours, MAX_DELETE_KEYS } from '../../../src/search/engine/spelling-index.ts';
import { scriptOf, serbianToLatin, resolveHomoglyphs } from '../../../src/search/analysis/transliteration.ts';
import { truncateQuery, tokenize } from '../../../src/search/analysis/tokenizer.ts';

const letters = fc.string({ unit: fc.constantFrom(...'abcdei'), maxLength: 9 });

/** Every way to edit, one step at a time: slow, and plainly right. */
function naive(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i];
      if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swap);
    }
  }
  return at(a.length, b.length);
}

describe('the distance of two words', () => {
  it('is that of the plain table, as far as it is asked for', () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(naive(a, b), most + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('has room for words of any length', () => {
    const long = fc.string({ unit: fc.constantFrom(...'ab'), minLength: 150, maxLength: 300 });
    fc.assert(
      fc.property(long, letters, fc.integer({ min: 0, max: 3 }), (word, other, most) => {
        const wrong = `${word.slice(0, 20)}${other.slice(0, 2)}${word.slice(21)}`;
        expect(editDistance(word, wrong, most)).toBe(Math.min(naive(word, wrong), most + 1));
        // What is far apart from the first letter on fills whole rows.
        expect(editDistance(`c${word}d`, `d${word}c`, 600)).toBe(naive(`c${word}d`, `d${word}c`));
      }),
      { numRuns: 20 },
    );
  });

  it('are never few between words whose letters say that they are many', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(2), (word, other, most) => {
        const near = withinEditBound(letterMask(word), letterMask(other), most);
        expect(near || naive(word, other) > most).toBe(true);
      }),
      { numRuns: 3000 },
    );
    // The control: of all pairs most would be told apart at a look.
    expect(withinEditBound(letterMask('petar'), letterMask('milos'), 2)).toBe(false);
  });

  it('counts two neighbours that changed places as one slip', () => {
    expect(editDistance('zelengrad', 'zelengard', 2)).toBe(1);
  });
});

describe('spellings', () => {
  it('that may stand at a place are found as by looking at each', () => {
    const spelt = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 4 });
    const word = fc.string({ unit: fc.constantFrom(...'abc1.'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(spelt, { maxLength: 8 }), word, (all, text) => {
        const table = buildSpellingTable(all.map((one) => ({ spelt: one })));
        for (let at = 0; at < text.length; at++) {
          const found = (spellingsAt(table, text, at) ?? []).filter((one) => stands(one.spelt, text, at));
          expect(found.map((one) => one.spelt)).toEqual(all.filter((one) => text.startsWith(one, at)));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('deletes', () => {
  const keys = (word: string, most: number): Set<number> => {
    const found = new Int32Array(MAX_DELETE_KEYS);
    const count = deleteNeighbours(new CharBuffer().become(word).codes, 0, word.length, most, found);
    return new Set(found.subarray(0, count));
  };

  it('have a key in common after any two slips made on purpose', () => {
    const slip = fc.record({
      at: fc.nat(11),
      kind: fc.constantFrom('drop', 'add', 'change', 'swap'),
      letter: fc.constantFrom(...'abcdefgh'),
    });
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.array(slip, { maxLength: 2 }), (right, slips) => {
        const wrong = slips.reduce(
          (text, { at, kind, letter }) => slipped(text, at % text.length, kind, letter),
          right,
        );
        expect(keys(right, 2).isDisjointFrom(keys(wrong, 2))).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of the texts that are left, hashed', () => {
    const without = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcz'), maxLength: 10 }), fc.nat(2), (word, most) => {
        const whole = word.slice(0, 7);
        const once = most > 0 && whole.length > 2 ? without(whole) : [];
        const twice = most > 1 && whole.length > 3 ? once.flatMap(without) : [];
        expect(keys(word, most)).toEqual(new Set([whole, ...once, ...twice].map(fnv1a)));
      }),
      { numRuns: 1000 },
    );
  });

  it('are few: the words of a base are filed under each', () => {
    expect(keys('abcdefghijkl', 2).size).toBeLessThanOrEqual(29);
  });
});

function slipped(text: string, at: number, kind: string, letter: string): string {
  if (kind === 'drop') return text.slice(0, at) + text.slice(at + 1);
  if (kind === 'add') return text.slice(0, at) + letter + text.slice(at);
  if (kind === 'change') return text.slice(0, at) + letter + text.slice(at + 1);
  return (
    text.slice(0, at) +
    text
      .slice(at, at + 2)
      .split('')
      .toReversed()
      .join('') +
    text.slice(at + 2)
  );
}

describe('folding', () => {
  it('leaves what is folded as it is, and only letters, digits and points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        for (const { folds: found } of tokenize(text)) {
          for (const one of found) {
            expect(one).toMatch(/^[a-z0-9.]+$/);
            expect(searchForm(one)).toBe(one);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('does not see marks, capitals or letters without width', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcčćdeëgsšuüzž'), minLength: 1, maxLength: 10 }), (word) => {
        const bare = searchForm(word);
        expect(searchForm(word.toUpperCase())).toBe(bare);
        expect(searchForm(word.normalize('NFD'))).toBe(bare);
        expect(searchForm(word.split('').join('\u200d'))).toBe(bare);
      }),
    );
  });

  it('spells Serbian alike in both of its scripts, there and back', () => {
    const latin = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');
    const cyrillic = Array.from('абвгдђежзијклљмнњопрстћуфхцчџш');
    const word = fc.array(fc.nat(latin.length - 1), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(word, (places) => {
        const [one, other] = [latin, cyrillic].map((script) => places.map((at) => script[at]).join(''));
        expect(searchForms(other ?? '')).toEqual(expect.arrayContaining([...searchForms(one ?? '')].slice(0, 1)));
      }),
    );
    expect(serbianToLatin('ђ')).toBe('đ');
  });

  it.each([
    ['Đorđe', ['dorde', 'djordje']],
    ['Müller', ['muller', 'mueller']],
    ['Straße', ['strasse']],
    ['Άλμπιν', ['albin', 'almpin']],
    ['Κούρτι', ['kurti', 'koyrti']],
    ['Γουίλιαμ', ['guiliam', 'wiliam']],
    ['Παραγουάη', ['paraguai', 'parawai']],
    ['Ђурић', ['duric', 'djuric']],
    ['Хрущёв', ['hrustev', 'khrushchev']],
    ['قرطاج', ['qrtj']],
  ])('%s is typed %s', (word, spellings) => {
    expect(searchForms(word)).toEqual(expect.arrayContaining(spellings));
  });

  it('reads a word of mixed scripts as one of one script, and leaves pure ones alone', () => {
    expect(scriptOf('Кurti')).toBe('latin');
    expect(scriptOf('Курти')).toBe('cyrillic');
    expect(searchForm('Кurti')).toBe('kurti');
    expect(resolveHomoglyphs('косово')).toBe('косово');
    expect(searchForm('Звечan')).toBe('zvecan');
  });
});

describe('words', () => {
  it('keep their place in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  const typed = (text: string): string[] => tokenize(text).map(({ folds: found }) => found[0] ?? '');

  it.each([
    ["Kurti's don't", ['kurti', 'dont'], 'apostrophes'],
    ['l’OTAN d’Albanie', ['otan', 'albanie'], 'French elision'],
    ['50,000 1.200 3,5 3.5%', ['50000', '1200', '3.5', '3.5'], 'numbers in one spelling'],
    ['31.5.2023 12:30', ['31', '5', '2023', '12', '30'], 'dates and hours are no decimals'],
    ['stone-throwers', ['stone', 'throwers'], 'a hyphen parts'],
    ['“Mayors,” he said…', ['mayors', 'he', 'said'], 'signs part'],
  ])('%s: %s', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  it('are cut after a hundred signs, and never within one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const kept = truncateQuery(text);
        expect(Array.from(kept).length).toBeLessThanOrEqual(100);
        expect(kept.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(truncateQuery('🙂'.repeat(150))).toBe('🙂'.repeat(100));
  });
});

describe('sounds', () => {
  it.each([
    ['zvecan', 'zvechan'],
    ['simic', 'simich'],
    ['hetemi', 'hetemy'],
    ['shcekic', 'scekic'],
    ['philip', 'filip'],
    ['xhaferi', 'dzaferi'],
  ])('%s sounds like %s', (one, other) => {
    expect(phoneticKey(one)).toBe(phoneticKey(other));
  });

  it('tells apart what does not sound alike', () => {
    expect(phoneticKey('milan')).not.toBe(phoneticKey('malin'));
    expect(consonantKey(phoneticKey('milan'))).toBe(consonantKey(phoneticKey('malin')));
    expect(consonantKey(phoneticKey('milan'))).not.toBe(consonantKey(phoneticKey('marin')));
  });
});

describe('endings', () => {
  it.each([
    ['zelengradu', 'zelengrad'],
    ['zelengradit', 'zelengrad'],
    ['mitrovici', 'mitrovica'],
    ['mitrovices', 'mitrovica'],
    ['kosovski', 'kosovo'],
    ['kurtija', 'kurti'],
    ['kurtit', 'kurti'],
    ['serbian', 'serbia'],
    ['serbiens', 'serbia'],
  ])('%s is a form of %s', (typed, name) => {
    expect(isInflectionOf(typed, name)).toBe(true);
  });

  it.each([
    ['albin', 'alba'],
    ['milan', 'mila'],
    ['marko', 'mark'],
    ['kurti', 'kurti'],
  ])('%s is no form of %s', (typed, name) => {
    expect(isInflectionOf(typed, name)).toBe(false);
  });
});
