import { DiscordAPIError, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { PermissionName } from '../src/world/permissions.ts';
import type { Room } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call, type Answered } from './raw-request.ts';
import { rooms } from './start-emulators.ts';

const start = rooms();
const post = (room: Room, body: unknown, channel: string = ids.desk): Promise<Answered> =>
  call(room, 'POST', `/channels/${channel}/messages`, body);

/** The bot may do this, and nobody else anything: what everyone may, a bot may too. */
function only(room: Room, may: readonly PermissionName[]): void {
  room.change.allowRole(ids.harbour, ids.harbour, []);
  room.change.allowBot(ids.harbour, may);
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
    const room = await start();
    only(room, ['ViewChannel', 'SendMessages']);
    const form = new FormData();
    form.set('files[0]', new Blob(['a']), 'a.txt');
    expect((await post(room, form)).json['code']).toBe(50013);
    const { json } = await post(room, { content: 'x' });
    const path = `/channels/${ids.desk}/messages`;
    expect(await call(room, 'GET', path)).toMatchObject({ status: 200, list: [] });
    expect((await call(room, 'GET', `${path}/${String(json['id'])}`)).json['code']).toBe(50013);
  });

  test('a thread has a permission to write of its own', async () => {
    const room = await start();
    only(room, ['ViewChannel', 'SendMessages']);
    expect((await post(room, { content: 'x' }, ids.thread)).json['code']).toBe(50013);
    only(room, ['ViewChannel', 'SendMessagesInThreads']);
    expect((await post(room, { content: 'x' }, ids.thread)).status).toBe(200);
  });

  test('overwrites: everyone, then the roles together, then the member', async () => {
    const room = await start();
    const may = (): Promise<number> => post(room, { content: 'x' }).then((one) => one.status);
    room.change.except(ids.desk, ids.harbour, [], ['SendMessages']);
    // The bot's role allows it everywhere, and the channel forbids it to everyone: the channel wins.
    expect(await may()).toBe(403);
    const role = room.state.guilds.get(ids.harbour)?.members.get(room.applicationId)?.roles[0] ?? '';
    room.change.except(ids.desk, role, ['SendMessages'], []);
    expect(await may()).toBe(200);
    room.change.except(ids.desk, room.applicationId, [], ['SendMessages']);
    expect(await may()).toBe(403);
  });

  test('out of a server nothing of it is reached', async () => {
    const room = await start();
    room.change.removeBot(ids.harbour);
    expect((await post(room, { content: 'x' })).json['code']).toBe(50001);
    expect((await call(room, 'GET', `/guilds/${ids.harbour}`)).json['code']).toBe(50001);
    expect((await call(room, 'GET', '/guilds/1')).json['code']).toBe(10004);
  });

  test('without the token nothing is done: 401', async () => {
    const room = await start();
    const answered = await call(room, 'GET', '/users/@me', undefined, 'another');
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
    const direct = it.room.state.directs.get(ids.reporter) ?? '';
    expect(it.room.as(ids.reporter).in(direct).messages()).toMatchObject([{ content: 'between us' }]);
    await expect(it.client.users.fetch('1')).rejects.toMatchObject({ code: 10013 });
  });
});
