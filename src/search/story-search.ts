/** Finding: what the rest of the program may use of it. */
export type { AskedKind, EntityHit, FactHit, Found, FoundFacts, WhereHit, WhoHit } from './results.ts';
export type { StoryIndex } from './facts/searchable-story.ts';
export { buildIndex, addFactToIndex, findingByMeaning } from './index/story-index.ts';
export { loadOrBuildIndex } from './index/index-cache.ts';
export { loadCountries } from './entities/countries.ts';
export { findWhere, findWho } from './entities/find-entity.ts';
export { findFacts } from './facts/find-facts.ts';
export { findByRole } from './facts/find-by-role.ts';
export { isEncoded, searchFacts } from './facts/search-facts.ts';
export { createSentenceVectors, type SentenceVectors } from './meaning/sentence-vectors.ts';
export { sentencesOf } from './meaning/fact-text.ts';
export { completeFacts, completeWhere, completeWho, completePlaces, completeNames } from './autocomplete.ts';
export type { NameCompletion } from './autocomplete.ts';
export { highlights } from './facts/highlight.ts';
export { figureFilter, countsEntity } from './facts/counted-things.ts';
export { isQuestion } from './facts/is-question.ts';
export { entityMentions, namesInText, contentWordsIn } from './entities/entity-mentions.ts';
export type { EntityMention } from './entities/entity-mentions.ts';
