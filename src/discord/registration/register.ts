import type { APIApplicationCommand } from 'discord-api-types/v10';
import { type REST, Routes } from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { applicationCommands, type CommandDiff, diffCommands } from './command-diff.ts';
import type { Log } from '../log.ts';

export interface Registration {
  readonly rest: REST;
  readonly application: string;
  readonly commands: readonly Pick<Command, 'definition' | 'draft' | 'menu'>[];
  /** Whether a story is open to everybody: then people may install the bot for themselves. Left out: none is. */
  readonly isOpen?: boolean;
  readonly log?: Log;
  /** One server instead of all. */
  readonly guild?: string;
  /** Deletes commands on Discord that are not in the list. */
  readonly remove?: boolean;
  /** Makes the plan and writes nothing. */
  readonly dry?: boolean;
}

/** Makes Discord's list of commands equal to ours; writes nothing where they are equal already. */
export async function register(registration: Registration): Promise<CommandDiff> {
  const { rest, application, commands, isOpen = false, log, guild, remove = false, dry = false } = registration;
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  // Without this Discord leaves out the translations, and every start would find a difference.
  const query = new URLSearchParams({ with_localizations: 'true' });
  const theirs = (await rest.get(route, { query })) as APIApplicationCommand[];
  const plan = diffCommands(
    applicationCommands(commands, guild !== undefined ? 'one server' : isOpen ? 'everywhere' : 'servers'),
    theirs,
    remove,
  );
  if (plan.foreign.length > 0) log?.warn({ commands: plan.foreign }, 'commands on Discord that are not ours were left');
  if (plan.write === null || dry) return plan;
  await rest.put(route, { body: plan.write });
  log?.info({ added: plan.add, changed: plan.change, removed: plan.remove }, 'commands registered');
  return plan;
}
