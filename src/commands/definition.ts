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
import { translateText, type MessageKey } from '../reply/i18n/translate.ts';
import { LANGUAGES } from '../reply/model/language.ts';

type Named<Prefix extends string> =
  Extract<MessageKey, `${Prefix}.${string}`> extends `${Prefix}.${infer Name}` ? Name : never;
export type CommandName = Named<'command'>;
export type OptionName = Named<'field'>;
export type ChoiceName = Named<'choice'>;
/** The subcommands that the catalogue describes for a command. */
export type SubcommandName<Name extends string> = Named<`does.${Name}`>;

const MOST_QUESTION = 100;
/** As long as Discord lets an option be. */
const MOST_TEXT = 6000;

/** An option of a command: text, with autocomplete unless it has fixed choices. */
export interface Option {
  readonly name: OptionName;
  /** Described by another entry than that of its name: what means one thing to a search means another to a proposal. */
  readonly about?: Named<'option'>;
  readonly required?: true;
  readonly choices?: readonly ChoiceName[];
  /** A whole text and no question: as long as Discord takes it, without autocomplete. */
  readonly long?: true;
  /** A text of which there is no list to choose from: without autocomplete. */
  readonly free?: true;
  /** A file that is sent along. */
  readonly file?: true;
  /** A role of the server, by its id. */
  readonly role?: true;
}

/** One thing that a command with subcommands does, with its own options and no others. */
export interface Subcommand<Name extends string> {
  readonly name: SubcommandName<Name>;
  readonly options: readonly Option[];
  /** `own` leaves out the option that shows the answer to everybody. */
  readonly who: 'all' | 'own';
}

/**
 * A slash command as Discord takes it. Its words stand in the catalogue: `name.` and `command.` for the command, `field.`
 * and `option.` for an option, `choice.` for what an option may be. Discord sends the English name, whichever was picked.
 * `own` leaves out the option that shows the answer to everybody.
 */
export function slashCommand(
  name: CommandName,
  options: readonly Option[],
  who: 'all' | 'own' = 'all',
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = newBuilder(name);
  add(command, options, who);
  return command.toJSON();
}

/** A command whose subcommands are named by `verb.` and described by `does.`; the door puts which one it is into `action`. */
export function slashCommandGroup<Name extends CommandName>(
  name: Name,
  subcommands: readonly Subcommand<Name>[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const command = newBuilder(name);
  for (const each of subcommands) {
    command.addSubcommand((builder) => {
      builder
        .setName(each.name)
        .setNameLocalizations(localised(keyOf(`verb.${each.name}`)))
        .setDescription(translateText('en', keyOf(`does.${name}.${each.name}`)))
        .setDescriptionLocalizations(localised(keyOf(`does.${name}.${each.name}`)));
      add(builder, each.options, each.who);
      return builder;
    });
  }
  return command.toJSON();
}

/** TypeScript does not put two names together to the key that they were taken from. */
const keyOf = (key: string): MessageKey => key as MessageKey;

const newBuilder = (name: CommandName): SlashCommandBuilder =>
  new SlashCommandBuilder()
    .setName(name)
    .setNameLocalizations(localised(`name.${name}`))
    .setDescription(translateText('en', `command.${name}`))
    .setDescriptionLocalizations(localised(`command.${name}`));

function add(
  to: SlashCommandBuilder | SlashCommandSubcommandBuilder,
  options: readonly Option[],
  who: 'all' | 'own',
): void {
  for (const option of options) {
    const { required = false } = option;
    if (option.file === true) to.addAttachmentOption((builder) => describe(builder, option).setRequired(required));
    else if (option.role === true) to.addRoleOption((builder) => describe(builder, option).setRequired(required));
    else to.addStringOption((builder) => addStringOption(builder, option));
  }
  if (who === 'all') to.addBooleanOption((builder) => describe(builder, { name: 'share' }));
}

const MESSAGE_MENU = 3;

/** A command in Discord's menu of a message. Its name stands in the catalogue, under `menu.`. */
export const messageCommand = (name: Named<'menu'>): RESTPostAPIContextMenuApplicationCommandsJSONBody => ({
  type: MESSAGE_MENU,
  name: translateText('en', `menu.${name}`),
  name_localizations: localised(`menu.${name}`),
});

/** Discord knows these languages by our tags, and shows English where a language is left out: as for what it says alike. */
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
    .setMaxLength(long === true ? MOST_TEXT : MOST_QUESTION);
  if (long === true || free === true) return builder;
  return choices === undefined ? builder.setAutocomplete(true) : builder.addChoices(...choices.map(choiceOf));
}

const choiceOf = (choice: ChoiceName): APIApplicationCommandOptionChoice<string> => ({
  name: translateText('en', `choice.${choice}`),
  name_localizations: localised(`choice.${choice}`),
  value: choice,
});
