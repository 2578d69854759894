import type { Fact, Story } from '../data/fact.ts';
import { usable } from '../search/about.ts';
import { newestFirst, oldestFirst, startsAfter } from '../search/chronology.ts';
import { card, factSection, withConflicts } from './answer.ts';
import type { Block, Card, Section } from './card.ts';
import { sayDate } from './dates.ts';
import { say, type Key, type Language } from './say.ts';
import { entry } from './statement.ts';
import { timelineOf } from './timeline-picture.ts';

/** What the desk was told before: the version of each fact as it was shown then. */
export type Known = ReadonlyMap<string, string>;

export interface Occasion {
  /** The day of the brief in the zone of the story, `YYYY-MM-DD`. */
  readonly today: string;
  /** New is what was not known then, or has changed since. */
  readonly known: Known;
  /** The time of the last brief in words, for "nothing new since …"; null for the first. */
  readonly since: string | null;
}

/** How many facts a block holds: together at most two screens of a phone turned sideways. */
const MOST = { stands: 3, fresh: 6, said: 6, dispute: 4, corrected: 4, ahead: 4, questions: 5, names: 12 } as const;

/**
 * The brief of a story in its eight blocks: where it stands, what is new, what can be said and on whose word, what is in
 * dispute, what is not known, what was corrected, what is ahead, names and spellings. A fact stands in one block alone.
 */
export function brief(story: Story, { today, known, since }: Occasion, language: Language): Card {
  const facts = newestFirst(usable(story)).filter((fact) => fact.kind !== 'role');
  const left = new Set(facts);
  const take = (most: number, pick: (fact: Fact) => boolean): Fact[] => {
    const taken = [...left].filter(pick).slice(0, most);
    for (const fact of taken) left.delete(fact);
    return taken;
  };
  const isNew = (fact: Fact): boolean => known.get(fact.id) !== fact.version;
  const disputed = withConflicts(
    take(MOST.dispute, ({ status }) => status === 'disputed' || status === 'unverified'),
    story,
  );
  for (const fact of disputed) left.delete(fact);
  const corrected = take(MOST.corrected, ({ corrected: notes }) => notes.length > 0);
  const ahead = oldestFirst(take(MOST.ahead, (fact) => startsAfter(fact, today)));
  const stands = take(
    MOST.stands,
    oncePerLine((fact) => fact.kind === 'event' && !startsAfter(fact, today)),
  );
  const fresh = take(MOST.fresh, oncePerLine(isNew));
  const said = take(
    MOST.said,
    oncePerLine((fact) => fact.said_by !== undefined),
  );
  const shown = [...stands, ...fresh, ...said, ...disputed, ...corrected, ...ahead];
  const quiet = since !== null && !facts.some(isNew);
  const block = (key: Key, list: readonly Fact[]): Section[] =>
    factSection(say(language, key), list, story, language, entry);
  const title = say(language, 'brief.title', { story: { em: story.title }, date: sayDate(today, language) });
  return card(story, language, {
    title,
    pictures: timelineOf(shown, { title, story, language, lanes: null }),
    lead: [
      { as: 'text', words: [story.line] },
      ...(quiet ? [{ as: 'text' as const, words: say(language, 'brief.quiet', { since }) }] : []),
    ],
    sections: [
      ...block('brief.stands', stands),
      ...block('brief.new', fresh),
      ...block('brief.said', said),
      ...block('brief.dispute', disputed),
      ...questions(story, language),
      ...block('brief.corrected', corrected),
      ...retractions(story, language),
      ...block('brief.ahead', ahead),
      ...spellings(shown, story, language),
    ],
    facts: shown,
  });
}

/** Of the facts that one line of a source proves, a block shows the first: three clauses of a sentence are one piece of news. */
function oncePerLine(pick: (fact: Fact) => boolean): (fact: Fact) => boolean {
  const seen = new Set<string>();
  return (fact) => {
    if (!pick(fact)) return false;
    const line = fact.citations
      .slice(0, 1)
      .map((citation) => `${citation.source}:${citation.line}`)
      .join('');
    return !seen.has(line) && seen.add(line).size > 0;
  };
}

/** What the desk does not know yet, each with its owner: an open question is part of a brief like any fact. */
function questions(story: Story, language: Language): Section[] {
  const open = [...story.questions.values()].filter(({ state }) => state === 'open').slice(0, MOST.questions);
  if (open.length === 0) return [];
  const blocks = open.map(({ asks, owner }): Block => {
    const by = owner === undefined ? say(language, 'brief.unowned') : say(language, 'brief.owner', { owner });
    return { lines: [{ as: 'item', words: [asks, ' (', ...by, ')'] }] };
  });
  return [{ heading: say(language, 'brief.unknown'), blocks }];
}

/** Retracted statements stand in a brief so that nobody uses them again, and never as something that is so. */
function retractions(story: Story, language: Language): Section[] {
  const retracted = [...story.facts.values()].filter(({ status }) => status === 'retracted');
  return factSection(say(language, 'nothing.retracted'), retracted.slice(0, MOST.corrected), story, language);
}

/** The house form of every name in the brief, with the forms that are typed by mistake or by right elsewhere. */
function spellings(shown: readonly Fact[], story: Story, language: Language): Section[] {
  const ids = new Set(shown.flatMap(({ who, where, said_by }) => [...who, ...where, said_by ?? '']));
  const entities = [...ids].flatMap((id) => story.who.get(id) ?? story.where.get(id) ?? []);
  const named = entities.filter((entity) => !('unnamed' in entity && entity.unnamed)).slice(0, MOST.names);
  if (named.length === 0) return [];
  const lines = named.map(({ name, names }) => {
    const others = [...new Set(Object.values(names).flat())].slice(0, 3);
    return {
      as: 'item' as const,
      words: [{ strong: name }, ...(others.length === 0 ? [] : [` ${others.join(' · ')}`])],
    };
  });
  return [{ heading: say(language, 'brief.names'), blocks: [{ lines }] }];
}
