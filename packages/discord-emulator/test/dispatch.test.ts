import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { objectOf, objectsOf } from '../src/json.ts';
import { type Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call, identified } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const post = (emulator: Emulator, channel: string, content: string): Promise<unknown> =>
  call(emulator, 'POST', `/channels/${channel}/messages`, { content });

describe('what is sent to whom', () => {
  test('messages need their intent', async () => {
    const emulator = await start();
    const without = (await identified(emulator, { intents: 1 })).line;
    await post(emulator, ids.desk, 'not for it');
    emulator.change.except(ids.desk, ids.editor, [], []);
    await without.event('GUILD_CREATE');
    await without.event('GUILD_CREATE');
    expect(await without.next()).toMatchObject({ t: 'CHANNEL_UPDATE' });
  });

  test("without MESSAGE_CONTENT other people's words are blank, the bot's own are not", async () => {
    const emulator = await start({ settings: { privileged: 32_768 } });
    const blind = (await identified(emulator, { intents: 512 })).line;
    const seeing = (await identified(emulator, { intents: 512 | 32_768 })).line;
    emulator.as(ids.reporter).in(ids.desk).say('said by a person');
    await post(emulator, ids.desk, 'said by the bot');
    expect((await blind.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: '' });
    expect((await blind.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: 'said by the bot' });
    expect((await seeing.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: 'said by a person' });
  });

  test('a message that names the bot is readable, and one in a direct channel', async () => {
    const emulator = await start();
    const { line } = await identified(emulator, { intents: 512 | 4096 });
    emulator.as(ids.reporter).in(ids.desk).say(`<@${emulator.applicationId}> hello`);
    expect((await line.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: `<@${emulator.applicationId}> hello` });
    emulator
      .as(ids.reporter)
      .in(emulator.state.directs.get(ids.reporter) ?? '')
      .say('between us');
    expect((await line.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: 'between us' });
  });

  test('members are sent on request, by prefix and by id', async () => {
    const emulator = await start();
    const { line } = await identified(emulator);
    line.send({ op: 8, d: { guild_id: ids.harbour, query: 'ma', limit: 10, nonce: 'n' } });
    const chunk = objectOf((await line.event('GUILD_MEMBERS_CHUNK'))['d']);
    expect(chunk).toMatchObject({ chunk_index: 0, chunk_count: 1, nonce: 'n' });
    expect(objectsOf(chunk['members']).map((one) => objectOf(one['user'])['username'])).toEqual(['mara']);
    line.send({ op: 8, d: { guild_id: ids.harbour, user_ids: [ids.editor, '1'], limit: 0 } });
    expect((await line.event('GUILD_MEMBERS_CHUNK'))['d']).toMatchObject({ not_found: ['1'] });
  });

  test('an outage and its end, a changed role, a deleted channel reach discord.js', async () => {
    await using it = await pair();
    const next = (event: Events): Promise<unknown> =>
      new Promise((resolve) => {
        it.client.once(event as Events.Debug, resolve);
      });
    const gone = next(Events.GuildUnavailable);
    it.emulator.change.available(ids.valley, false);
    await gone;
    const back = next(Events.GuildAvailable);
    it.emulator.change.available(ids.valley, true);
    await back;
    const role = next(Events.GuildRoleUpdate);
    it.emulator.change.allowRole(ids.harbour, ids.roles.reporters, ['ManageMessages']);
    await role;
    const channel = next(Events.ChannelDelete);
    it.emulator.change.deleteChannel(ids.corrections);
    await channel;
    expect(it.client.channels.cache.has(ids.corrections)).toBe(false);
  });
});
