import { ReaderError } from '../../errors.ts';
import { nothingFoundCard } from '../../reply/cards/answer.ts';
import type { Card } from '../../reply/model/card.ts';
import { formatInstant } from '../../reply/i18n/dates.ts';
import { withAgeNotes, asOfCard } from '../../reply/cards/time-notes.ts';
import { translate, translateText } from '../../reply/i18n/translate.ts';
import { parseDates } from '../../search/analysis/dates/read-dates.ts';
import type { Ask, Choice, Command, Desk, Typing } from '../command.ts';
import { choiceLabel, languageFor, storyIdOf, storyOf, optionText } from '../ask.ts';
import { localDay } from '../../local-day.ts';

/** The option of every look-up that asks for a past version. */
const AS_OF = 'as_of';
const MAX_CHOICES = 25;

/** The desk that answers an Ask: the current one, or that of the time in `as_of`. */
interface Standing {
  readonly desk: Desk;
  /** null for the base as it is now. */
  readonly at: Temporal.Instant | null;
}

/**
 * Answers an Ask, for Discord and the terminal: from the story of an earlier time where it asks for one, with the corrections
 * since; otherwise with notes on facts that are past their shelf life.
 */
export async function answerAsOf(command: Command, ask: Ask, desk: Desk): Promise<Card> {
  const { desk: then, at } = await deskAsOf(ask, desk);
  const language = languageFor(ask);
  if (at === null) return withCurrentAgeNotes(await command.answer(ask, desk), ask, desk);
  const { timezone } = storyOf(ask, desk).story;
  const date = formatInstant(at.toString(), timezone, language);
  if (then.stories.size === 0) {
    const { story } = storyOf(ask, desk);
    return nothingFoundCard(story, language, {
      asked: '',
      title: translate(language, 'asOf.before', { date, story: { em: story.title } }),
    });
  }
  const { [AS_OF]: _, ...options } = ask.options;
  const card = await command.answer({ ...ask, options, story: storyIdOf(ask, desk) }, then);
  const earlier = asOfCard(card, { date, now: storyOf(ask, desk).story }, language);
  // Suggestions ask about the same time.
  const kept = { [AS_OF]: optionText(ask, AS_OF) };
  return {
    ...earlier,
    suggestions: earlier.suggestions.map((each) => ({
      ...each,
      ask: { ...each.ask, options: { ...each.ask.options, ...kept } },
    })),
  };
}

/** @throws ReaderError for text that is no time or one ahead, and where there is no history. */
export async function deskAsOf(ask: Ask, desk: Desk): Promise<Standing> {
  const text = optionText(ask, AS_OF);
  if (text === '') return { desk, at: null };
  const language = languageFor(ask);
  const { id, timezone } = storyOf(ask, desk).story;
  if (desk.history === null) throw new ReaderError(translateText(language, 'asOf.nowhere'));
  const at = parseInstant(text, ask.now, timezone);
  if (at === null) throw new ReaderError(translateText(language, 'asOf.unread', { text }));
  if (Temporal.Instant.compare(at, ask.now) > 0) throw new ReaderError(translateText(language, 'asOf.ahead', { text }));
  const index = await desk.history.at(id, at);
  return { desk: { ...desk, stories: new Map(index === null ? [] : [[id, () => index]]) }, at };
}

const CLOCK = /(?:^|[\sT,])([01]?\d|2[0-3])[:.h]([0-5]\d)(?![\d.])/;

/**
 * An instant as people type it: "15 March, 14:00", "yesterday 9.30", "2031-03-15T14:00Z". A day without a time means its end,
 * or now if it is today; a time without a day means today.
 */
export function parseInstant(text: string, now: Temporal.Instant, timezone: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    // As a person types it.
  }
  const [said = '', hour, minute] = CLOCK.exec(text) ?? [];
  const read = parseDates(said === '' ? text : text.replace(said, ' '), { now, timezone });
  if (read !== null && 'impossible' in read) return null;
  if (read === null && hour === undefined) return null;
  const today = localDay(now, timezone);
  const day = read === null ? today : (read.to ?? read.from ?? today);
  const date = Temporal.PlainDate.from(day);
  if (hour !== undefined) {
    const plainTime = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
    return date.toZonedDateTime({ timeZone: timezone, plainTime }).toInstant();
  }
  const end = date.add({ days: 1 }).toZonedDateTime(timezone).toInstant().subtract({ milliseconds: 1 });
  return day === today ? now : end;
}

/** Notes which of the shown facts are past their shelf life now. */
function withCurrentAgeNotes(card: Card, ask: Ask, desk: Desk): Card {
  const id = storyIdOf(ask, desk);
  const story = id === null ? undefined : desk.stories.get(id)?.(ask.now).story;
  return story === undefined ? card : withAgeNotes(card, story, localDay(ask.now, story.timezone), languageFor(ask));
}

/** Choices of a command; for `as_of`, the instants at which the story changed, newest first. */
export async function autocompleteAsOf(
  command: Command | undefined,
  typing: Typing,
  desk: Desk,
): Promise<readonly Choice[]> {
  if (typing.focused !== AS_OF) return (await command?.autocomplete?.(typing, desk)) ?? [];
  const { store } = desk;
  const { id, timezone } = storyOf(typing, desk).story;
  const text = optionText(typing, AS_OF);
  const language = languageFor(typing);
  const understood = text === '' ? null : parseInstant(text, typing.now, timezone);
  const own =
    understood === null
      ? []
      : [{ name: choiceLabel(`${text} → ${formatInstant(understood.toString(), timezone, language)}`), value: text }];
  const changes = store === null ? [] : [...(await store.snapshots.list(id)), ...(await store.revisions.all(id))];
  const moments = [...new Set(changes.map(({ at }) => at))].toSorted().toReversed();
  const offered = moments
    .map((at) => ({ name: formatInstant(at, timezone, language), value: at }))
    .filter(({ name }) => understood !== null || name.toLowerCase().includes(text.toLowerCase()));
  return [...own, ...offered].slice(0, MAX_CHOICES);
}
