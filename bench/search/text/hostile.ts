import type { Doc } from './base.ts';
import { canMisspell, misspell } from './damage.ts';
import type { Chance } from './random.ts';
import { wordsIn } from './words.ts';

/** Discord's limit for a string option, in characters. */
const LONGEST = 6000;

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдђежзијклљмнњопрстћуфхцчџш',
  'αβγδεζηθικλμνξοπρστυφχψως',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '한글漢字かなไทยहिन्दी',
  '0123456789.,-/%',
  '\'"’`()[]{}*?^$|\\+<>@#~:;',
  '\u0000\u200b\u202e\u0301\u0300\ufe0f😀👩‍👩‍👧',
].map((letters) => [...letters]);

type Make = (chance: Chance, words: Words) => string;

interface Words {
  /** All words of the base, most frequent first. */
  readonly all: readonly string[];
  readonly common: readonly string[];
}

const repeat = (times: number, make: () => string, between = ' '): string =>
  Array.from({ length: times }, make).join(between);
const random = (chance: Chance, length: number): string => {
  const letters = chance.pick(ALPHABETS);
  return repeat(length, () => chance.pick(letters), '');
};

/** Expensive queries: words in every document, prefixes of everything, near matches of everything. */
export const HOSTILE: Readonly<Record<string, Make>> = {
  common: (chance, { common }) => repeat(1 + chance.whole(24), () => chance.pick(common)),
  beginnings: (chance, { common }) =>
    repeat(1 + chance.whole(30), () => chance.pick(common).slice(0, 1 + chance.whole(3))),
  misspelt: (chance, { all }) =>
    repeat(1 + chance.whole(10), () => {
      const word = chance.pick(all);
      return canMisspell(word) ? misspell(chance, misspell(chance, word)) : word;
    }),
  'run together': (chance, { common }) => repeat(2 + chance.whole(12), () => chance.pick(common), ''),
  'run apart': (chance, { all }) => [...repeat(3, () => chance.pick(all), '')].join(' '),
  vowels: (chance) =>
    repeat(1 + chance.whole(12), () => repeat(2 + chance.whole(6), () => chance.pick([...'aeiouy']), '')),
  'one letter': (chance) => chance.pick(chance.pick(ALPHABETS)).repeat(1 + chance.whole(LONGEST)),
  'any letters': (chance) => repeat(1 + chance.whole(12), () => random(chance, 1 + chance.whole(12))),
  'any code points': (chance) => repeat(1 + chance.whole(100), () => String.fromCodePoint(chance.whole(0x110000)), ''),
  'half pairs': (chance) => repeat(1 + chance.whole(60), () => String.fromCharCode(0xd800 + chance.whole(0x800)), ''),
  'one long word': (chance) => random(chance, 1 + chance.whole(LONGEST)),
  marks: (chance, { common }) =>
    repeat(1 + chance.whole(8), () =>
      [...chance.pick(common)].map((letter) => letter + '\u0301'.repeat(chance.whole(9))).join(''),
    ),
};

/** Hostile and random queries of every kind, for these documents. */
export function makeHostile(chance: Chance, docs: readonly Doc[]): () => { sort: string; text: string } {
  const counts = new Map<string, number>();
  for (const { names, text } of docs) {
    for (const word of wordsIn([...names, text].join(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const all = [...counts].toSorted(([, a], [, b]) => b - a).map(([word]) => word);
  const words = { all, common: all.slice(0, 200) };
  const sorts = Object.entries(HOSTILE);
  return () => {
    const [sort, make] = chance.pick(sorts);
    return { sort, text: make(chance, words) };
  };
}
