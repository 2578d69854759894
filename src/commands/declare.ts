import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord-api-types/v10';
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
}

/** A slash command as Discord takes it. Its words stand in the catalogue, under `command.` and `option.`. */
export function declare(
  name: CommandName,
  options: readonly Option[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = new SlashCommandBuilder().setName(name).setDescription(word('en', `command.${name}`));
  for (const option of options) command.addStringOption((builder) => fill(builder, option));
  command.addBooleanOption((builder) => builder.setName('share').setDescription(en['option.share']));
  return command.toJSON();
}

function fill(builder: SlashCommandStringOption, { name, required, choices, long }: Option): SlashCommandStringOption {
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
