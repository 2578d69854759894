import type { Story } from '../../data/model/fact.ts';
import { buildEntityTables, openEntityIndex, whereDocs, whoDocs } from '../entities/entity-index.ts';
import type { EntityDocs, EntityTables } from '../entities/entity-index.ts';
import { buildFactTables, factDocs, openFactIndex } from '../facts/fact-index.ts';
import type { FactDocs, FactTables } from '../facts/fact-index.ts';
import type { StoryIndex } from '../facts/searchable-story.ts';
import { buildRoles } from '../entities/office-index.ts';
import { memoizeByObject } from '../../memoize.ts';
import type { SentenceVectors } from '../meaning/sentence-vectors.ts';
import { readThesaurus } from '../analysis/thesaurus.ts';

/** All indexed text of a story, as plain values that a thread can receive. */
export interface IndexInput {
  readonly facts: FactDocs;
  readonly who: EntityDocs;
  readonly where: EntityDocs;
}

/** All tables of a story, as saved. */
export interface IndexTables {
  readonly facts: FactTables;
  readonly who: EntityTables;
  readonly where: EntityTables;
}

export const indexInput = (story: Story): IndexInput => ({
  facts: factDocs(story),
  who: whoDocs(story),
  where: whereDocs(story),
});

export const buildStoryTables = ({ facts, who, where }: IndexInput): IndexTables => ({
  facts: buildFactTables(facts),
  who: buildEntityTables(who),
  where: buildEntityTables(where),
});

/** Empty tables, which define the shape of the others. */
export function emptyTables(): IndexTables {
  const nobody: EntityDocs = { ids: [], named: [], uses: new Uint32Array(0) };
  return buildStoryTables({ facts: { days: [], docs: [] }, who: nobody, where: nobody });
}

/**
 * Visits no fact or name, so a start only reads the tables.
 * @param tables of this story, built or read from a file.
 */
export function indexFromTables(story: Story, tables: IndexTables): StoryIndex {
  const who = openEntityIndex(story.who, tables.who);
  const where = openEntityIndex(story.where, tables.where);
  return {
    story,
    who,
    where,
    roles: buildRoles({ who, where }),
    facts: openFactIndex(story, tables.facts, readThesaurus()),
    sentences: null,
  };
}

/** Adds search by meaning. Returns the same object for the same index. */
export const findingByMeaning = (sentences: SentenceVectors): ((index: StoryIndex) => StoryIndex) =>
  memoizeByObject((index: StoryIndex): StoryIndex => ({ ...index, sentences }));

/** Makes a story searchable. It keeps the story without a copy: the story must not change. */
export const buildIndex = (story: Story): StoryIndex => indexFromTables(story, buildStoryTables(indexInput(story)));
