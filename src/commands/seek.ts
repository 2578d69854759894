import type { Fact } from '../data/fact.ts';
import type { Sought } from '../reply/sought.ts';
import { concerns, isIn, usable } from '../search/about.ts';
import { newestFirst } from '../search/chronology.ts';
import { findFacts, mentions, type EntityHit, type StoryIndex } from '../search/find.ts';
import type { Ask, Desk } from './command.ts';
import type { OptionName } from './declare.ts';
import { languageFor, storyOf, typed } from './desk.ts';
import { inRange, narrowed, optionFilters, readDay, type Only } from './filters.ts';

const OPTIONS = ['day', 'from', 'to', 'person', 'place', 'kind', 'status', 'said_by'] as const;

/**
 * Finds facts by the words, names and dates of a question and by the other options of its command.
 * @param only which facts the command is about; all of them where it is left out.
 * @throws ReaderError for a day that does not exist, or for a person or place that the story does not have.
 */
export function seek(ask: Ask, desk: Desk, option: OptionName, only: Only = () => true): Sought {
  const index = storyOf(ask, desk);
  const language = languageFor(ask);
  const text = typed(ask, option);
  const dates = readDay(text, ask, index, language);
  const range = narrowed(dates, ask, index, language);
  const passes = [only, inRange(range), ...optionFilters(ask, index)];
  const filter: Only = (fact) => passes.every((pass) => pass(fact));
  const shared = { index, language, asked: echoOf(ask, option), range };
  const rest = dates?.rest ?? text;
  const chosen = index.story.facts.get(text);
  if (chosen !== undefined) return { ...shared, related: [], suggestions: [], by: 'words', facts: [chosen] };
  const named = mentions(index, rest);
  const all = newestFirst(usable(index.story).filter(filter));
  const none = { related: [], suggestions: [] };
  if (rest.trim() === '' || (named.rest === '' && named.hits.length === 0))
    return { ...shared, ...none, by: 'filter', facts: all };
  const ranked = findFacts(index, rest, filter);
  const factsOf = (hits: typeof ranked.answers): Fact[] => hits.map(({ fact }) => fact);
  if (named.rest === '') {
    // A name that fits several is any of them; two names must both be met.
    const names = Map.groupBy(named.hits, ({ start }) => start);
    const facts = all.filter((fact) => names.values().every((hits) => hits.some((hit) => isAbout(fact, hit, index))));
    // Best first where the names themselves rank them, then whatever else is known of the same people and places.
    const first = factsOf(ranked.answers).filter((fact) => facts.includes(fact));
    if (facts.length > 0) return { ...shared, ...none, by: 'names', facts: [...new Set([...first, ...facts])] };
  }
  return {
    ...shared,
    by: 'words',
    facts: factsOf(ranked.answers),
    related: factsOf(ranked.related),
    suggestions: ranked.suggestions,
  };
}

const isAbout = (fact: Fact, { kind, entity }: EntityHit, { story }: StoryIndex): boolean =>
  kind === 'who' ? concerns(fact, entity.id) : isIn(fact, entity.id, story);

const echoOf = (ask: Ask, option: OptionName): string =>
  [option, ...OPTIONS.filter((name) => name !== option)]
    .map((name) => typed(ask, name))
    .filter((text) => text !== '')
    .join(' · ');
