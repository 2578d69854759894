import { makeArabicCheck } from './arabic.ts';
import type { Country } from './countries.ts';
import { canMisspell, misspell } from './damage.ts';
import type { Query } from './fact-queries.ts';
import { makeHebrewCheck } from './hebrew.ts';
import { plain } from './names.ts';
import type { Name } from './names.ts';
import type { Chance } from './random.ts';
import { makeHolders, wordsIn } from './words.ts';
import type { Holders } from './words.ts';

type Ask = (name: Name, chance: Chance, holders: Holders) => string | null;

const parts = ({ house }: Name): [given: string, family: string] => {
  const [given = '', family = ''] = house.split(' ');
  return [given, family];
};

/** Typos at different positions of the whole name. A typo that makes another known name is skipped. */
const withTypos =
  (slips: number): Ask =>
  (name, chance, holders) => {
    const words = [...parts(name)];
    for (let i = 0; i < slips; i++) {
      const at = chance.pick([0, 1].filter((one) => canMisspell(words[one] ?? '')).concat(1));
      words[at] = misspell(chance, words[at] ?? '');
    }
    const text = words.join(' ');
    return holders.holding(wordsIn(text)) === 0 && text !== name.house ? text : null;
  };

const spelt =
  (how: 'cyrillic' | 'greek' | 'ear'): Ask =>
  (name) =>
    plain(name[how]) === plain(name.house) ? null : name[how];

const ASKING = ['who is', 'ko je', 'kush është', 'wer ist', 'ποιος είναι', 'tell me about'];

export const NAME_CLASSES: Readonly<Record<string, Ask>> = {
  exact: ({ house }) => house,
  'typo 1': withTypos(1),
  'typo 2': withTypos(2),
  'no diacritics': ({ house }) => (plain(house) === house.toLowerCase() ? null : plain(house)),
  Cyrillic: spelt('cyrillic'),
  Greek: spelt('greek'),
  'by ear': spelt('ear'),
  prefix: (name, chance, holders) => {
    const [given, family] = parts(name);
    const beginning = family.slice(0, 3 + chance.whole(Math.max(1, family.length - 4)));
    if (beginning.length >= family.length) return null;
    return holders.holding(wordsIn(given), plain(beginning)) === 1 ? `${given} ${beginning}` : null;
  },
  reordered: (name) => parts(name).toReversed().join(' '),
  'one part': (name, _, holders) => {
    const [, family] = parts(name);
    return holders.holding(wordsIn(family)) === 1 ? family : null;
  },
  question: (name, chance) => `${chance.pick(ASKING)} ${name.house}?`,
};

type Person = Name & { readonly id: string };

/** Up to `most` queries of each class, each about another person. */
export function askNames(chance: Chance, people: readonly Person[], most: number): Query[] {
  const holders = makeHolders(people.map(({ house, aliases }) => [house, ...aliases].join(' ')));
  return Object.entries(NAME_CLASSES).flatMap(([kind, ask]) => {
    const found: Query[] = [];
    for (const person of chance.some(people, people.length)) {
      const text = ask(person, chance, holders);
      if (text !== null) found.push({ kind, text, right: [person.id] });
      if (found.length >= most) break;
    }
    return found;
  });
}

interface Asked {
  readonly chance: Chance;
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly most: number;
}

/** Skips spellings that another name could have too: p equals b, and vowels vary. */
const inAbjad =
  (script: 'arabic' | 'hebrew', makeCheck: (sound: string) => (spelling: string) => boolean) =>
  ({ chance, people, most }: Asked): Omit<Query, 'kind'>[] => {
    const checks = people.map(({ sound }) => makeCheck(sound));
    const found: Omit<Query, 'kind'>[] = [];
    for (const { id, [script]: text } of chance.some(people, people.length)) {
      if (found.length >= most) break;
      if (checks.filter((fits) => fits(text)).length === 1) found.push({ text, right: [id] });
    }
    return found;
  };

/** Each country by one of its other names, unless that is another country's English name. */
function abroad({ chance, countries, most }: Asked): Omit<Query, 'kind'>[] {
  const known = new Set(countries.map(({ house }) => plain(house)));
  const asked = chance.some(countries, countries.length).flatMap((country) => {
    const names = country.abroad.filter((name) => !known.has(plain(name)));
    return names.length > 0 ? [{ text: chance.pick(names), right: [country.id] }] : [];
  });
  return asked.slice(0, most);
}

/** Later classes have their own random draws, so older queries stay the same for a seed. */
export const LATER_NAME_CLASSES: Readonly<Record<string, (asked: Asked) => Omit<Query, 'kind'>[]>> = {
  Arabic: inAbjad('arabic', makeArabicCheck),
  Hebrew: inAbjad('hebrew', makeHebrewCheck),
  'other language': abroad,
};

export const askNamesLater = (asked: Asked): Query[] =>
  Object.entries(LATER_NAME_CLASSES).flatMap(([kind, ask]) => ask(asked).map((query) => ({ kind, ...query })));
