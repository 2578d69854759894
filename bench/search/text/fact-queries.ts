import { canMisspell, misspell } from './damage.ts';
import type { InventedFact } from './facts.ts';
import { plain } from './names.ts';
import type { Chance } from './random.ts';
import { makeHolders, wordsIn } from './words.ts';
import type { Holders } from './words.ts';

/** A query and its right documents. `kind` is the class used in figures. */
export interface Query {
  readonly kind: string;
  readonly text: string;
  readonly right: readonly string[];
}

/** Discord's limit for a question, in characters; every engine gets the same. */
const LONGEST = 100;

const SMALL = new Set(
  'the a an of in on at by to for and or was were had been has have its it is near some not cannot which who with from under over after because since during despite following ahead without told said wrote'.split(
    ' ',
  ),
);

type Ask = (fact: InventedFact, chance: Chance, holders: Holders) => string | null;

/** Words as typed: 1,240 and X-ray and teachers’ are one word each. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:[-’.,][\p{L}\p{N}]+)*/gu) ?? [];
const telling = (text: string): string[] => {
  const seen = new Set<string>();
  return tokens(text).filter((word) => {
    const key = plain(word);
    return word.length > 3 && /^\p{L}+$/u.test(word) && !SMALL.has(key) && !seen.has(key) && seen.add(key);
  });
};
const only = (holders: Holders, words: readonly string[]): boolean => holders.holding(words.flatMap(wordsIn)) === 1;

/** Content words in order, which no other fact has together. */
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

/** A family name or a place in another script, beside two words of the fact. */
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
    // Nobody remembers only function words of a sentence: the query needs other words.
    const told = words.filter((word) => !SMALL.has(plain(word)));
    return only(holders, told) && mixed.join(' ') !== words.join(' ') ? mixed.join(' ') : null;
  },
  question: (fact, _, holders) => (only(holders, [fact.question.needs]) ? fact.question.text : null),
};

/** Later classes have their own random draws, so older queries stay the same for a seed. */
export const LATER_FACT_CLASSES: typeof FACT_CLASSES = {
  Arabic: inScript('arabic'),
  Hebrew: inScript('hebrew'),
};

/** Facts that are tried for one query before its class is given up. */
const TRIES = 60;

/** Up to `most` queries of each class, each about another fact; fewer if the base lacks facts. */
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
