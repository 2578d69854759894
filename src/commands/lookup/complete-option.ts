import { formatDateRange } from '../../reply/i18n/dates.ts';
import { toPlainText, translate } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { factDays } from '../../data/queries/chronology.ts';
import { completeFacts, completeWhere, completeWho, type StoryIndex } from '../../search/story-search.ts';
import type { Choice, Desk, Typing } from '../command.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';
import { datesIn, isTimelineCommand } from './option-filters.ts';

const MAX_CHOICES = 25;
const FEW = 5;

/** Choices for the option under the cursor: names for people and places, days for dates, facts for free words. */
export function completeOption(typing: Typing, desk: Desk): readonly Choice[] {
  const index = storyOf(typing, desk);
  const text = optionText(typing, typing.focused);
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
      return unique([...typedChoice(text, typing, index, language), ...factChoices(typing, desk)]).slice(
        0,
        MAX_CHOICES,
      );
  }
}

/**
 * The typed text as first choice: Discord sends the top choice on Enter, which must not replace the question by one fact.
 * Where the text names days, the choice shows how they were understood.
 */
function typedChoice(text: string, typing: Typing, index: StoryIndex, language: Language): Choice[] {
  if (text === '') return [];
  const { dates } = datesIn(text, typing, index);
  const name = dates === null ? text : `${text} → ${formatDateRange(dates, language)}`;
  return [{ name: choiceLabel(name), value: text }];
}

/** Facts by their sentence; before them the people and places, and for a timeline the days, that it can be narrowed to. */
function factChoices(typing: Typing, desk: Desk): Choice[] {
  const index = storyOf(typing, desk);
  const text = optionText(typing, typing.focused);
  const language = languageFor(typing);
  const facts = completeFacts(index, text).map(({ fact }) => ({ name: choiceLabel(fact.says), value: fact.id }));
  const isTimeline = isTimelineCommand(typing.command);
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

/** Days with facts, newest first, filtered by the typed text. */
function days(typing: Typing, desk: Desk): Choice[] {
  const { story } = storyOf(typing, desk);
  const language = languageFor(typing);
  const text = optionText(typing, typing.focused).toLocaleLowerCase(language);
  return factDays(usableFacts(story))
    .map(({ day, n }) => ({
      name: `${formatDateRange({ from: day, to: day }, language)} · ${toPlainText(translate(language, 'foot.facts', { n }))}`,
      value: day,
    }))
    .filter(({ name, value }) => name.toLocaleLowerCase(language).includes(text) || value.includes(text))
    .slice(0, MAX_CHOICES);
}
