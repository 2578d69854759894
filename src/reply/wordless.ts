import { concerns, usable } from '../search/about.ts';
import { newestFirst } from '../search/chronology.ts';
import type { EntityHit } from '../search/find.ts';
import { nothing } from './answer.ts';
import type { Card } from './card.ts';
import { say } from './say.ts';
import type { Sought } from './sought.ts';

/** Somebody who is in the base without a word of theirs: said so, then what there is about them, apart. */
export function wordless({ entity }: EntityHit, { index, language, asked }: Sought): Card {
  const { story } = index;
  return nothing(story, language, {
    asked,
    title: say(language, 'nothing.noQuotes', { who: { strong: entity.name }, story: { em: story.title } }),
    related: newestFirst(usable(story).filter((fact) => concerns(fact, entity.id))),
  });
}
