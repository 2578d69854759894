import { concerns, usable } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import type { EntityHit } from '../../search/story-search.ts';
import { nothing } from './answer.ts';
import type { Card } from '../model/card.ts';
import { say } from '../i18n/translate.ts';
import type { Sought } from '../lookup-result.ts';

/** Somebody who is in the base without a word of theirs: said so, then what there is about them, apart. */
export function wordless({ entity }: EntityHit, { index, language, asked }: Sought): Card {
  const { story } = index;
  return nothing(story, language, {
    asked,
    title: say(language, 'nothing.noQuotes', { who: { strong: entity.name }, story: { em: story.title } }),
    related: newestFirst(usable(story).filter((fact) => concerns(fact, entity.id))),
  });
}
