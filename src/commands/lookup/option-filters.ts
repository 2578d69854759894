import { ReaderError } from '../../errors.ts';
import type { Fact, Where, Who } from '../../data/model/fact.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { concerns, isSetIn } from '../../data/queries/fact-relations.ts';
import { fallsIn, storyNow, type Range } from '../../data/queries/chronology.ts';
import { findWhere, findWho, type EntityHit, type Found, type StoryIndex } from '../../search/story-search.ts';
import { parseDates } from '../../search/analysis/dates/read-dates.ts';
import type { Ask } from '../command.ts';
import { optionText } from '../ask.ts';

export type FactFilter = (fact: Fact) => boolean;

export interface DatedQuery extends Range {
  readonly rest: string;
}

/** The days that a question names, or the named day that does not exist. */
export function datesIn(
  text: string,
  ask: Ask,
  index: StoryIndex,
): { readonly dates: DatedQuery | null; readonly noSuchDay: string | null } {
  const read = readBy(text, ask, index, isTimelineCommand(ask.command));
  if (read !== null && 'impossible' in read) return { dates: null, noSuchDay: read.impossible };
  return { dates: read, noSuchDay: null };
}

/** @param bare whether the text can only be a time. */
const readBy = (text: string, { now }: Ask, { story }: StoryIndex, bare: boolean): ReturnType<typeof parseDates> =>
  parseDates(text, { now: storyNow(now, story), timezone: story.timezone, bare });

/** Whether "31.5" is a day in it, and no number. */
export const isTimelineCommand = (command: string): boolean => command === 'timeline' || command === 'when';

/**
 * The days that an option names; null when it was left out.
 * @throws ReaderError for what is no day.
 */
export function dayOption(name: string, ask: Ask, index: StoryIndex, language: Language): Range | null {
  const text = optionText(ask, name);
  if (text === '') return null;
  const read = readBy(text, ask, index, true);
  if (read !== null && !('impossible' in read)) return read;
  throw new ReaderError(translateText(language, 'nothing.noSuchDay', { day: read?.impossible ?? text }));
}

/** The days of the question, limited by the options `day`, `from` and `to`. */
export function intersectDates(dates: Range | null, ask: Ask, index: StoryIndex, language: Language): Range | null {
  const option = (name: string): Range | null => dayOption(name, ask, index, language);
  const from = option('from');
  const to = option('to');
  const ranges = [dates, option('day'), from && { from: from.from, to: null }, to && { from: null, to: to.to }];
  return ranges.reduce<Range | null>((all, next) => (next === null ? all : cut(all ?? next, next)), null);
}

const cut = (a: Range, b: Range): Range => ({
  from: a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from,
  to: a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to,
});

export const inRange =
  (range: Range | null, { story }: StoryIndex): FactFilter =>
  (fact) =>
    range === null || fallsIn(fact, range, story);

export function optionFilters(ask: Ask, index: StoryIndex, language: Language): FactFilter[] {
  const who = (name: string): (Who | Where) | null => entity(optionText(ask, name), index, findWho, language);
  const person = who('person');
  const speaker = who('said_by') ?? who('who');
  const place = entity(optionText(ask, 'place'), index, findWhere, language);
  const kind = optionText(ask, 'kind');
  const status = optionText(ask, 'status');
  return [
    (fact) => person === null || concerns(fact, person.id),
    (fact) => speaker === null || fact.said_by === speaker.id,
    (fact) => place === null || isSetIn(fact, place.id, index.story),
    (fact) => kind === '' || fact.kind === kind,
    (fact) => status === '' || fact.status === status,
  ];
}

function entity(
  text: string,
  index: StoryIndex,
  find: (index: StoryIndex, text: string) => Found<EntityHit>,
  language: Language,
): Who | Where | null {
  if (text === '') return null;
  const [first, ...others] = find(index, text).answers;
  if (first === undefined) throw new ReaderError(translateText(language, 'nothing.noSuchName', { name: text }));
  if (others.length > 0) throw new ReaderError(translateText(language, 'nothing.severalNames', { name: text }));
  return first.entity;
}
