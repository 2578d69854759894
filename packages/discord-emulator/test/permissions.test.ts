import { DiscordAPIError, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { PermissionName } from '../src/world/permissions.ts';
import type { Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call, type Answered } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const post = (emulator: Emulator, body: unknown, channel: string = ids.desk): Promise<Answered> =>
  call(emulator, 'POST', `/channels/${channel}/messages`, body);

/** The bot may do this, and nobody else anything: what everyone may, a bot may too. */
function only(emulator: Emulator, may: readonly PermissionName[]): void {
  emulator.change.allowRole(ids.harbour, ids.harbour, []);
  emulator.change.allowBot(ids.harbour, may);
}

describe('what the bot may do', () => {
  test.each<[string, string, number, number]>([
    ['a channel that does not exist', '1', 404, 10003],
    ['a channel that it does not see', ids.board, 403, 50001],
    ['a channel where it may not write', ids.notices, 403, 50013],
  ])('posting to %s', async (_, channel, status, code) => {
    const answered = await post(await start(), { content: 'x' }, channel);
    expect([answered.status, answered.json['code']]).toEqual([status, code]);
  });

  test('a file needs its permission; without that to read it, a history looks empty', async () => {
    const emulator = await start();
    only(emulator, ['ViewChannel', 'SendMessages']);
    const form = new FormData();
    form.set('files[0]', new Blob(['a']), 'a.txt');
    expect((await post(emulator, form)).json['code']).toBe(50013);
    const { json } = await post(emulator, { content: 'x' });
    const path = `/channels/${ids.desk}/messages`;
    expect(await call(emulator, 'GET', path)).toMatchObject({ status: 200, list: [] });
    expect((await call(emulator, 'GET', `${path}/${String(json['id'])}`)).json['code']).toBe(50013);
  });

  test('a thread has a permission to write of its own', async () => {
    const emulator = await start();
    only(emulator, ['ViewChannel', 'SendMessages']);
    expect((await post(emulator, { content: 'x' }, ids.thread)).json['code']).toBe(50013);
    only(emulator, ['ViewChannel', 'SendMessagesInThreads']);
    expect((await post(emulator, { content: 'x' }, ids.thread)).status).toBe(200);
  });

  test('overwrites: everyone, then the roles together, then the member', async () => {
    const emulator = await start();
    const may = (): Promise<number> => post(emulator, { content: 'x' }).then((one) => one.status);
    emulator.change.except(ids.desk, ids.harbour, [], ['SendMessages']);
    // The bot's role allows it everywhere, and the channel forbids it to everyone: the channel wins.
    expect(await may()).toBe(403);
    const role = emulator.state.guilds.get(ids.harbour)?.members.get(emulator.applicationId)?.roles[0] ?? '';
    emulator.change.except(ids.desk, role, ['SendMessages'], []);
    expect(await may()).toBe(200);
    emulator.change.except(ids.desk, emulator.applicationId, [], ['SendMessages']);
    expect(await may()).toBe(403);
  });

  test('out of a server nothing of it is reached', async () => {
    const emulator = await start();
    emulator.change.removeBot(ids.harbour);
    expect((await post(emulator, { content: 'x' })).json['code']).toBe(50001);
    expect((await call(emulator, 'GET', `/guilds/${ids.harbour}`)).json['code']).toBe(50001);
    expect((await call(emulator, 'GET', '/guilds/1')).json['code']).toBe(10004);
  });

  test('without the token nothing is done: 401', async () => {
    const emulator = await start();
    const answered = await call(emulator, 'GET', '/users/@me', undefined, 'another');
    expect([answered.status, answered.json]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  });

  test('discord.js sees a refusal as it sees one of Discord', async () => {
    await using it = await pair();
    const channel = (await it.client.channels.fetch(ids.notices)) as TextChannel;
    const refusal = await channel.send('x').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DiscordAPIError);
    expect(refusal).toMatchObject({ code: 50013, status: 403 });
  });

  test('a direct channel is opened once and written into', async () => {
    await using it = await pair();
    const user = await it.client.users.fetch(ids.reporter);
    await user.send('between us');
    const direct = it.emulator.state.directs.get(ids.reporter) ?? '';
    expect(it.emulator.as(ids.reporter).in(direct).messages()).toMatchObject([{ content: 'between us' }]);
    await expect(it.client.users.fetch('1')).rejects.toMatchObject({ code: 10013 });
  });
});
