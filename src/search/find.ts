/** Finding: what the rest of the program may use of it. */
export type { EntityHit, FactHit, Found, StoryIndex, WhereHit, WhoHit } from './found.ts';
export { buildIndex, withFact } from './index-story.ts';
export { openIndex } from './saved-index.ts';
export { readCountries } from './countries.ts';
export { findWhere, findWho } from './find-entity.ts';
export { findFacts } from './find-facts.ts';
export { completeFacts, completeWhere, completeWho, offerWhere, offerWho } from './complete.ts';
export type { Offer } from './complete.ts';
export { marks } from './marks.ts';
export { counting, counts } from './counting.ts';
export { isQuestion } from './question.ts';
export { mentions, namesIn, wordsIn } from './mentions.ts';
export type { Mention } from './mentions.ts';
