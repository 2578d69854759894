import type { Story } from '../data/fact.ts';
import { buildWhere, buildWho } from './entities.ts';
import { buildFacts } from './facts.ts';
import type { StoryIndex } from './found.ts';
import { readThesaurus } from './synonyms.ts';

/** Finding: what the rest of the program may use of it. */
export type { EntityHit, FactHit, Found, StoryIndex, Way, WhereHit, WhoHit } from './found.ts';
export { findWhere, findWho } from './find-entity.ts';
export { findFacts } from './find-facts.ts';
export { completeFacts, completeWhere, completeWho } from './complete.ts';
export { mentions } from './mentions.ts';
export type { Mention, Mentions } from './mentions.ts';

/** Makes a story searchable. The story is kept, not copied: it must not change. */
export const buildIndex = (story: Story): StoryIndex => ({
  story,
  who: buildWho(story),
  where: buildWhere(story),
  facts: buildFacts(story, readThesaurus()),
});
