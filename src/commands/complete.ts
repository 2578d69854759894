import { sayRange } from '../reply/dates.ts';
import { plain, say } from '../reply/say.ts';
import { usable } from '../search/about.ts';
import { daysOf } from '../search/chronology.ts';
import { completeFacts, completeWhere, completeWho } from '../search/find.ts';
import type { Choice, Desk, Typing } from './command.ts';
import { entityChoice, fit, languageFor, storyOf, typed } from './desk.ts';

const MOST = 25;

/** Choices for the option under the cursor: names for people and places, days for dates, facts for free words. */
export function completeQuery(typing: Typing, desk: Desk): readonly Choice[] {
  const index = storyOf(typing, desk);
  const text = typed(typing, typing.focused);
  const language = languageFor(typing);
  switch (typing.focused) {
    case 'person':
    case 'said_by':
      return completeWho(index, text).map((hit) => entityChoice(hit, index, language));
    case 'place':
      return completeWhere(index, text).map((hit) => entityChoice(hit, index, language));
    case 'day':
    case 'from':
    case 'to':
    case 'since':
      return days(typing, desk);
    default:
      return completeFacts(index, text).map(({ fact }) => ({ name: fit(fact.says), value: fact.id }));
  }
}

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
