import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import { ids } from './bot.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const ALL = `@everyone <@${ids.editor}> <@&${ids.roles.reporters}> <@&${ids.roles.editors}>`;

/** Who would be pinged by what the bot posts. */
async function pings(body: JsonObject, may: 'all' | 'little' = 'little'): Promise<readonly string[]> {
  const emulator = await start();
  if (may === 'all') emulator.change.allowBot(ids.harbour, ['ViewChannel', 'SendMessages', 'MentionEveryone']);
  const { json } = await call(emulator, 'POST', `/channels/${ids.desk}/messages`, body);
  return emulator.stored(String(json['id']))?.pings ?? ['no message'];
}

describe('who would be pinged', () => {
  test('a post pings whom it names, as far as the bot may', async () => {
    expect(await pings({ content: ALL })).toEqual([ids.editor, ids.roles.reporters]);
    expect(await pings({ content: ALL }, 'all')).toEqual([
      ids.editor,
      ids.roles.reporters,
      ids.roles.editors,
      'everyone',
    ]);
  });

  test('nobody with an empty list of kinds', async () => {
    expect(await pings({ content: ALL, allowed_mentions: { parse: [] } }, 'all')).toEqual([]);
  });

  test('only those who are listed', async () => {
    const content = `<@${ids.editor}> <@${ids.reporter}>`;
    expect(await pings({ content, allowed_mentions: { users: [ids.editor] } })).toEqual([ids.editor]);
    expect(await pings({ content, allowed_mentions: { users: [ids.stranger] } })).toEqual([]);
  });

  test('text displays ping like any text, code does not', async () => {
    const components = [{ type: 17, components: [{ type: 10, content: `<@${ids.editor}>` }] }];
    expect(await pings({ flags: 32_768, components })).toEqual([ids.editor]);
    expect(await pings({ content: `\`<@${ids.editor}>\` \`\`\`@everyone\`\`\` \\<@${ids.editor}>` }, 'all')).toEqual(
      [],
    );
  });

  test('an answer to an interaction pings users alone unless it says otherwise', async () => {
    const emulator = await start();
    emulator.change.allowBot(ids.harbour, ['ViewChannel', 'SendMessages', 'MentionEveryone']);
    await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
      { name: 'ping', description: 'x' },
    ]);
    const seen = emulator.as(ids.reporter).in(ids.desk).slash('ping');
    const [asked] = emulator.state.asked.values();
    const body = { type: 4, data: { content: ALL } };
    await call(emulator, 'POST', `/interactions/${asked?.id}/${asked?.token}/callback`, body);
    expect(emulator.stored((await seen).message?.id ?? '')?.pings).toEqual([ids.editor]);
  });
});
