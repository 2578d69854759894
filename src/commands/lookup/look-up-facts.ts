import type { Fact } from '../../data/model/fact.ts';
import type { LookupResult } from '../../reply/lookup-result.ts';
import { concerns, isSetIn, usableFacts } from '../../data/queries/fact-relations.ts';
import { newestFirst } from '../../data/queries/chronology.ts';
import {
  findFacts,
  searchFacts,
  entityMentions,
  type EntityHit,
  type EntityMention,
  type FactHit,
  type Found,
  type FoundFacts,
  type StoryIndex,
} from '../../search/story-search.ts';
import type { Ask, Desk } from '../command.ts';
import type { OptionName } from '../definition/discord-definition.ts';
import { languageFor, storyOf, optionText } from '../ask.ts';
import { datesIn, inRange, intersectDates, optionFilters, type FactFilter } from './option-filters.ts';

const OPTIONS = ['day', 'from', 'to', 'person', 'place', 'kind', 'status', 'said_by', 'who'] as const;

interface LookupQuery {
  /** The option that the question is typed into. */
  readonly option: OptionName;
  /** Which facts the command is about; all of them where it is left out. */
  readonly only?: FactFilter;
  /** Whether words without a name or topic ("what happened") ask for all facts. */
  readonly whole?: true;
  /** Facts that rank before facts about the named person. */
  readonly foremost?: FactFilter;
}

/**
 * Finds facts by the words, names and dates of a question and by the other options of its command.
 * @throws ReaderError for an option with a day that does not exist, or with a person or place that the story does not have.
 */
export async function lookUpFacts(
  ask: Ask,
  desk: Desk,
  { option, only, whole, foremost }: LookupQuery,
): Promise<LookupResult> {
  const index = storyOf(ask, desk);
  const language = languageFor(ask);
  const text = optionText(ask, option);
  const { dates, noSuchDay } = datesIn(text, ask, index);
  const range = intersectDates(dates, ask, index, language);
  const passes = [only ?? (() => true), inRange(range, index), ...optionFilters(ask, index, language)];
  const filter: FactFilter = (fact) => passes.every((pass) => pass(fact));
  const narrowedTo = narrowing(ask);
  const found = {
    index,
    language,
    asked: echoOf(ask, option, index),
    range,
    noSuchDay,
    narrowedTo,
    apart: false,
    related: [],
    nearest: [],
    byMeaning: false,
    lacks: null,
    suggestions: [],
  };

  if (noSuchDay !== null) return { ...found, by: 'words', facts: [] };

  const chosen = index.story.facts.get(text);
  if (chosen?.status === 'retracted') return { ...found, by: 'words', facts: [], related: [chosen] };
  if (chosen !== undefined) return { ...found, asked: chosen.says, by: 'words', facts: [chosen] };

  const rest = dates?.rest ?? text;
  const { text: read, hits, rest: words, saying } = entityMentions(index, rest);
  const apart = (shown: readonly Fact[]): boolean => areApart(hits, shown);
  const isNarrowed = range !== null || OPTIONS.some((name) => optionText(ask, name) !== '');
  if (words === '' && hits.length === 0 && (text === '' || isNarrowed || whole === true)) {
    return { ...found, by: 'filter', facts: newestFirst(usableFacts(index.story).filter(filter)) };
  }
  const byName = words === '' && hits.length > 0;
  const met = byName ? wordsOnly(findFacts(index, rest, filter)) : await searchFacts(index, rest, filter);
  const facts = met.answers.map(({ fact }) => fact);
  const calledSo = (name: string | null): readonly Fact[] => {
    if (name === null) return [];
    return name === rest ? facts : findFacts(index, name, filter).answers.map(({ fact }) => fact);
  };
  // "What did Hetemi say" is not answered with what is said of him.
  if (byName && !(saying && hits.some(({ kind }) => kind === 'who'))) {
    const all = about(hits, index);
    const meant =
      foremost === undefined
        ? []
        : newestFirst(usableFacts(index.story).filter((fact) => foremost(fact) && filter(fact)));
    const named = [...new Set([...meant, ...all.filter(filter)])];
    // Best matches first, where people's names are part of the ranking; then other facts about the same entities.
    const best = hits.every(({ kind }) => kind === 'where') ? [] : facts.filter((fact) => named.includes(fact));
    const called = named.length === 0 ? [] : calledSo(nameAlone(hits, read));
    // A known person without facts of the wanted kind must not be answered with facts about somebody else.
    // "Police, Wednesday" also asks for what happened to police cars.
    const byWord = named.length === 0 && facts.length > 0 && range !== null;
    if (all.length > 0 && !byWord) {
      const kind = hits.every(({ kind }) => kind === 'where') ? 'where' : 'who';
      return {
        ...found,
        by: 'names',
        narrowedTo: narrowedTo ?? kind,
        apart: apart(named),
        facts: [...new Set([...meant, ...best, ...named, ...called])],
        related: named.length > 0 ? [] : all,
      };
    }
  }
  return {
    ...found,
    by: 'words',
    apart: apart(facts),
    facts,
    related: met.related.map(({ fact }) => fact),
    nearest: met.nearest.map(({ fact }) => fact),
    byMeaning: met.byMeaning,
    lacks: met.lacks,
    suggestions: met.suggestions,
  };
}

/** Whoever only names somebody does not ask for a meaning. */
const wordsOnly = (found: Found<FactHit>): FoundFacts => ({ ...found, nearest: [], byMeaning: false, lacks: null });

function narrowing(ask: Ask): LookupResult['narrowedTo'] {
  if (optionText(ask, 'place') !== '') return 'where';
  return (['person', 'said_by', 'who'] as const).every((name) => optionText(ask, name) === '') ? null : 'who';
}

/** Facts about all named entities, newest first. An ambiguous name matches any of its entities. */
function about(hits: readonly EntityMention[], index: StoryIndex): Fact[] {
  const names = [...Map.groupBy(hits, ({ start }) => start).values()];
  return newestFirst(usableFacts(index.story)).filter((fact) =>
    names.every((fitting) => fitting.some((hit) => isAbout(fact, hit, index))),
  );
}

/** The only name of a question without a place: its words find facts too ("police" finds police cars). */
function nameAlone(hits: readonly EntityMention[], text: string): string | null {
  const [{ start, end } = { start: 0, end: 0 }] = hits;
  return hits.some((hit) => hit.start !== start || hit.kind === 'where') ? null : text.slice(start, end);
}

/** Whether the facts are about different groups of one name, none about two: "masked men" in two places. */
function areApart(hits: readonly EntityMention[], facts: readonly Fact[]): boolean {
  return [...Map.groupBy(hits, ({ start }) => start).values()].some((fitting) => {
    const groups = fitting.filter(
      ({ kind, entity }) => kind === 'who' && facts.some((one) => concerns(one, entity.id)),
    );
    return (
      groups.length > 1 && !facts.some((fact) => groups.filter(({ entity }) => concerns(fact, entity.id)).length > 1)
    );
  });
}

const isAbout = (fact: Fact, { kind, entity }: EntityHit, { story }: StoryIndex): boolean =>
  kind === 'who' ? concerns(fact, entity.id) : isSetIn(fact, entity.id, story);

/** The typed text; a picked choice carries an id, so its name is shown. */
function echoOf(ask: Ask, option: OptionName, { story }: StoryIndex): string {
  const named = (text: string): string => story.who.get(text)?.name ?? story.where.get(text)?.name ?? text;
  return [option, ...OPTIONS.filter((name) => name !== option)]
    .map((name) => named(optionText(ask, name)))
    .filter((text) => text !== '')
    .join(' · ');
}
