import { ReaderError } from '../errors.ts';
import type { EntityHit, StoryIndex } from '../search/story-search.ts';
import { languageOf, translateText } from '../reply/i18n/translate.ts';
import type { Language } from '../reply/model/language.ts';
import { roleLine } from '../reply/cards/answer.ts';
import type { Ask, Choice, Desk } from './command.ts';
import type { Origin } from './permissions.ts';

/**
 * The story that an Ask is about: the one of its channel, or the only one that there is.
 * @throws ReaderError when the channel has none, or one that is not loaded.
 */
export function storyOf(ask: Ask, desk: Desk): StoryIndex {
  const id = storyIdOf(ask, desk);
  if (id === null) throw new ReaderError(translateText(languageFor(ask), 'story.none'));
  const index = desk.stories.get(id)?.(ask.now);
  if (index === undefined) throw new ReaderError(translateText(languageFor(ask), 'story.notLoaded', { story: id }));
  return index;
}

/** The id of the story of a channel, or of the only one that there is; null where a channel has yet to choose. */
export function storyIdOf({ story }: Pick<Ask, 'story'>, { stories }: Desk): string | null {
  const [only = null] = stories.size === 1 ? stories.keys() : [];
  return story ?? only;
}

/** Where a question comes from that nobody in Discord asked. */
export const TERMINAL: Origin = {
  server: null,
  channel: null,
  user: null,
  name: '',
  roles: [],
  rank: 'reader',
  managesChannel: false,
  managesServer: false,
  lacks: [],
};

/** Whether something holds of a question: of its whole command, or of its subcommand. */
export const appliesTo = (
  of: true | readonly string[] | undefined,
  { options: { action = '' } }: Pick<Ask, 'options'>,
): boolean => of === true || of?.includes(action) === true;

/** What was typed into an option, trimmed; empty when it was left out. */
export const optionText = (ask: Ask, option: string): string => (ask.options[option] ?? '').trim();

export const languageFor = (ask: Ask): Language => languageOf(ask.locale);

const LONGEST = 100;

/** Cuts to the 100 characters that a choice may have, between letters. */
export function choiceLabel(text: string): string {
  if (text.length <= LONGEST) return text;
  let cut = '';
  for (const letter of text) {
    if (cut.length + letter.length > LONGEST - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** A name as a choice: with its role, so that two of one name are told apart. */
export function entityChoice(hit: EntityHit, index: StoryIndex, language: Language): Choice {
  const role = roleLine(hit, index.story, language);
  const { name, id, names } = hit.entity;
  // Why "ku" offers somebody whose name has no "ku": the form that was met is shown, unless it is of the house.
  const isPlain =
    hit.matched === name || hit.way === 'id' || names[index.story.language]?.includes(hit.matched) === true;
  const parts = [name, role, isPlain || hit.way === 'role' ? '' : hit.matched];
  return { name: choiceLabel(parts.filter((part) => part !== '').join(' · ')), value: id };
}
