import { ReaderError } from '../errors.ts';
import type { EntityHit, StoryIndex } from '../search/story-search.ts';
import { languageOf, translateText } from '../reply/i18n/translate.ts';
import type { Language } from '../reply/model/language.ts';
import { roleLine } from '../reply/cards/answer.ts';
import type { Ask, Choice, Desk } from './command.ts';
import type { Origin } from './permissions.ts';

/**
 * The story of an Ask: that of its channel, or the only one.
 * @throws ReaderError when the channel has none, or one that is not loaded.
 */
export function storyOf(ask: Ask, desk: Desk): StoryIndex {
  const id = storyIdOf(ask, desk);
  if (id === null) throw new ReaderError(translateText(languageFor(ask), 'story.none'));
  const index = desk.stories.get(id)?.(ask.now);
  if (index === undefined) throw new ReaderError(translateText(languageFor(ask), 'story.notLoaded', { story: id }));
  return index;
}

/** The id of the story of the channel, or of the only one; null where the channel has chosen none of several. */
export function storyIdOf({ story }: Pick<Ask, 'story'>, { stories }: Desk): string | null {
  const [only = null] = stories.size === 1 ? stories.keys() : [];
  return story ?? only;
}

/** The origin of an Ask from a terminal. */
export const TERMINAL: Origin = {
  server: null,
  isInstalled: false,
  channel: null,
  user: null,
  name: '',
  roles: [],
  rank: 'reader',
  managesChannel: false,
  managesServer: false,
  lacks: [],
};

/** Whether a property of a command (`ephemeral`, `notRepeatable`) holds for this Ask: for all, or for its subcommand. */
export const appliesTo = (
  of: true | readonly string[] | { readonly option: string } | undefined,
  { options }: Pick<Ask, 'options'>,
): boolean => {
  if (of === undefined || of === true) return of === true;
  return 'option' in of ? (options[of.option] ?? '') !== '' : of.includes(options['action'] ?? '');
};

/** The text of an option, trimmed; '' when it was left out. */
export const optionText = (ask: Ask, option: string): string => (ask.options[option] ?? '').trim();

export const languageFor = (ask: Ask): Language => languageOf(ask.locale);

const MAX_LABEL_LENGTH = 100;

/** Cuts to the 100 characters of a choice, between code points. */
export function choiceLabel(text: string): string {
  if (text.length <= MAX_LABEL_LENGTH) return text;
  let cut = '';
  for (const letter of text) {
    if (cut.length + letter.length > MAX_LABEL_LENGTH - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** A name as a choice, with its role to tell namesakes apart. */
export function entityChoice(hit: EntityHit, index: StoryIndex, language: Language): Choice {
  const role = roleLine(hit, index.story, language);
  const { name, id, names } = hit.entity;
  // The matched form explains why "ku" offers a name without "ku"; house forms need no explanation.
  const isPlain =
    hit.matched === name || hit.way === 'id' || names[index.story.language]?.includes(hit.matched) === true;
  const parts = [name, role, isPlain || hit.way === 'role' ? '' : hit.matched];
  return { name: choiceLabel(parts.filter((part) => part !== '').join(' · ')), value: id };
}
