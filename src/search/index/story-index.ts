import type { Story } from '../../data/model/fact.ts';
import { buildEntityTables, openEntityIndex, whereDocs, whoDocs } from '../entities/entity-index.ts';
import type { EntityDocs, EntityTables } from '../entities/entity-index.ts';
import { buildFactTables, factDocs, openFactIndex } from '../facts/fact-index.ts';
import type { FactDocs, FactTables } from '../facts/fact-index.ts';
import type { StoryIndex } from '../facts/searchable-story.ts';
import { buildRoles } from '../entities/office-index.ts';
import { readThesaurus } from '../analysis/thesaurus.ts';

/** The indexed parts of a story as plain values, which a worker can receive. */
export interface IndexInput {
  readonly facts: FactDocs;
  readonly who: EntityDocs;
  readonly where: EntityDocs;
}

/** All tables of a story, as they are saved. */
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

/** Tables of an empty story, which give the shape of all others. */
export function emptyTables(): IndexTables {
  const nobody: EntityDocs = { ids: [], named: [], uses: new Uint32Array(0) };
  return buildStoryTables({ facts: { days: [], docs: [] }, who: nobody, where: nobody });
}

/**
 * Opens an index without reading all facts or names, so that a start with saved tables is quick.
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

/** Builds an index. It keeps the story itself, which must not change. */
export const buildIndex = (story: Story): StoryIndex => indexFromTables(story, buildStoryTables(indexInput(story)));
