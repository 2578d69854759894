import type { Ask, Command, MessageCommand } from '../command.ts';
import {
  commandDefinition,
  commandGroupDefinition,
  messageCommand,
  type CommandName,
  type MessageCommandName,
  type Option,
  type SubcommandName,
} from './discord-definition.ts';
import type { Rule } from '../permissions.ts';

/** What a command, or each of its subcommands, declares. The rest of `Command` follows from it. */
interface Declared extends Pick<Command, 'modal' | 'answer'> {
  readonly options: readonly Option[];
  /** Holds for all its entry points: typing it, its choices, its modal, its message command, its button. */
  readonly permission: Rule;
  /** Only the asker sees the answer, so there is no option `share`. */
  readonly ephemeral?: true;
  /** Entry points inside the answer that need another permission, by their whole names: `part:misses`. */
  readonly innerRules?: Readonly<Record<string, Rule>>;
}

interface DeclaredCommand extends Declared, Pick<Command, 'queryOption' | 'draft' | 'autocomplete' | 'notRepeatable'> {
  readonly name: CommandName;
  /** It is also in Discord's menu of a message, whose text becomes these options. */
  readonly message?: { readonly name: MessageCommandName; readonly options: MessageCommand['options'] };
}

interface DeclaredSubcommand<Name extends CommandName> extends Declared, NotRepeatable {
  readonly name: SubcommandName<Name>;
  /** A button under a proposal does it too. */
  readonly button?: 'also';
  /** It is also in Discord's menu of a message, whose text becomes these options. */
  readonly message?: { readonly name: MessageCommandName; readonly options: MessageCommand['options'] };
}

interface NotRepeatable {
  /** No button asks it again. */
  readonly notRepeatable?: true;
}

/** A subcommand that only a button under a proposal can do: Discord's menus do not list it. */
interface ButtonAction extends Declared, NotRepeatable {
  readonly name: string;
  readonly button: 'only';
}

interface DeclaredGroup<Name extends CommandName> extends Pick<Command, 'queryOption' | 'autocomplete'> {
  readonly name: Name;
  readonly subcommands: readonly (DeclaredSubcommand<Name> | ButtonAction)[];
  /** Answers an Ask that names no subcommand, as the terminal may. */
  readonly otherwise: SubcommandName<Name>;
}

/** A command without subcommands. */
export function defineCommand(declared: DeclaredCommand): Command {
  const { name, options, permission: _permission, innerRules: _innerRules, message, ...command } = declared;
  const { ephemeral, autocomplete, modal, draft } = command;
  return {
    ...command,
    definition: commandDefinition(name, options, ephemeral),
    ...(message && { menu: { data: messageCommand(message.name), options: message.options } }),
    rules: new Map(
      rulesOf(name, declared, {
        autocomplete: autocomplete !== undefined,
        form: modal !== undefined || draft !== undefined,
        menus: [
          ...(draft === undefined ? [] : [draft.menu.name]),
          ...(message === undefined ? [] : [messageCommand(message.name).name]),
        ],
        buttons: [],
      }),
    ),
  };
}

/** A command with subcommands. One row of the table declares one subcommand. */
export function defineCommandGroup<Name extends CommandName>(declared: DeclaredGroup<Name>): Command {
  const { name, subcommands, otherwise, queryOption, autocomplete } = declared;
  const rows = new Map<string, Declared>(subcommands.map((row) => [row.name, row]));
  const fallback = rows.get(otherwise);
  if (fallback === undefined) throw new Error(`/${name} answers as /${name} ${otherwise}, which it does not declare.`);
  const rowOf = (ask: Ask): Declared => rows.get(ask.options['action'] ?? '') ?? fallback;
  const typed = subcommands.filter((row) => row.button !== 'only');
  const [menu] = typed.flatMap((row) => messageCommandsOf(row));
  return {
    definition: commandGroupDefinition(name, typed),
    queryOption,
    ...where('ephemeral', subcommands),
    ...where('notRepeatable', subcommands),
    ...(menu && { menu }),
    rules: new Map(
      subcommands.flatMap((row) => [
        ...rulesOf(`${name}.${row.name}`, row, {
          autocomplete: autocomplete !== undefined && row.button !== 'only',
          form: row.modal !== undefined,
          menus: row.button === 'only' ? [] : messageCommandsOf(row).map(({ data }) => data.name),
          buttons: row.button === undefined ? [] : [row.name],
        }),
      ]),
    ),
    ...(subcommands.some(({ modal }) => modal !== undefined) && {
      modal: (ask, desk) => rowOf(ask).modal?.(ask, desk) ?? null,
    }),
    answer: (ask, desk) => rowOf(ask).answer(ask, desk),
    ...(autocomplete && { autocomplete }),
  };
}

/** The subcommands that have a property; `true` for all. Read by `appliesTo`. */
function where(
  what: 'ephemeral' | 'notRepeatable',
  rows: readonly (Declared & NotRepeatable & { readonly name: string })[],
): Pick<Command, 'ephemeral' | 'notRepeatable'> {
  const names = rows.filter((row) => row[what] === true).map(({ name }) => name);
  if (names.length === 0) return {};
  return { [what]: names.length === rows.length ? true : names };
}

const messageCommandsOf = ({
  name,
  message,
}: Pick<DeclaredSubcommand<CommandName>, 'message'> & { readonly name: string }): MessageCommand[] =>
  message === undefined
    ? []
    : [
        {
          data: messageCommand(message.name),
          options: (text) => ({ action: name, ...message.options(text) }),
        },
      ];

/** Every way to a command under its one permission, then the entry points inside its answer. */
function* rulesOf(
  name: string,
  { permission, innerRules = {} }: Declared,
  also: {
    readonly autocomplete: boolean;
    readonly form: boolean;
    readonly menus: readonly string[];
    readonly buttons: readonly string[];
  },
): Generator<[string, Rule]> {
  yield [`command:${name}`, permission];
  if (also.autocomplete) yield [`autocomplete:${name}`, permission];
  if (also.form) yield [`form:${name}`, permission];
  for (const menu of also.menus) yield [`menu:${menu}`, permission];
  for (const button of also.buttons) yield [`button:${button}`, permission];
  yield* Object.entries(innerRules);
}
