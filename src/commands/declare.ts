import {
  SlashCommandBuilder,
  type SlashCommandAttachmentOption,
  type SlashCommandStringOption,
} from '@discordjs/builders';
import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { en } from '../reply/catalogue/en.ts';
import { word, type Key } from '../reply/say.ts';

type Named<Prefix extends string> =
  Extract<Key, `${Prefix}.${string}`> extends `${Prefix}.${infer Name}` ? Name : never;
export type CommandName = Named<'command'>;
export type OptionName = Named<'option'>;

const MOST_QUESTION = 100;
/** As long as Discord lets an option be. */
const MOST_TEXT = 6000;

/** An option of a command: text, with autocomplete unless it has fixed choices. */
export interface Option {
  readonly name: OptionName;
  readonly required?: true;
  readonly choices?: readonly string[];
  /** A whole text and no question: as long as Discord takes it, without autocomplete. */
  readonly long?: true;
  /** A file that is sent along. */
  readonly file?: true;
}

/**
 * A slash command as Discord takes it. Its words stand in the catalogue, under `command.` and `option.`. `own` leaves out
 * the option that shows the answer to everybody.
 */
export function declare(
  name: CommandName,
  options: readonly Option[],
  who: 'all' | 'own' = 'all',
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = new SlashCommandBuilder().setName(name).setDescription(word('en', `command.${name}`));
  for (const option of options) {
    if (option.file === true) command.addAttachmentOption((builder) => upload(builder, option));
    else command.addStringOption((builder) => fill(builder, option));
  }
  if (who === 'all') {
    command.addBooleanOption((builder) => builder.setName('share').setDescription(en['option.share']));
  }
  return command.toJSON();
}

const MESSAGE_MENU = 3;

/** A command in Discord's menu of a message. Its name stands in the catalogue, under `menu.`. */
export const declareMenu = (name: Named<'menu'>): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: MESSAGE_MENU,
  name: word('en', `menu.${name}`),
});

const upload = (builder: SlashCommandAttachmentOption, { name, required }: Option): SlashCommandAttachmentOption =>
  builder
    .setName(name)
    .setDescription(word('en', `option.${name}`))
    .setRequired(required ?? false);

function fill(builder: SlashCommandStringOption, option: Option): SlashCommandStringOption {
  const { name, required, choices, long } = option;
  builder
    .setName(name)
    .setDescription(word('en', `option.${name}`))
    .setRequired(required ?? false)
    .setMaxLength(long === true ? MOST_TEXT : MOST_QUESTION);
  if (long === true) return builder;
  return choices === undefined
    ? builder.setAutocomplete(true)
    : builder.addChoices(...choices.map((choice) => ({ name: choice, value: choice })));
}
