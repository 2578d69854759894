import { helpCard, type HelpTopic } from '../reply/cards/help.ts';
import type { Language } from '../reply/model/language.ts';
import type { Command } from './command.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { languageFor, storyOf } from './ask.ts';

/** Lists the commands, with examples from the facts of the story. */
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

/** The name of a command in Discord's menus. English is the default, so no list of translations holds it. */
function topicOf(data: Command['definition'], language: Language): HelpTopic {
  const here = ([locale]: readonly [string, unknown]): boolean => locale === language;
  const [, called] = Object.entries(data.name_localizations ?? {}).find(here) ?? [];
  const [, purpose] = Object.entries(data.description_localizations ?? {}).find(here) ?? [];
  return { name: data.name, called: called ?? data.name, purpose: purpose ?? data.description };
}
