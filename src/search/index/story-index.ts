import type { Story } from '../../data/model/fact.ts';
import { buildEntityTables, openEntityIndex, whereDocs, whoDocs } from '../entities/entity-index.ts';
import type { EntityDocs, EntityTables } from '../entities/entity-index.ts';
import { buildFactTables, factDocs, openFactIndex } from '../facts/fact-index.ts';
import type { FactDocs, FactTables } from '../facts/fact-index.ts';
import type { StoryIndex } from '../facts/searchable-story.ts';
import { buildRoles } from '../entities/office-index.ts';
import { readThesaurus } from '../analysis/thesaurus.ts';

/** All that of a story is indexed, as plain values: what a thread of its own is given. */
export interface IndexInput {
  readonly facts: FactDocs;
  readonly who: EntityDocs;
  readonly where: EntityDocs;
}

/** All tables of a story: what is saved. */
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

/** Tables of nothing, which show the shape of all others. */
export function emptyTables(): IndexTables {
  const nobody: EntityDocs = { ids: [], named: [], uses: new Uint32Array(0) };
  return buildStoryTables({ facts: { days: [], docs: [] }, who: nobody, where: nobody });
}

/**
 * Nothing here goes through all facts or names: a start reads the tables and is ready.
 * @param tables of this very story, built or read from a file.
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
  };
}

/** Makes a story searchable. The story is kept, not copied: it must not change. */
export const buildIndex = (story: Story): StoryIndex => indexFromTables(story, buildStoryTables(indexInput(story)));
