import { readCountries } from './countries.ts';
import type { Country } from './countries.ts';
import { askFacts, FACT_CLASSES, LATER_FACT_CLASSES } from './fact-queries.ts';
import type { Query } from './fact-queries.ts';
import { makeFacts } from './facts.ts';
import { askNames, askNamesLater } from './name-queries.ts';
import { makeCast } from './names.ts';
import type { Name } from './names.ts';
import { makeChance } from './random.ts';
import type { Chance } from './random.ts';
import { makeHolders, wordsIn } from './words.ts';

/** A document, the same for every engine. `text` is empty for names. */
export interface Doc {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
}

/** Documents and queries. */
export interface Base {
  readonly docs: readonly Doc[];
  readonly queries: readonly Query[];
}

export interface Bases {
  readonly facts: Base;
  readonly names: Base;
}

/** One person per five facts, one place per twenty-five. All countries are names too, at most one per five people. */
const FACTS_A_PERSON = 5;
const FACTS_A_PLACE = 25;
const PEOPLE_A_COUNTRY = 5;
const MOST_OF_A_CLASS = 60;

/** Invented facts and names with queries; a size and seed always give the same. */
export function makeBases(size: number, seed: number, most = MOST_OF_A_CLASS): Bases {
  const chance = makeChance(`${size} ${seed}`);
  const cast = makeCast(chance, Math.ceil(size / FACTS_A_PERSON), Math.ceil(size / FACTS_A_PLACE) + 6);
  const facts = makeFacts(chance, cast, size);
  const people = cast.people.map((name, at) => ({ ...name, id: `p${at}` }));
  const asked = chance.some(askFacts(chance, facts, most, FACT_CLASSES), Infinity);
  const named = chance.some(askNames(chance, people, most), Infinity);
  const later = makeChance(`${size} ${seed} later`);
  const countries = pickCountries(later, people);
  return {
    facts: {
      docs: facts.map(({ id, names, text }) => ({ id, names, text })),
      queries: later.some([...asked, ...askFacts(later, facts, most, LATER_FACT_CLASSES)], Infinity),
    },
    names: {
      docs: [
        ...people.map(({ id, house, aliases }) => ({ id, names: [house, ...aliases], text: '' })),
        ...countries.map(({ id, house }) => ({ id, names: [house], text: '' })),
      ],
      queries: later.some([...named, ...askNamesLater({ chance: later, people, countries, most })], Infinity),
    },
  };
}

/** Skips countries that share a word with a person: a search for that person might rightly find them. */
function pickCountries(chance: Chance, people: readonly Name[]): Country[] {
  const borne = makeHolders(people.map(({ house, aliases }) => [house, ...aliases].join(' ')));
  const countries = readCountries().filter(({ house }) => !wordsIn(house).some((word) => borne.knows(word)));
  return chance.some(countries, Math.ceil(people.length / PEOPLE_A_COUNTRY));
}
