import type { Fact, Story } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import type { AskedKind, EntityHit, FactHit, WhereHit, WhoHit } from '../../search/story-search.ts';
import type { Card, Entity, Line, Section, StyledSpan, Suggestion } from '../model/card.ts';
import type { StyledText } from '../model/styled-text.ts';
import { translate, translateText } from '../i18n/translate.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { LookupResult } from '../lookup-result.ts';
import { nameOf, factStatement } from '../fact-statement.ts';

/** How a list of facts is shown: as full statements, or as the lines of a timeline. */
export type Showing = typeof factStatement;

/** A card with the given parts; all others are empty. */
export function buildCard(story: Story, language: Language, parts: Pick<Card, 'title'> & Partial<Card>): Card {
  return { ...EMPTY_CARD, foot: foot(story)(language), ...parts };
}

/** An answer that says nothing yet. */
export const EMPTY_CARD = {
  outcome: 'answer',
  lead: [],
  sections: [],
  foot: [],
  entity: null,
  facts: [],
  related: [],
  suggestions: [],
  checks: [],
} as const satisfies Omit<Card, 'title'>;

/** The last line of every answer about the story. */
const foot = memoizeByObject((story: Story) =>
  memoize(LANGUAGES.length, (language: Language): readonly Line[] => [
    {
      as: 'small',
      words: translate(language, 'foot.story', {
        story: { em: story.title },
        facts: translate(language, 'foot.facts', { n: story.facts.size }),
      }),
    },
  ]),
);

/** A question that cannot be taken, and why: one sentence. */
export const refusalCard = (sentence: string): Card => ({
  ...EMPTY_CARD,
  outcome: 'refused',
  title: [sentence],
});

/** Facts under one heading, each with those that contradict it beside it. An empty list makes no section. */
export function factSection(
  heading: StyledText | null,
  facts: readonly Fact[],
  story: Story,
  language: Language,
  show: Showing = factStatement,
): Section[] {
  if (facts.length === 0) return [];
  const blocks = facts.map((fact) => show(fact, story, language));
  return [heading === null ? { blocks } : { heading, blocks }];
}

/** Said where one name fits several, so that nobody takes them for the same. */
export const distinctNamesLine = ({
  apart,
  language,
}: {
  readonly apart: boolean;
  readonly language: Language;
}): Line[] => (apart ? [{ as: 'text', words: translate(language, 'who.notLinked') }] : []);

/** Said where the words of the facts alone did not find them. */
export const meaningLine = ({
  byMeaning,
  language,
}: {
  readonly byMeaning: boolean;
  readonly language: Language;
}): Line[] => (byMeaning ? [{ as: 'small', words: translate(language, 'way.meaning') }] : []);

export interface NotFound {
  readonly asked: string;
  readonly related?: readonly Fact[];
  /** What may answer, where nothing surely does. */
  readonly nearest?: readonly Fact[];
  /** What was asked for and no fact on the matter holds. */
  readonly lacks?: AskedKind | null;
  readonly suggestions?: readonly Suggestion[];
  /** Said instead of "Nothing in … about …". */
  readonly title?: StyledText;
  readonly lead?: readonly Line[];
}

/** What is said of a question that found nothing. */
export const notFoundLine = ({
  asked,
  related,
  nearest,
  lacks,
  suggestions,
  noSuchDay,
  language,
}: LookupResult): NotFound => ({
  asked,
  related,
  nearest,
  lacks,
  suggestions: suggestions.map(toSuggestion),
  ...(noSuchDay !== null && { title: translate(language, 'nothing.noSuchDay', { day: noSuchDay }) }),
});

/**
 * The answer when the base surely holds none. What may answer is said to be near; where the subject is known, but not what
 * was asked for, that is said first. The absence is said in any case, and nothing is guessed.
 */
export function nothingFoundCard(story: Story, language: Language, miss: NotFound): Card {
  const about: Record<string, StyledSpan> = { story: { em: story.title }, asked: { strong: echoQuery(miss.asked) } };
  const { lacks = null, nearest = [] } = miss;
  const retracted = (miss.related ?? []).filter((fact) => fact.status === 'retracted');
  const near = (nearest.length > 0 ? nearest : (miss.related ?? []))
    .filter((fact) => fact.status !== 'retracted')
    .slice(0, 3);
  const said =
    lacks !== null
      ? ({ title: `nothing.lacks.${lacks}`, heading: 'nothing.near' } as const)
      : nearest.length > 0
        ? ({ title: 'nothing.unsure', heading: 'nothing.nearest' } as const)
        : ({ title: 'nothing.about', heading: 'nothing.related' } as const);
  return buildCard(story, language, {
    outcome: nearest.length > 0 && lacks === null ? 'maybe' : 'nothing',
    title: miss.title ?? translate(language, said.title, about),
    lead: [...(miss.lead ?? []), ...(lacks === null ? [] : openQuestionLines(near, story, language))],
    sections: [
      ...factSection(translate(language, 'nothing.retracted'), retracted, story, language),
      ...factSection(translate(language, said.heading), near, story, language),
    ],
    related: [...retracted, ...near],
    suggestions: (miss.suggestions ?? []).slice(0, 3),
  });
}

/** The open questions of the desk about some facts, each with who looks after it. */
function openQuestionLines(facts: readonly Fact[], { questions }: Story, language: Language): Line[] {
  const about = [...questions.values()].filter(
    ({ id, state, facts: ids }) =>
      state === 'open' && facts.some((fact) => fact.question === id || ids.includes(fact.id)),
  );
  return about.map(({ asks, owner }) => ({
    as: 'text',
    words: translate(language, 'nothing.question', {
      asks,
      owner: owner === undefined ? translate(language, 'brief.unowned') : translate(language, 'brief.owner', { owner }),
    }),
  }));
}

const SHOWN = 100;

/** What was typed, cut to 100 characters and to one line. */
export function echoQuery(asked: string): string {
  const line = asked.replace(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN - 1).join('')}…` : line;
}

/**
 * By which way a name was found, when it was not the plain one. Another form in the language of the house ("Kurti") is
 * plain enough.
 */
export function matchTierLine({ way, matched, entity }: EntityHit, story: Story, language: Language): Line[] {
  if (way === 'id' || way === 'name') return [];
  if (way === 'alias' && entity.names[story.language]?.includes(matched) === true) return [];
  return [{ as: 'small', words: translate(language, `way.${way}`, { matched }) }];
}

export const toCardEntity = ({ entity }: Pick<EntityHit, 'entity'>): Entity => ({
  id: entity.id,
  name: entity.name,
  names: [...Object.values(entity.names).flat(), ...entity.weak],
});

/** A name as a button that asks for it. */
export function toSuggestion({ kind, entity }: EntityHit): Suggestion {
  const ask =
    kind === 'who'
      ? { command: 'who', options: { name: entity.id } }
      : { command: 'where', options: { place: entity.id } };
  return { label: entity.name, ask };
}

export const factsOfHits = (hits: readonly FactHit[]): Fact[] => hits.map(({ fact }) => fact);

type Met = Pick<WhoHit, 'kind' | 'entity'> | Pick<WhereHit, 'kind' | 'entity'>;

/** A line of an entity's role or kind, for lists and choices. */
export function roleLine(hit: Met, story: Story, language: Language): string {
  if (hit.kind === 'where') {
    const around = hit.entity.in === undefined ? [] : [nameOf(hit.entity.in, story)];
    return [translateText(language, 'type.place'), ...around].join(', ');
  }
  const { role, type } = hit.entity;
  if (role === undefined) return translateText(language, `type.${type}`);
  return role.of === undefined
    ? role.title
    : translateText(language, 'who.role', { title: role.title, of: nameOf(role.of, story) });
}
