import type { APIApplication } from 'discord-api-types/v10';
import { REST, Routes } from 'discord.js';
import { checkCredentials } from '../connection/credentials.ts';
import type { CommandDiff } from './command-diff.ts';
import { toStartError } from '../connection/connection-errors.ts';
import { register, type Registration } from './register.ts';

export interface Deployment extends Omit<Registration, 'rest' | 'application' | 'log'> {
  readonly token: string;
  readonly api: string;
}

/**
 * Registers the commands without joining the gateway. Returns the plan as lines of text.
 * @throws ReaderError when Discord cannot be reached or refuses.
 */
export async function deploy({ token, api, ...registration }: Deployment): Promise<string[]> {
  checkCredentials(api, token);
  const rest = new REST({ api, version: '10' }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
    const plan = await register({ ...registration, rest, application: id });
    return said(plan, registration.guild, registration.dry === true);
  } catch (error) {
    throw toStartError(error, api);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function said(plan: CommandDiff, guild: string | undefined, dry: boolean): string[] {
  const line = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
  const wrote = dry ? 'Nothing was written: this was a dry run.' : 'Written.';
  return [
    guild === undefined ? 'In every server:' : `In server ${guild}:`,
    ...line('  to add', plan.add),
    ...line('  to change', plan.change),
    ...line('  to delete', plan.remove),
    ...line('  as they are', plan.keep),
    ...line('  not ours, left alone (--delete deletes them)', plan.foreign),
    plan.write === null ? 'Nothing differs: nothing was written.' : wrote,
  ];
}
