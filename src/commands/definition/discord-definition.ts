import {
  SlashCommandBuilder,
  type SharedNameAndDescription,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import type {
  APIApplicationCommandOptionChoice,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import { LANGUAGES } from '../../reply/model/language.ts';

type Named<Prefix extends string> =
  Extract<MessageKey, `${Prefix}.${string}`> extends `${Prefix}.${infer Name}` ? Name : never;
export type CommandName = Named<'command'>;
export type OptionName = Named<'field'>;
export type ChoiceName = Named<'choice'>;
export type MessageCommandName = Named<'menu'>;
/** The subcommands that the catalogue describes for a command. */
export type SubcommandName<Name extends string> = Named<`does.${Name}`>;

/** UTF-16 units. */
const MAX_QUERY_LENGTH = 100;
/** Discord's limit for an option. */
const MAX_TEXT_LENGTH = 6000;

/** An option of a command: text, with autocomplete unless it has fixed choices. */
export interface Option {
  readonly name: OptionName;
  /** The catalogue entry that describes it, where its name means two things: `kind` of a search, of a proposal. */
  readonly about?: Named<'option'>;
  readonly required?: true;
  readonly choices?: readonly ChoiceName[];
  /** A whole text: as long as Discord allows, without autocomplete. */
  readonly long?: true;
  /** Free text without autocomplete. */
  readonly free?: true;
  /** An uploaded file. */
  readonly file?: true;
  /** A role of the server, by its id. */
  readonly role?: true;
}

/** The declaration of one subcommand, with its own options only. */
interface SubcommandDefinition<Name extends string> {
  readonly name: SubcommandName<Name>;
  readonly options: readonly Option[];
  readonly ephemeral?: true;
}

/**
 * A slash command as Discord takes it. The catalogue has its words: `name.` and `command.` for the command, `field.` and
 * `option.` for an option, `choice.` for a choice. Discord sends the English name, whichever language it was picked in.
 * An ephemeral command has no option `share`.
 */
export function commandDefinition(
  name: CommandName,
  options: readonly Option[],
  ephemeral?: true,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = newBuilder(name);
  addOptions(command, options, ephemeral);
  return command.toJSON();
}

/** A slash command with subcommands: the catalogue names them by `verb.` and describes them by `does.`. */
export function commandGroupDefinition<Name extends CommandName>(
  name: Name,
  subcommands: readonly SubcommandDefinition<Name>[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = newBuilder(name);
  for (const each of subcommands) {
    command.addSubcommand((builder) => {
      builder
        .setName(each.name)
        .setNameLocalizations(localised(keyOf(`verb.${each.name}`)))
        .setDescription(translateText('en', keyOf(`does.${name}.${each.name}`)))
        .setDescriptionLocalizations(localised(keyOf(`does.${name}.${each.name}`)));
      addOptions(builder, each.options, each.ephemeral);
      return builder;
    });
  }
  return command.toJSON();
}

/** TypeScript cannot infer that the two parts of a key join to a key. */
const keyOf = (key: string): MessageKey => key as MessageKey;

const newBuilder = (name: CommandName): SlashCommandBuilder =>
  new SlashCommandBuilder()
    .setName(name)
    .setNameLocalizations(localised(`name.${name}`))
    .setDescription(translateText('en', `command.${name}`))
    .setDescriptionLocalizations(localised(`command.${name}`));

function addOptions(
  to: SlashCommandBuilder | SlashCommandSubcommandBuilder,
  options: readonly Option[],
  ephemeral?: true,
): void {
  for (const option of options) {
    const { required = false } = option;
    if (option.file === true) to.addAttachmentOption((builder) => describe(builder, option).setRequired(required));
    else if (option.role === true) to.addRoleOption((builder) => describe(builder, option).setRequired(required));
    else to.addStringOption((builder) => addStringOption(builder, option));
  }
  if (ephemeral !== true) to.addBooleanOption((builder) => describe(builder, { name: 'share' }));
}

const MESSAGE_MENU = 3;

/** A command in Discord's menu of a message, by its key `menu.` in the catalogue. */
export const messageCommand = (name: MessageCommandName): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: MESSAGE_MENU,
  name: translateText('en', `menu.${name}`),
  name_localizations: localised(`menu.${name}`),
});

/** Discord uses the same language tags. It shows English for a language that is left out, so equal texts are left out. */
function localised(key: MessageKey): LocalizationMap {
  const english = translateText('en', key);
  const texts = LANGUAGES.map((language) => [language, translateText(language, key)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== english));
}

function describe<Builder extends SharedNameAndDescription>(builder: Builder, { name, about = name }: Option): Builder {
  builder
    .setName(name)
    .setNameLocalizations(localised(`field.${name}`))
    .setDescription(translateText('en', `option.${about}`))
    .setDescriptionLocalizations(localised(`option.${about}`));
  return builder;
}

function addStringOption(builder: SlashCommandStringOption, option: Option): SlashCommandStringOption {
  const { required, choices, long, free } = option;
  describe(builder, option)
    .setRequired(required ?? false)
    .setMaxLength(long === true ? MAX_TEXT_LENGTH : MAX_QUERY_LENGTH);
  if (long === true || free === true) return builder;
  return choices === undefined ? builder.setAutocomplete(true) : builder.addChoices(...choices.map(choiceOf));
}

const choiceOf = (choice: ChoiceName): APIApplicationCommandOptionChoice<string> => ({
  name: translateText('en', `choice.${choice}`),
  name_localizations: localised(`choice.${choice}`),
  value: choice,
});
