import { canMisspell, misspell } from './damage.ts';
import type { InventedFact } from './facts.ts';
import { plain } from './names.ts';
import type { Chance } from './random.ts';
import { makeHolders, wordsIn } from './words.ts';
import type { Holders } from './words.ts';

/** What is asked, and which documents are right. `kind` is the class that figures are given by. */
export interface Query {
  readonly kind: string;
  readonly text: string;
  readonly right: readonly string[];
}

/** As many characters as a question may have in Discord before it is cut; every engine is given the same. */
const LONGEST = 100;

const SMALL = new Set(
  'the a an of in on at by to for and or was were had been has have its it is near some not cannot which who with from under over after because since during despite following ahead without told said wrote'.split(
    ' ',
  ),
);

type Ask = (fact: InventedFact, chance: Chance, holders: Holders) => string | null;

/** As they are typed: 1,240 and X-ray and teachers’ are one word each. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:[-’.,][\p{L}\p{N}]+)*/gu) ?? [];
const telling = (text: string): string[] => {
  const seen = new Set<string>();
  return tokens(text).filter((word) => {
    const key = plain(word);
    return word.length > 3 && /^\p{L}+$/u.test(word) && !SMALL.has(key) && !seen.has(key) && seen.add(key);
  });
};
const only = (holders: Holders, words: readonly string[]): boolean => holders.holding(words.flatMap(wordsIn)) === 1;

/** Telling words in their order, which no other fact has together. */
function keywords(fact: InventedFact, chance: Chance, holders: Holders, count = 3): string[] | null {
  const words = telling(fact.text);
  const kept = new Set(chance.some(words, count));
  const found = words.filter((word) => kept.has(word));
  return found.length === count && only(holders, found) ? found : null;
}

const withTypos =
  (slips: number): Ask =>
  (fact, chance, holders) => {
    const words = keywords(fact, chance, holders);
    const fit = words?.filter(canMisspell) ?? [];
    if (words === null || fit.length < slips) return null;
    const wrong = new Map(chance.some(fit, slips).map((word) => [word, misspell(chance, word)]));
    if ([...wrong.values()].some((word) => holders.knows(plain(word)))) return null;
    return words.map((word) => wrong.get(word) ?? word).join(' ');
  };

/** The family name of a person, or a place, in another script beside two words of the fact. */
const inScript =
  (script: 'cyrillic' | 'greek' | 'arabic' | 'hebrew'): Ask =>
  ({ text, person, place }, chance, holders) => {
    const name = person ?? place;
    const last = (spelling: string): string => spelling.split(' ').at(-1) ?? '';
    const rest = chance.some(
      telling(text).filter((word) => !tokens(name.house).includes(word)),
      2,
    );
    if (!text.includes(name.house) || !only(holders, [last(name.house), ...rest])) return null;
    return `${last(name[script])} ${rest.join(' ')}`;
  };

const part = (fact: InventedFact, chance: Chance, length: number): string[] => {
  const all = tokens(fact.text);
  const from = chance.whole(Math.max(1, all.length - length));
  return all.slice(from, from + length);
};

export const FACT_CLASSES: Readonly<Record<string, Ask>> = {
  exact: (fact, chance, holders) => {
    const words = part(fact, chance, 5 + chance.whole(4));
    return only(holders, words) ? words.join(' ') : null;
  },
  'typo 1': withTypos(1),
  'typo 2': withTypos(2),
  'no diacritics': (fact, chance, holders) => {
    const words = keywords(fact, chance, holders);
    return words?.some((word) => plain(word) !== word.toLowerCase()) === true ? plain(words.join(' ')) : null;
  },
  Cyrillic: inScript('cyrillic'),
  Greek: inScript('greek'),
  prefix: (fact, chance, holders) => {
    const words = keywords(fact, chance, holders);
    const last = words?.pop() ?? '';
    const beginning = last.slice(0, Math.max(3, Math.ceil(last.length / 2)));
    if (words === null || beginning.length > last.length - 2) return null;
    return holders.holding(words.flatMap(wordsIn), plain(beginning)) === 1 ? [...words, beginning].join(' ') : null;
  },
  keywords: (fact, chance, holders) => keywords(fact, chance, holders)?.join(' ') ?? null,
  reordered: (fact, chance, holders) => {
    const words = part(fact, chance, 7);
    const mixed = chance.some(words, words.length);
    // "The of were at" in any order is what nobody remembers of a sentence: the other words must do.
    const told = words.filter((word) => !SMALL.has(plain(word)));
    return only(holders, told) && mixed.join(' ') !== words.join(' ') ? mixed.join(' ') : null;
  },
  question: (fact, _, holders) => (only(holders, [fact.question.needs]) ? fact.question.text : null),
};

/** Added later, and drawn apart: the queries of the classes before them are the same for a seed as they were without. */
export const LATER_FACT_CLASSES: typeof FACT_CLASSES = {
  Arabic: inScript('arabic'),
  Hebrew: inScript('hebrew'),
};

/** Facts that are tried for one query of a class before the class is given up. */
const TRIES = 60;

/** Up to `most` queries of each class, each about another fact. Classes that the base has no facts for come out shorter. */
export function askFacts(
  chance: Chance,
  facts: readonly InventedFact[],
  most: number,
  classes: typeof FACT_CLASSES,
): Query[] {
  const holders = makeHolders(facts.map(({ text }) => text));
  return Object.entries(classes).flatMap(([kind, ask]) => {
    const found: Query[] = [];
    for (const fact of chance.some(facts, most * TRIES)) {
      const text = ask(fact, chance, holders);
      if (text !== null && text.length <= LONGEST) found.push({ kind, text, right: [fact.id] });
      if (found.length >= most) break;
    }
    return found;
  });
}
