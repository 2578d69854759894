import { describe, expect, it } from 'vitest';
import { authorise, RULES } from '../../src/commands/authority.ts';
import { commands } from '../../src/commands/index.ts';
import { TERMINAL } from '../../src/commands/desk.ts';
import { actions } from '../../src/discord/actions/index.ts';

/** Each command, or each of its subcommands, and what of it is offered while it is typed. */
const ENTRIES = commands.flatMap((command) => {
  const { data, draft } = command;
  const subcommands = (data.options ?? []).flatMap(({ type, name }) => (type === 1 ? [`${data.name}.${name}`] : []));
  const names = subcommands.length > 0 ? subcommands : [data.name];
  return [
    ...names.map((name) => `command:${name}`),
    ...(command.complete === undefined ? [] : names.map((name) => `autocomplete:${name}`)),
    ...(draft === undefined ? [] : [`menu:${draft.menu.name}`, `form:${data.name}`]),
  ];
});

describe('a way in', () => {
  it('has a rule, whatever leads to it: a command, its choices, a menu, a window, a button', () => {
    const buttons = actions.map(({ name }) => `button:${name}`);
    expect([...ENTRIES, ...buttons].filter((entry) => !RULES.has(entry))).toEqual([]);
    expect(ENTRIES.length).toBeGreaterThan(30);
  });

  it('without a rule is open to nobody, not to an administrator either', () => {
    const chief = { ...TERMINAL, server: '1', rank: 'administrator', managesServer: true } as const;
    expect(authorise('command:nuke', chief, { server: '1', channel: '2' })).toBe('unknown');
    expect(authorise('', chief, null)).toBe('unknown');
  });
});
