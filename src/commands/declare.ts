import {
  SlashCommandBuilder,
  type SharedNameAndDescription,
  type SlashCommandAttachmentOption,
  type SlashCommandStringOption,
} from '@discordjs/builders';
import type {
  APIApplicationCommandOptionChoice,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { LANGUAGES, word, type Key } from '../reply/say.ts';

type Named<Prefix extends string> =
  Extract<Key, `${Prefix}.${string}`> extends `${Prefix}.${infer Name}` ? Name : never;
export type CommandName = Named<'command'>;
export type OptionName = Named<'option'>;
export type ChoiceName = Named<'choice'>;

const MOST_QUESTION = 100;
/** As long as Discord lets an option be. */
const MOST_TEXT = 6000;

/** An option of a command: text, with autocomplete unless it has fixed choices. */
export interface Option {
  readonly name: OptionName;
  readonly required?: true;
  readonly choices?: readonly ChoiceName[];
  /** A whole text and no question: as long as Discord takes it, without autocomplete. */
  readonly long?: true;
  /** A file that is sent along. */
  readonly file?: true;
}

/**
 * A slash command as Discord takes it. Its words stand in the catalogue: `name.` and `command.` for the command, `field.`
 * and `option.` for an option, `choice.` for what an option may be. Discord sends the English name, whichever was picked.
 * `own` leaves out the option that shows the answer to everybody.
 */
export function declare(
  name: CommandName,
  options: readonly Option[],
  who: 'all' | 'own' = 'all',
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = new SlashCommandBuilder()
    .setName(name)
    .setNameLocalizations(localised(`name.${name}`))
    .setDescription(word('en', `command.${name}`))
    .setDescriptionLocalizations(localised(`command.${name}`));
  for (const option of options) {
    if (option.file === true) command.addAttachmentOption((builder) => upload(builder, option));
    else command.addStringOption((builder) => fill(builder, option));
  }
  if (who === 'all') command.addBooleanOption((builder) => called(builder, 'share'));
  return command.toJSON();
}

const MESSAGE_MENU = 3;

/** A command in Discord's menu of a message. Its name stands in the catalogue, under `menu.`. */
export const declareMenu = (name: Named<'menu'>): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: MESSAGE_MENU,
  name: word('en', `menu.${name}`),
  name_localizations: localised(`menu.${name}`),
});

/** Discord knows these languages by our tags, and shows English where a language is left out: as for what it says alike. */
function localised(key: Key): LocalizationMap {
  const english = word('en', key);
  const texts = LANGUAGES.map((language) => [language, word(language, key)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== english));
}

function called<Builder extends SharedNameAndDescription>(builder: Builder, name: OptionName): Builder {
  builder
    .setName(name)
    .setNameLocalizations(localised(`field.${name}`))
    .setDescription(word('en', `option.${name}`))
    .setDescriptionLocalizations(localised(`option.${name}`));
  return builder;
}

const upload = (builder: SlashCommandAttachmentOption, { name, required }: Option): SlashCommandAttachmentOption =>
  called(builder, name).setRequired(required ?? false);

function fill(builder: SlashCommandStringOption, option: Option): SlashCommandStringOption {
  const { name, required, choices, long } = option;
  called(builder, name)
    .setRequired(required ?? false)
    .setMaxLength(long === true ? MOST_TEXT : MOST_QUESTION);
  if (long === true) return builder;
  return choices === undefined ? builder.setAutocomplete(true) : builder.addChoices(...choices.map(choiceOf));
}

const choiceOf = (choice: ChoiceName): APIApplicationCommandOptionChoice<string> => ({
  name: word('en', `choice.${choice}`),
  name_localizations: localised(`choice.${choice}`),
  value: choice,
});
