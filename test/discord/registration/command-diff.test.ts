import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import {
  applicationCommands,
  diffCommands,
  type ApplicationCommandData,
} from '../../../src/discord/registration/command-diff.ts';

const ours: ApplicationCommandData[] = applicationCommands(commands);

/** What Discord makes of a declaration: every default filled in, `required: false` gone, fields of its own. */
const kept = (declared: ApplicationCommandData, id = '1'): APIApplicationCommand => {
  const options = 'options' in declared ? declared.options : undefined;
  return {
    id,
    application_id: '2',
    version: '3',
    type: 1,
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    dm_permission: true,
    contexts: null,
    integration_types: [0, 1],
    nsfw: false,
    ...JSON.parse(JSON.stringify(declared)),
    ...(options && {
      options: options.map(({ required, ...option }) => ({ ...option, ...(required && { required }) })),
    }),
  } as APIApplicationCommand;
};

const there = ours.map((command, n) => kept(command, String(n)));
const menu = {
  ...kept({ name: 'Say who asked', type: 3 }),
  type: 3,
  description: '',
} as APIApplicationCommand;

describe('registering the commands', () => {
  it('writes nothing when nothing differs', () => {
    expect(ours.length).toBeGreaterThan(5);
    expect(diffCommands(ours, there, false)).toMatchObject({ add: [], change: [], write: null });
    expect(diffCommands(ours, there, true)).toMatchObject({ remove: [], write: null });
  });

  it('adds all of them to an empty list', () => {
    expect(diffCommands(ours, [], false)).toMatchObject({
      add: ours.map(({ name, type }) => (type === 3 ? `“${name}”` : `/${name}`)),
      keep: [],
      write: ours,
    });
  });

  it.each<[string, (command: APIApplicationCommand) => object]>([
    ['a description', (command) => ({ ...command, description: 'Something else' })],
    ['a translation', (command) => ({ ...command, name_localizations: { hr: 'tko' } })],
    ['the permissions', (command) => ({ ...command, default_member_permissions: '0' })],
    ['an option gone', (command) => ({ ...command, options: command.options?.slice(1) })],
    ['the order of options', (command) => ({ ...command, options: command.options?.toReversed() })],
    [
      'an option required no more',
      (command) => ({ ...command, options: command.options?.map((option) => ({ ...option, required: false })) }),
    ],
    [
      'autocomplete lost',
      (command) => ({ ...command, options: command.options?.map((option) => ({ ...option, autocomplete: false })) }),
    ],
  ])('sees the difference of %s', (_what, differ) => {
    const [first, ...rest] = there;
    if (first === undefined) throw new Error('there are no commands');
    const plan = diffCommands(ours, [differ(first) as APIApplicationCommand, ...rest], false);
    expect(plan.change).toEqual([`/${first.name}`]);
    expect(plan.write).toEqual(ours);
  });

  it('leaves alone what is not ours, of whatever type, and says so', () => {
    const plan = diffCommands(ours, [...there, menu], false);
    expect(plan).toMatchObject({ foreign: ['“Say who asked”'], write: null });
  });

  it('writes what is not ours along with a change, because Discord replaces the whole list', () => {
    const old = kept({ name: 'old', description: 'Of an earlier version' });
    const plan = diffCommands(ours, [...there.slice(1), menu, old], false);
    expect(plan.write?.map(({ name }) => name)).toEqual([...ours.map(({ name }) => name), menu.name, 'old']);
  });

  it('deletes what is not ours only when told to', () => {
    const plan = diffCommands(ours, [...there, menu], true);
    expect(plan).toMatchObject({ remove: ['“Say who asked”'], foreign: [], write: ours });
  });

  it('tells a menu from a slash command of the same name', () => {
    const same = { ...menu, name: ours[0]?.name ?? '' };
    expect(diffCommands(ours, [...there, same], false).foreign).toEqual([`“${same.name}”`]);
  });

  it('compares the contexts of a command that names them', () => {
    const named = ours.map((command, n): ApplicationCommandData =>
      n === 0 ? { ...command, contexts: [1, 0] } : command,
    );
    const [first, ...rest] = there;
    if (first === undefined) throw new Error('there are no commands');
    expect(diffCommands(named, [{ ...first, contexts: [0, 1] }, ...rest], false).write).toBeNull();
    expect(diffCommands(named, [{ ...first, contexts: [0] }, ...rest], false).change).toHaveLength(1);
  });
});
