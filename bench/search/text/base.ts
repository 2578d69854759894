import { askFacts } from './fact-queries.ts';
import type { Query } from './fact-queries.ts';
import { makeFacts } from './facts.ts';
import { askNames } from './name-queries.ts';
import { makeCast } from './names.ts';
import { makeChance } from './random.ts';

/** A document as every engine is given it. `text` is empty for names. */
export interface Doc {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
}

/** What is searched and what is asked of it. */
export interface Base {
  readonly docs: readonly Doc[];
  readonly queries: readonly Query[];
}

export interface Bases {
  readonly facts: Base;
  readonly names: Base;
}

/** One person to five facts, one place to twenty-five. */
const FACTS_A_PERSON = 5;
const FACTS_A_PLACE = 25;
const MOST_OF_A_CLASS = 60;

/** Invented facts and names with queries, the same for the same size and seed. */
export function makeBases(size: number, seed: number, most = MOST_OF_A_CLASS): Bases {
  const chance = makeChance(`${size} ${seed}`);
  const cast = makeCast(chance, Math.ceil(size / FACTS_A_PERSON), Math.ceil(size / FACTS_A_PLACE) + 6);
  const facts = makeFacts(chance, cast, size);
  const people = cast.people.map((name, at) => ({ ...name, id: `p${at}` }));
  return {
    facts: {
      docs: facts.map(({ id, names, text }) => ({ id, names, text })),
      queries: chance.some(askFacts(chance, facts, most), Infinity),
    },
    names: {
      docs: people.map(({ id, house, aliases }) => ({ id, names: [house, ...aliases], text: '' })),
      queries: chance.some(askNames(chance, people, most), Infinity),
    },
  };
}
