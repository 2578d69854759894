import { helpCard, type HelpTopic } from '../reply/cards/help.ts';
import type { Language } from '../reply/model/language.ts';
import type { Command } from './command.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { languageFor, storyOf } from './ask.ts';

/** What can be asked here, with examples from the facts of the story itself. */
export const help = defineCommand({
  name: 'help',
  options: [],
  permission: READERS,
  queryOption: null,
  answer: (ask, desk) =>
    helpCard(
      storyOf(ask, desk).story,
      desk.commands.map(({ definition }) => topicOf(definition, languageFor(ask))),
      languageFor(ask),
    ),
});

/** A command as Discord's menus show it in a language; English stands in no list of others. */
function topicOf(data: Command['definition'], language: Language): HelpTopic {
  const here = ([locale]: readonly [string, unknown]): boolean => locale === language;
  const [, called] = Object.entries(data.name_localizations ?? {}).find(here) ?? [];
  const [, purpose] = Object.entries(data.description_localizations ?? {}).find(here) ?? [];
  return { name: data.name, called: called ?? data.name, purpose: purpose ?? data.description };
}
