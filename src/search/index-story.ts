import type { Fact, Story } from '../data/fact.ts';
import { buildTables } from './base.ts';
import type { Tables } from './base.ts';
import { withDigits } from './counted.ts';
import { countryNames } from './countries.ts';
import { makeWhere, makeWho, namedOf } from './entities.ts';
import { addFact, FACT_FIELDS, factDoc, makeFacts } from './facts.ts';
import type { StoryIndex } from './found.ts';
import { buildNameTables } from './names.ts';
import type { Named, NameTables } from './names.ts';
import type { Doc } from './postings.ts';
import { buildRoles } from './roles.ts';
import { readThesaurus } from './synonyms.ts';

/** All that of a story is indexed, as plain values: what a thread of its own is given. */
export interface StoryDocs {
  readonly facts: readonly Doc[];
  readonly who: readonly Named[];
  readonly where: readonly Named[];
}

/** All tables of a story: what is saved. */
export interface StoryTables {
  readonly facts: Tables;
  readonly who: NameTables;
  readonly where: NameTables;
}

export const docsOf = (story: Story): StoryDocs => ({
  facts: [...story.facts.values()].map((fact) => factDoc(fact, story)),
  who: [...story.who.values()].map(namedOf),
  where: [...story.where.values()].map(namedOf),
});

export const buildStoryTables = ({ facts, who, where }: StoryDocs): StoryTables => ({
  facts: buildTables(facts.map(withDigits), FACT_FIELDS, false),
  who: buildNameTables(who),
  where: buildNameTables(where),
});

/** @param tables of this very story, built or read from a file. */
export const makeIndex = (story: Story, tables: StoryTables): StoryIndex => ({
  story,
  who: makeWho(story, tables.who),
  where: makeWhere(story, tables.where),
  roles: buildRoles([...story.who.values()], [...story.where.values()]),
  countries: once(countryNames),
  facts: makeFacts(story, tables.facts, readThesaurus()),
});

/** Naming all countries takes 30 ms, which no start has to wait for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes a story searchable. The story is kept, not copied: it must not change. */
export const buildIndex = (story: Story): StoryIndex => makeIndex(story, buildStoryTables(docsOf(story)));

/**
 * The index with one fact more, or another in the place of one of its id, without building it anew. The old index stays
 * usable. People and places must be those of before: for new ones the index is built.
 * @param story the story with the fact in it.
 */
export const withFact = (index: StoryIndex, story: Story, fact: Fact): StoryIndex => ({
  ...index,
  story,
  facts: addFact(index.facts, story, fact),
});
