import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abjadSimilarity,
  forEachAbjadKey,
  abjadReadings,
  sharesAbjadKey,
  CERTAIN,
} from '../../../src/search/analysis/abjad.ts';
import { fnv1a } from '../../../src/search/structures/hash-buckets.ts';
import { buildIndex, findWhere, findWho } from '../../../src/search/story-search.ts';
import { searchForms } from '../../../src/search/analysis/folding.ts';
import { story, where, who } from '../dam-story.ts';

/** 0 to 1, and 0 where no key is shared: what is not filed together is never compared. */
const alike = (written: string, name: string): number =>
  Math.max(
    ...abjadReadings(written).flatMap((one) =>
      searchForms(name).map((fold) => (sharesAbjadKey(one, fold) ? abjadSimilarity(one, fold) : 0)),
    ),
  );
describe('the likeness of a written word and a name', () => {
  it('is nothing where it is less than asked for, and else what it is', () => {
    const written = fc.string({ unit: fc.constantFrom(...'كورتيشجחקו'), minLength: 1, maxLength: 9 });
    const name = fc.string({ unit: fc.constantFrom(...'kurtishgca'), maxLength: 12 });
    fc.assert(
      fc.property(written, name, fc.double({ min: 0, max: 1, noNaN: true }), (word, other, least) => {
        for (const one of abjadReadings(word)) {
          const whole = abjadSimilarity(one, other);
          expect(abjadSimilarity(one, other, least)).toBe(whole < least ? 0 : whole);
          expect(abjadSimilarity(one, other, whole)).toBe(whole);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name as newspapers write it', () => {
  it.each([
    ['كورتي', 'Kurti', 'vowels that are long'],
    ['فوتشيتش', 'Vučić', 'two letters for č, and f for v'],
    ['ثاتشي', 'Thaçi', 'th of its own'],
    ['هاراديناي', 'Haradinaj', 'j that is a y'],
    ['خوجا', 'Hoxha', 'the Albanian xh, and h as kh'],
    ['دجوكوفيتش', 'Đoković', 'đ as d and j'],
    ['جوكوفيتش', 'Đoković', 'đ as j alone'],
    ['الكسندر', 'Aleksandar', 'what looks like the article, and is none'],
    ['الناتو', 'NATO', 'the article'],
    ['أردوغان', 'Erdoğan', 'ğ as gh'],
    ['ويلسون', 'Wilson', 'w'],
    ['غورباتشوف', 'Gorbačov', 'g as gh'],
    ['جورباتشوف', 'Gorbačov', 'g as the Egyptian j'],
    ['شفارتس', 'Schwarz', 'German sch, w and z'],
    ['קורטי', 'Kurti', 'vowels that are written'],
    ["ווצ'יץ'", 'Vučić', 'two vavs for a v, and č with its sign'],
    ['ווצ׳יץ׳', 'Vučić', 'the sign of print'],
    ['סימיץ׳', 'Simić', 'a final form'],
    ["תאצ'י", 'Thaçi', 'tav for th'],
    ["ג'ונסון", 'Johnson', 'an h that nobody hears'],
    ['ארדואן', 'Erdoğan', 'ğ that nobody hears'],
    ['ולדימיר', 'Vladimir', 'one vav for a v, since no vowel begins a word without its alef'],
    ['שולץ', 'Scholz', 'tsadi for z'],
    ['וילסון', 'Wilson', 'a vav for w'],
    ['חוג׳ה', 'Hoxha', 'het for h'],
  ])('%s is %s: %s', (written, name) => {
    expect(alike(written, name)).toBeGreaterThanOrEqual(CERTAIN);
  });

  it.each([
    ['قرية', 'Kurti', 'a village'],
    ['مدرسة', 'Mitrovica', 'a school'],
    ['كورتي', 'Karim', 'a consonant less, and one more'],
    ['ميلان', 'Marin', 'l and r'],
    ['باريس', 'Belgrad', 'nothing but the beginning'],
    ['מדינה', 'Madrid', 'n and r'],
    ['נתניהו', 'NATO', 'half of it'],
    ['קורטוב', 'Kurtijeva', 'the end of another name'],
  ])('%s is not %s: %s', (written, name) => {
    expect(alike(written, name)).toBeLessThan(CERTAIN);
  });

  it('is nearer to its name than to one that has the same consonants', () => {
    expect(alike('كورتي', 'Kurti')).toBeGreaterThan(alike('كورتي', 'Karati'));
    expect(alike('دراجان', 'Dragan')).toBeGreaterThan(alike('دراجان', 'Dragoni'));
  });
});

describe('keys', () => {
  /** All readings of a word, plainly: what each sound may be in a key, doubles made one. */
  const naive = (word: string): Set<string> => {
    const MEANT: Readonly<Record<string, readonly string[]>> = {
      w: ['b', ''],
      j: ['', 'k'],
      b: ['b'],
      k: ['k'],
      l: ['l'],
      t: ['t'],
    };
    let keys = [''];
    for (const letter of word) {
      const ways = MEANT[letter] ?? [''];
      keys = ways.flatMap((way) => keys.map((key) => (way !== '' && key.endsWith(way) ? key : key + way)));
    }
    return new Set(keys);
  };
  const keysOf = (word: string): number[] => {
    const found: number[] = [];
    forEachAbjadKey(word, (key) => found.push(key));
    return found;
  };

  it('are those of all readings, at most eight and each once, the likeliest among them', () => {
    // No two letters here spell a sound together.
    const word = fc.string({ unit: fc.constantFrom(...'wjbklta'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, (text) => {
        const found = keysOf(text);
        const all = new Set([...naive(text)].filter((key) => key !== '').map(fnv1a));
        expect(found.length).toBeLessThanOrEqual(8);
        expect(new Set(found).size).toBe(found.length);
        for (const key of found) expect(all).toContain(key);
        const two = [...text].filter((letter) => letter === 'w' || letter === 'j').length;
        if (two <= 3) expect(new Set(found)).toEqual(all);
      }),
    );
  });
});

describe('a story', () => {
  const index = buildIndex(
    story({
      who: [
        who({ id: 'x', name: 'Arben Hoxha' }),
        who({ id: 'y', name: 'Kosovo Police' }),
        who({ id: 'z', name: 'a police officer' }),
      ],
      where: [where({ id: 'france', name: 'France' }), where({ id: 'spain', name: 'Spain' })],
    }),
  );

  it('answers to a name in the two scripts, and not to a word of the language that is spelt like one', () => {
    expect(findWho(index, 'أربن هوجا').answers.map(({ entity, way }) => `${entity.id} by ${way}`)).toEqual([
      'x by transliteration',
    ]);
    expect(findWho(index, 'ארבן הוג׳ה').answers.map(({ entity }) => entity.id)).toEqual(['x']);
    expect(findWho(index, 'بوليس').answers).toEqual([]);
  });

  it.each(['Frankreich', 'Francuska', 'Γαλλία', 'Франция', 'Francja', 'فرنسا', 'צרפת', 'where is Francuska?'])(
    'finds a country by what it is called elsewhere: %s',
    (typed) => {
      expect(findWhere(index, typed).answers.map(({ entity, matched }) => `${entity.id} as ${matched}`)).toEqual([
        'france as France',
      ]);
    },
  );
});
