import type { Fact, Story } from '../data/model/fact.ts';
import { enclosingPlaces } from '../data/queries/fact-relations.ts';
import { buildOffices } from '../search/entities/title-matcher.ts';
import type { CheckerIndex, FactEntry } from './model/checker-index.ts';
import { makeConcepts } from './terms/concepts.ts';
import { referencedIds, toFactEntry } from './fact-entry.ts';
import { makeKnownNames } from './model/name-words.ts';
import { makeNameFinder } from './terms/name-finder.ts';
import { readTerms } from './terms/terms.ts';

function grouped(
  facts: readonly Fact[],
  keys: (fact: Fact) => readonly string[],
): ReadonlyMap<string, readonly Fact[]> {
  const pairs = facts.flatMap((fact) => keys(fact).map((key) => ({ key, fact })));
  const groups = Map.groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, list]) => [key, list.map(({ fact }) => fact)]));
}

export function buildCheckerIndex(story: Story): CheckerIndex {
  const concepts = makeConcepts();
  const facts = [...story.facts.values()];
  const postings = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const list = postings.get(key);
    if (!list) postings.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  const propers = new Set<string>();
  facts.forEach((fact, at) => {
    for (const term of readTerms(fact.says, concepts).slice(1))
      if (term.content && term.capital) propers.add(term.concept);
    const text = [
      fact.says,
      ...fact.citations.map(({ quote }) => quote),
      ...fact.asks,
      ...fact.corrected.map(({ was }) => was),
    ].join('\n');
    for (const { concept, content } of readTerms(text, concepts)) if (content) add(concept, at);
    for (const id of referencedIds(fact)) add(`@${id}`, at);
  });
  const names = makeNameFinder(story);
  const roles = grouped(
    facts.filter(({ kind }) => kind === 'role'),
    ({ who }) => who,
  );
  const newer = grouped(facts, ({ supersedes }) => supersedes);
  const weights = new Map([...postings].map(([key, { length }]) => [key, Math.log(1 + facts.length / length)]));
  const unknown = Math.log(1 + facts.length) / 2;
  const entries: FactEntry[] = [];
  const nearby = new Map<string, ReadonlySet<string>>();
  const outside = new Map<string, ReadonlySet<string>>();
  const base: CheckerIndex = {
    story,
    concepts,
    names,
    people: makeKnownNames(story),
    holders: [...story.who.values()].filter(({ role }) => role !== undefined),
    roleFacts: (who) => roles.get(who) ?? [],
    newer: (fact) => newer.get(fact) ?? [],
    offices: buildOffices([...story.who.values()].flatMap(({ role }) => (role ? [role.title] : []))),
    facts,
    postings,
    propers,
    // A word missing from the index may be a paraphrase: it has half the weight of a rare word.
    weight: (concept) => weights.get(concept) ?? unknown,
    entry(at) {
      const known = entries[at];
      if (known) return known;
      const fact = facts[at];
      if (!fact) throw new Error(`There is no fact ${at} in this base.`);
      const made = toFactEntry(fact, base);
      entries[at] = made;
      return made;
    },
    near(place) {
      const known = nearby.get(place);
      if (known) return known;
      const made = nearPlaces(place, story);
      nearby.set(place, made);
      return made;
    },
    outer(place) {
      const known = outside.get(place);
      if (known) return known;
      const made = outerOf(place, story);
      outside.set(place, made);
      return made;
    },
    lastDay: lastDayOf(story),
  };
  return base;
}

const outerOf = (place: string, story: Story): Set<string> => {
  const where = story.where.get(place);
  return new Set(where ? enclosingPlaces(where, story).map(({ id }) => id) : []);
};

function nearPlaces(place: string, story: Story): Set<string> {
  const where = story.where.get(place);
  const found = new Set([place]);
  if (where) for (const outer of enclosingPlaces(where, story)) found.add(outer.id);
  for (const other of story.where.values()) {
    if (enclosingPlaces(other, story).some(({ id }) => id === place)) found.add(other.id);
  }
  return found;
}

function lastDayOf({ sources }: Story): string | null {
  const days = [...sources.values()].flatMap(({ published }) =>
    published?.match(/^\d{4}-\d\d-\d\d$/) ? [published] : [],
  );
  return days.toSorted().at(-1) ?? null;
}
