import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/commands/index.ts';
import { missingPermissions, REQUIRED_PERMISSIONS } from '../../../src/discord/interactions/context.ts';
import { applicationCommands } from '../../../src/discord/registration/command-diff.ts';
import { inviteLink } from '../../../src/discord/connection/invite-link.ts';
import { joined } from '../joined-bot.ts';

describe('the invitation', () => {
  const link = new URL(inviteLink('1400000000000000001'));

  it('asks for five permissions and nothing else', () => {
    expect(Object.keys(REQUIRED_PERMISSIONS)).toEqual([
      'View Channel',
      'Send Messages',
      'Embed Links',
      'Attach Files',
      'Read Message History',
    ]);
    // 1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16
    expect(link.searchParams.get('permissions')).toBe('117760');
  });

  it('is explained to whoever gives them', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/administrators.md'), 'utf8');
    const rows = [...page.matchAll(/^\| ([A-Z]\w+(?: [A-Z]\w+)+) +\|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Object.keys(REQUIRED_PERMISSIONS));
  });

  it('is for this bot and its commands', () => {
    expect(`${link.origin}${link.pathname}`).toBe('https://discord.com/oauth2/authorize');
    expect(link.searchParams.get('client_id')).toBe('1400000000000000001');
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect([...link.searchParams.keys()].toSorted()).toEqual(['client_id', 'permissions', 'scope']);
  });

  it('asks the gateway for servers alone', async () => {
    await using it = await joined();
    const identify = it.room.log.find(({ summary }) => summary.startsWith('IDENTIFY'));
    expect(JSON.stringify(identify)).toContain('intents 1');
  });
});

describe('what the bot lacks in a channel', () => {
  const all = 117_760n;

  it('is told by Discord’s own names', () => {
    expect(missingPermissions(all.toString())).toEqual([]);
    expect(missingPermissions('0')).toEqual(Object.keys(REQUIRED_PERMISSIONS));
    expect(missingPermissions((all & ~(1n << 15n)).toString())).toEqual(['Attach Files']);
  });

  it('is nothing for a bot that administers the server', () => {
    expect(missingPermissions('8')).toEqual([]);
  });
});

describe('the commands', () => {
  it('can be installed in a server and by a person, and used in both kinds of direct messages', () => {
    for (const declared of applicationCommands(commands)) {
      expect(declared).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
  });

  it('of one server say nothing of other places: Discord would not have it', () => {
    for (const declared of applicationCommands(commands, 'one server')) expect(declared).not.toHaveProperty('contexts');
  });

  it('stand so on Discord, with the menus of a message', async () => {
    await using it = await joined();
    const there = [...(it.room.state.commands.get('global')?.values() ?? [])];
    expect(there).toHaveLength(commands.length + 3);
    // No story is open, so no command is for direct messages between people.
    expect(there.map(({ contexts }) => contexts)).toEqual(there.map(() => [0, 1]));
    expect(there.filter(({ type }) => type === 3).map(({ name }) => name)).toEqual([
      'Has this been claimed?',
      'Check against the facts',
      'Propose as fact',
    ]);
  });
});
