import { expect, test } from 'vitest';
import { startRoom } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call } from './raw-request.ts';
import { rooms } from './start-emulators.ts';

const start = rooms();
const chat = (name: string, more: object = {}): object => ({ name, description: 'x', ...more });

test('a bulk overwrite replaces commands of every type; who keeps name and type keeps the id', async () => {
  const room = await start();
  const path = `/applications/${room.applicationId}/commands`;
  const first = await call(room, 'PUT', path, [chat('who'), { name: 'Check', type: 3 }]);
  const second = await call(room, 'PUT', path, [chat('who', { description: 'other' }), chat('where')]);
  expect(second.list.map((one) => one['name'])).toEqual(['who', 'where']);
  expect(second.list[0]?.['id']).toBe(first.list[0]?.['id']);
  expect(second.list[0]?.['version']).not.toBe(first.list[0]?.['version']);
  expect((await call(room, 'GET', path)).list).toEqual(second.list);
});

test('an overwrite that changes nothing leaves the version', async () => {
  const room = await start();
  const path = `/applications/${room.applicationId}/commands`;
  const first = await call(room, 'PUT', path, [chat('who')]);
  expect((await call(room, 'PUT', path, [chat('who')])).list).toEqual(first.list);
});

test('one command is made, read, changed, deleted; one made again is the same', async () => {
  const room = await start();
  const path = `/applications/${room.applicationId}/guilds/${ids.harbour}/commands`;
  const made = await call(room, 'POST', path, chat('who'));
  expect(made.status).toBe(201);
  expect((await call(room, 'POST', path, chat('who', { description: 'new' }))).status).toBe(200);
  const one = `${path}/${String(made.json['id'])}`;
  expect((await call(room, 'GET', one)).json).toMatchObject({ description: 'new', guild_id: ids.harbour });
  expect((await call(room, 'PATCH', one, { description: 'newer' })).json).toMatchObject({
    name: 'who',
    description: 'newer',
  });
  expect((await call(room, 'DELETE', one)).status).toBe(204);
  expect((await call(room, 'GET', one)).json['code']).toBe(10063);
});

test('a name that is both global and of a server stands there twice', async () => {
  const room = await start();
  await call(room, 'PUT', `/applications/${room.applicationId}/commands`, [chat('who')]);
  await call(room, 'PUT', `/applications/${room.applicationId}/guilds/${ids.harbour}/commands`, [chat('who')]);
  const state = await fetch(`${room.address}client/state`).then((one) => one.json());
  expect(state).toMatchObject({
    guilds: [{ commands: [{ name: 'who' }, { name: 'who' }] }, { commands: [{ name: 'who' }] }],
  });
});

test("another application's commands are out of reach", async () => {
  const room = await start();
  expect((await call(room, 'GET', '/applications/1/commands')).json['code']).toBe(50001);
});

test('discord.js makes, edits and deletes commands', async () => {
  await using it = await pair();
  const { commands } = it.client.application;
  const made = await commands.create({ name: 'who', description: 'x' });
  await commands.edit(made, { description: 'y' });
  expect((await commands.fetch()).map((one) => one.description)).toEqual(['y']);
  await commands.delete(made);
  expect(await commands.fetch()).toHaveProperty('size', 0);
});

test('a token that looks like one of Discord’s own is refused before anything listens', async () => {
  const real = `${Buffer.from('123456789012345678').toString('base64url')}.Gabcde.${'a'.repeat(38)}`;
  await expect(startRoom({ token: real })).rejects.toThrow(/never hear it/);
});
