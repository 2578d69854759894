import type { APIApplicationCommand, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command } from '../../commands/command.ts';

export type ApplicationCommandData = RESTPutAPIApplicationCommandsJSONBody[number];

/**
 * `servers`: where a server has installed the bot, and in its own direct messages. `everywhere`: also with people who installed
 * it for themselves, and in other direct messages: https://docs.discord.com/developers/interactions/application-commands#interaction-contexts
 */
const SCOPES = {
  everywhere: { integration_types: [0, 1], contexts: [0, 1, 2] },
  servers: { integration_types: [0], contexts: [0, 1] },
} as const;

type Declared = Pick<Command, 'definition' | 'draft' | 'menu'>;

/** The message commands that a command adds. */
export const messageCommandsOf = ({ draft, menu }: Pick<Declared, 'draft' | 'menu'>) => [
  ...(draft === undefined ? [] : [draft.menu]),
  ...(menu === undefined ? [] : [menu.data]),
];

/**
 * The slash commands and the message commands, as Discord takes them. Those of one server may not have contexts or
 * integration types.
 */
export const applicationCommands = (
  commands: readonly Declared[],
  scope: keyof typeof SCOPES | 'one server' = 'everywhere',
): ApplicationCommandData[] =>
  commands
    .flatMap((command): ApplicationCommandData[] => [command.definition, ...messageCommandsOf(command)])
    .map(({ contexts, integration_types, ...declared }) =>
      scope === 'one server'
        ? declared
        : {
            ...declared,
            contexts: contexts ?? [...SCOPES[scope].contexts],
            integration_types: integration_types ?? [...SCOPES[scope].integration_types],
          },
    );

/** The changes that make Discord's list of commands equal to ours. */
export interface CommandDiff {
  readonly add: readonly string[];
  readonly change: readonly string[];
  readonly keep: readonly string[];
  /** On Discord and not ours. They stay unless their deletion was asked for. */
  readonly foreign: readonly string[];
  readonly remove: readonly string[];
  /** The whole list, because Discord replaces all commands of all types at once; null if nothing differs. */
  readonly write: readonly ApplicationCommandData[] | null;
}

const CHAT = 1;

/** Two commands of different types may have one name. */
export function diffCommands(
  ours: readonly ApplicationCommandData[],
  theirs: readonly APIApplicationCommand[],
  remove: boolean,
): CommandDiff {
  const known = new Map(theirs.map((command) => [keyOf(command), command]));
  const wanted = new Set(ours.map(keyOf));
  const foreign = theirs.filter((command) => !wanted.has(keyOf(command)));
  const add = ours.filter((command) => !known.has(keyOf(command)));
  const change = ours.filter((command) => {
    const there = known.get(keyOf(command));
    return there !== undefined && canonical(asDeclared(there, command)) !== canonical(command);
  });
  const changed = new Set([...add, ...change].map(keyOf));
  const idle = changed.size === 0 && (!remove || foreign.length === 0);
  return {
    add: add.map(nameOf),
    change: change.map(nameOf),
    keep: ours.filter((command) => !changed.has(keyOf(command))).map(nameOf),
    foreign: remove ? [] : foreign.map(nameOf),
    remove: remove ? foreign.map(nameOf) : [],
    write: idle ? null : [...ours, ...(remove ? [] : (foreign as unknown as readonly ApplicationCommandData[]))],
  };
}

type Named = Pick<ApplicationCommandData, 'name' | 'type'>;
const keyOf = ({ name, type }: Named): string => `${type ?? CHAT} ${name}`;
const nameOf = ({ name, type }: Named): string => ((type ?? CHAT) === CHAT ? `/${name}` : `“${name}”`);

/** Fields that Discord adds. */
const NOT_DECLARED = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'name_localized',
  'description_localized',
]);

/** Where a command names no contexts or integration types, Discord fills in those of the application. */
function asDeclared(there: APIApplicationCommand, ours: ApplicationCommandData): object {
  const { contexts, integration_types: types, ...rest } = there;
  return { ...rest, ...(ours.contexts && { contexts }), ...(ours.integration_types && { integration_types: types }) };
}

const alphabetic = (one: unknown, other: unknown): number => String(one).localeCompare(String(other), 'en');

/** A command as text in which a missing field, null, false, an empty list and Discord's default are equal. */
function canonical(command: object): string {
  return JSON.stringify(settled({ type: CHAT, ...command }, ''));
}

function settled(value: unknown, field: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => settled(item, ''));
    return field === 'contexts' || field === 'integration_types' ? items.toSorted(alphabetic) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([name]) => !NOT_DECLARED.has(name))
    .map(([name, inner]): [string, unknown] => [name, settled(inner, name)])
    .filter(([, inner]) => !isDefault(inner))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields);
}

function isDefault(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
