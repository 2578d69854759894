/** Finding: what the rest of the program may use of it. */
export type { EntityHit, FactHit, Found, WhereHit, WhoHit } from './results.ts';
export type { StoryIndex } from './facts/searchable-story.ts';
export { buildIndex, withFact } from './index/story-index.ts';
export { openIndex } from './index/index-cache.ts';
export { readCountries } from './entities/countries.ts';
export { findWhere, findWho } from './entities/find-entity.ts';
export { findFacts } from './facts/find-facts.ts';
export { completeFacts, completeWhere, completeWho, offerWhere, offerWho } from './autocomplete.ts';
export type { Offer } from './autocomplete.ts';
export { marks } from './facts/highlight.ts';
export { counting, counts } from './facts/counted-things.ts';
export { isQuestion } from './facts/is-question.ts';
export { mentions, namesIn, wordsIn } from './entities/entity-mentions.ts';
export type { Mention } from './entities/entity-mentions.ts';
