import { sayRange } from '../../reply/i18n/dates.ts';
import { plain, say } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { usable } from '../../data/queries/fact-relations.ts';
import { daysOf } from '../../data/queries/chronology.ts';
import { completeFacts, completeWhere, completeWho, type StoryIndex } from '../../search/story-search.ts';
import type { Choice, Desk, Typing } from '../command.ts';
import { entityChoice, fit, languageFor, storyOf, typed } from '../ask.ts';
import { daysIn, isOfTime } from './option-filters.ts';

const MOST = 25;
const FEW = 5;

/** Choices for the option under the cursor: names for people and places, days for dates, facts for free words. */
export function completeQuery(typing: Typing, desk: Desk): readonly Choice[] {
  const index = storyOf(typing, desk);
  const text = typed(typing, typing.focused);
  const language = languageFor(typing);
  switch (typing.focused) {
    case 'person':
    case 'said_by':
    case 'who':
      return completeWho(index, text).map((hit) => entityChoice(hit, index, language));
    case 'place':
      return completeWhere(index, text).map((hit) => entityChoice(hit, index, language));
    case 'day':
    case 'from':
    case 'to':
    case 'since':
      return days(typing, desk);
    default:
      return unique([...asTyped(text, typing, index, language), ...freely(typing, desk)]).slice(0, MOST);
  }
}

/**
 * What was typed, as the first choice: Discord sends the choice at the top on Enter, and a question is not the one fact
 * that is nearest to it. Where it names days, the choice says which ones were understood.
 */
function asTyped(text: string, typing: Typing, index: StoryIndex, language: Language): Choice[] {
  if (text === '') return [];
  const { dates } = daysIn(text, typing, index);
  const name = dates === null ? text : `${text} → ${sayRange(dates, language)}`;
  return [{ name: fit(name), value: text }];
}

/** Facts by their sentence; before them the people and places, and for a timeline the days, that it can be narrowed to. */
function freely(typing: Typing, desk: Desk): Choice[] {
  const index = storyOf(typing, desk);
  const text = typed(typing, typing.focused);
  const language = languageFor(typing);
  const facts = completeFacts(index, text).map(({ fact }) => ({ name: fit(fact.says), value: fact.id }));
  const isTimeline = isOfTime(typing.command);
  if (!isTimeline && typing.command !== 'search') return facts;
  const names = [...completeWho(index, text, FEW), ...completeWhere(index, text, FEW)];
  return [
    ...(isTimeline ? days(typing, desk).slice(0, FEW) : []),
    ...names.map((hit) => ({ ...entityChoice(hit, index, language), value: hit.entity.name })),
    ...facts,
  ];
}

const unique = (choices: readonly Choice[]): Choice[] =>
  choices.filter(({ value }, at) => choices.findIndex((other) => other.value === value) === at);

/** The days that the base has facts of, newest first, as the calendar writes them; what is typed narrows them. */
function days(typing: Typing, desk: Desk): Choice[] {
  const { story } = storyOf(typing, desk);
  const language = languageFor(typing);
  const text = typed(typing, typing.focused).toLocaleLowerCase(language);
  return daysOf(usable(story))
    .map(({ day, n }) => ({
      name: `${sayRange({ from: day, to: day }, language)} · ${plain(say(language, 'foot.facts', { n }))}`,
      value: day,
    }))
    .filter(({ name, value }) => name.toLocaleLowerCase(language).includes(text) || value.includes(text))
    .slice(0, MOST);
}
