import { KINDS, type Fact } from '../../data/model/fact.ts';
import {
  distinctNamesLine,
  meaningLine,
  buildCard,
  echoQuery,
  factSection,
  notFoundLine,
  nothingFoundCard,
} from './answer.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import { concerns, usableFacts, withConflicts } from '../../data/queries/fact-relations.ts';
import type { EntityHit } from '../../search/story-search.ts';
import type { Card, Line } from '../model/card.ts';
import { joinText, translate, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import type { LookupResult } from '../lookup-result.ts';

/** A title of the catalogue that takes what was `{asked}`. */
export type ListTitle = Extract<MessageKey, `${string}.title`>;

/** Facts under a heading of their own. */
export interface FactGroup {
  readonly heading: MessageKey;
  readonly holds: (fact: Fact) => boolean;
}

/**
 * Facts as they were found, best first, with how many there are of each kind; with `groups`, those of the first group
 * before those of the next. Each fact is to be in one group.
 */
export function factListCard(sought: LookupResult, title: ListTitle, groups: readonly FactGroup[] = []): Card {
  const { index, language, asked } = sought;
  const { story } = index;
  const found = withConflicts(sought.facts, story);
  const parts =
    groups.length === 0
      ? [{ heading: null, facts: found }]
      : groups.map(({ heading, holds }) => ({ heading: translate(language, heading), facts: found.filter(holds) }));
  const facts = parts.flatMap((part) => part.facts);
  if (facts.length === 0) {
    return nothingFoundCard(story, language, notFoundLine(sought));
  }
  return buildCard(story, language, {
    title: translate(language, title, { asked: { strong: echoQuery(asked) } }),
    lead: [
      ...(facts.length > 1 ? [counts(facts, language)] : []),
      ...meaningLine(sought),
      ...distinctNamesLine(sought),
    ],
    sections: [
      ...parts.flatMap((part) => factSection(part.heading, part.facts, story, language)),
      ...factSection(translate(language, 'nothing.related'), sought.related.slice(0, 2), story, language),
    ],
    facts,
    related: sought.related,
  });
}

function counts(facts: readonly Fact[], language: Language): Line {
  const kinds = KINDS.map((kind) => [kind, facts.filter((fact) => fact.kind === kind).length] as const);
  const parts = kinds.filter(([, n]) => n > 0).map(([kind, n]) => translate(language, `kind.${kind}`, { n }));
  return { as: 'small', words: translate(language, 'search.counts', { counts: joinText(parts) }) };
}

/** Somebody who is in the base without a word of theirs: said so, then what there is about them, apart. */
export function noQuotesCard({ entity }: EntityHit, { index, language, asked }: LookupResult): Card {
  const { story } = index;
  return nothingFoundCard(story, language, {
    asked,
    title: translate(language, 'nothing.noQuotes', { who: { strong: entity.name }, story: { em: story.title } }),
    related: newestFirst(usableFacts(story).filter((fact) => concerns(fact, entity.id))),
  });
}
