import { KINDS, type Fact } from '../../data/model/fact.ts';
import { apartLine, card, echo, factSection, missOf, nothing } from './answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import type { Card, Line } from '../model/card.ts';
import { joined, say, type Key } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import type { Sought } from '../lookup-result.ts';

/** A title of the catalogue that takes what was `{asked}`. */
export type Title = Extract<Key, `${string}.title`>;

/** Facts under a heading of their own. */
export interface Group {
  readonly heading: Key;
  readonly holds: (fact: Fact) => boolean;
}

/**
 * Facts as they were found, best first, with how many there are of each kind; with `groups`, those of the first group
 * before those of the next. Each fact is to be in one group.
 */
export function listing(sought: Sought, title: Title, groups: readonly Group[] = []): Card {
  const { index, language, asked } = sought;
  const { story } = index;
  const found = withConflicts(sought.facts, story);
  const parts =
    groups.length === 0
      ? [{ heading: null, facts: found }]
      : groups.map(({ heading, holds }) => ({ heading: say(language, heading), facts: found.filter(holds) }));
  const facts = parts.flatMap((part) => part.facts);
  if (facts.length === 0) {
    return nothing(story, language, missOf(sought));
  }
  return card(story, language, {
    title: say(language, title, { asked: { strong: echo(asked) } }),
    lead: [...(facts.length > 1 ? [counts(facts, language)] : []), ...apartLine(sought)],
    sections: [
      ...parts.flatMap((part) => factSection(part.heading, part.facts, story, language)),
      ...factSection(say(language, 'nothing.related'), sought.related.slice(0, 2), story, language),
    ],
    facts,
    related: sought.related,
  });
}

function counts(facts: readonly Fact[], language: Language): Line {
  const kinds = KINDS.map((kind) => [kind, facts.filter((fact) => fact.kind === kind).length] as const);
  const parts = kinds.filter(([, n]) => n > 0).map(([kind, n]) => say(language, `kind.${kind}`, { n }));
  return { as: 'small', words: say(language, 'search.counts', { counts: joined(parts) }) };
}
