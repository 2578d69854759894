import type { Fact, Story } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst, oldestFirst, startsAfter } from '../../data/queries/chronology.ts';
import { buildCard } from '../cards/answer.ts';
import { withConflicts } from '../../data/queries/fact-relations.ts';
import { fitSections, type BriefSection, type BriefItem } from './fit-sections.ts';
import type { Card, Line } from '../model/card.ts';
import { formatDate } from '../i18n/dates.ts';
import { joinText, translate, type MessageKey } from '../i18n/translate.ts';
import type { Language } from '../model/language.ts';
import { briefItem, sourceLine } from '../fact-statement.ts';
import { timelinePictures } from '../pictures/timeline.ts';

/** What the desk was told before: the version of each fact as it was shown then. */
export type ToldFacts = ReadonlyMap<string, string>;

export interface Occasion {
  /** The day of the brief in the zone of the story, `YYYY-MM-DD`. */
  readonly today: string;
  /** New is what was not known then, or has changed since. */
  readonly known: ToldFacts;
  /** The time of the last brief in words, for "nothing new since …"; null for the first. */
  readonly since: string | null;
  /** What was asked here and is not answered yet, beside the questions of the story's own. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly asks: string;
  /** Who looks for the answer; null for nobody yet. */
  readonly owner: string | null;
}

/** How many of each block come before another gets more (`fitSections`); `stands` and `names` never have more. */
const FIRST = {
  stands: 3,
  fresh: 3,
  dispute: 2,
  unknown: 3,
  corrected: 2,
  retracted: 2,
  ahead: 2,
  said: 2,
  names: 6,
} as const;

/**
 * The brief of a story in its eight blocks: where it stands, what is new, what can be said and on whose word, what is in
 * dispute, what is not known, what was corrected, what is ahead, names and spellings. A fact is in one block only, and
 * all of it is at most two screens.
 */
export function brief(story: Story, { today, known, since, asked }: Occasion, language: Language): Card {
  const facts = newestFirst(usableFacts(story)).filter((fact) => fact.kind !== 'role');
  const left = new Set(facts);
  const take = (pick: (fact: Fact) => boolean, most?: number): Fact[] => {
    const taken = [...left].filter(pick).slice(0, most);
    for (const fact of taken) left.delete(fact);
    return taken;
  };
  const isNew = (fact: Fact): boolean => known.get(fact.id) !== fact.version;
  const disputed = disputes(
    take(({ status }) => status === 'disputed' || status === 'unverified'),
    story,
  );
  for (const fact of disputed.flat()) left.delete(fact);
  // What was corrected today comes first, whenever it happened.
  const corrected = take(({ corrected: notes }) => notes.length > 0).toSorted((a, b) => lastNoted(b, a));
  const ahead = oldestFirst(take((fact) => startsAfter(fact, today)));
  const stands = take(
    oncePerLine((fact) => fact.kind === 'event' && !startsAfter(fact, today)),
    FIRST.stands,
  );
  const fresh = take(oncePerLine(isNew));
  const said = take(oncePerLine((fact) => fact.said_by !== undefined));
  const quiet = since !== null && !facts.some(isNew);
  const alone = (list: readonly Fact[]): readonly Fact[][] => list.map((fact) => [fact]);
  const shelf = (key: MessageKey, units: readonly (readonly Fact[])[], first: number): BriefSection => ({
    heading: translate(language, key),
    units: units.map((unit) => unit.map((fact) => briefItem(fact, story, language))),
    first,
  });
  const sections = fitSections(
    [
      shelf('brief.stands', alone(stands), FIRST.stands),
      shelf('brief.new', alone(fresh), FIRST.fresh),
      shelf('brief.said', alone(said), FIRST.said),
      shelf('brief.dispute', disputed, FIRST.dispute),
      questions(story, asked, language),
      shelf('brief.corrected', alone(corrected), FIRST.corrected),
      // A brief names retracted statements so that nobody uses them again, never as current ones.
      shelf('nothing.retracted', alone(retractions(story)), FIRST.retracted),
      shelf('brief.ahead', alone(ahead), FIRST.ahead),
      spellings(facts, story, language),
    ],
    language,
  );
  const onIt = sections.flatMap(({ blocks }) => blocks.flatMap(({ fact }) => story.facts.get(fact ?? '') ?? []));
  const shown = onIt.filter(({ status }) => status !== 'retracted');
  const title = translate(language, 'brief.title', { story: { em: story.title }, date: formatDate(today, language) });
  const whole = buildCard(story, language, { title });
  return {
    ...whole,
    pictures: timelinePictures(shown, { title, story, language, lanes: null }),
    lead: [
      { as: 'text', words: [story.line] },
      ...(quiet ? [{ as: 'text' as const, words: translate(language, 'brief.quiet', { since }) }] : []),
    ],
    sections,
    facts: shown,
    foot: [...sourcesOf(onIt, story, language), ...whole.foot],
  };
}

/** Days of EDTF sort as text. */
function lastNoted(a: Fact, b: Fact): number {
  const [one = '', other = ''] = [a, b].map(({ corrected }) =>
    corrected
      .map(({ on }) => on)
      .toSorted()
      .at(-1),
  );
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * Facts with those that contradict them, and those that contradict these, each once: a side of a dispute is never shown
 * alone, nor does the middle one of three.
 */
function disputes(facts: readonly Fact[], story: Story): (readonly Fact[])[] {
  const seen = new Set<string>();
  return facts.flatMap((fact) => {
    if (seen.has(fact.id)) return [];
    let unit: readonly Fact[] = [fact];
    for (let size = 0; size < unit.length;) {
      size = unit.length;
      unit = withConflicts(unit, story);
    }
    for (const { id } of unit) seen.add(id);
    return [unit];
  });
}

/** What each source of the items is: they name it by its id. */
function sourcesOf(facts: readonly Fact[], story: Story, language: Language): Line[] {
  const ids = new Set(facts.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const sources = [...ids].flatMap((id) => story.sources.get(id) ?? []);
  return sources.map((source) => ({ as: 'small', words: joinText(sourceLine(source, language), ', ') }));
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
function questions(story: Story, asked: readonly Asked[], language: Language): BriefSection {
  const own = [...story.questions.values()].filter(({ state }) => state === 'open');
  const owners = new Map<string, string | null>(own.map(({ asks, owner = null }) => [asks, owner]));
  for (const { asks, owner } of asked) owners.set(asks, owners.get(asks) ?? owner);
  const units = [...owners].map(([asks, owner]): BriefItem => {
    const by = owner === null ? translate(language, 'brief.unowned') : translate(language, 'brief.owner', { owner });
    return [{ lines: [{ as: 'item', words: [asks, ' (', ...by, ')'] }] }];
  });
  return { heading: translate(language, 'brief.unknown'), units, first: FIRST.unknown };
}

const retractions = (story: Story): Fact[] => [...story.facts.values()].filter(({ status }) => status === 'retracted');

/**
 * The house form of the proper names of the newest facts, with the forms of other languages, or other forms of the house
 * where there are none. A group has no name, only words that describe it.
 */
function spellings(newest: readonly Fact[], story: Story, language: Language): BriefSection {
  const ids = new Set(newest.flatMap(({ who, where, said_by }) => [...who, ...where, said_by ?? '']));
  const units = [...ids].flatMap((id): BriefItem[] => {
    const entity = story.who.get(id) ?? story.where.get(id);
    if (entity === undefined || ('type' in entity && (entity.type === 'group' || entity.unnamed))) return [];
    const { [story.language]: own = [], ...foreign } = entity.names;
    const abroad = Object.values(foreign).flatMap((forms) => forms.slice(0, 1));
    const others = [...new Set(abroad.length > 0 ? abroad : own)].filter((form) => form !== entity.name).slice(0, 3);
    if (others.length === 0) return [];
    return [[{ lines: [{ as: 'item', words: [{ strong: entity.name }, ' · ', others.join(' · ')] }] }]];
  });
  return { heading: translate(language, 'brief.names'), units: units.slice(0, FIRST.names), first: FIRST.names };
}
