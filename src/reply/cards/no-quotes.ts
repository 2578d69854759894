import { concerns, usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import type { EntityHit } from '../../search/story-search.ts';
import { nothingFoundCard } from './answer.ts';
import type { Card } from '../model/card.ts';
import { translate } from '../i18n/translate.ts';
import type { LookupResult } from '../lookup-result.ts';

/** Somebody who is in the base without a word of theirs: said so, then what there is about them, apart. */
export function noQuotesCard({ entity }: EntityHit, { index, language, asked }: LookupResult): Card {
  const { story } = index;
  return nothingFoundCard(story, language, {
    asked,
    title: translate(language, 'nothing.noQuotes', { who: { strong: entity.name }, story: { em: story.title } }),
    related: newestFirst(usableFacts(story).filter((fact) => concerns(fact, entity.id))),
  });
}
