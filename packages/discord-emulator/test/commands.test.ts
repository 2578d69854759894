import { expect, test } from 'vitest';
import { startEmulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const chat = (name: string, more: object = {}): object => ({ name, description: 'x', ...more });

test('a bulk overwrite replaces commands of every type; who keeps name and type keeps the id', async () => {
  const emulator = await start();
  const path = `/applications/${emulator.applicationId}/commands`;
  const first = await call(emulator, 'PUT', path, [chat('who'), { name: 'Check', type: 3 }]);
  const second = await call(emulator, 'PUT', path, [chat('who', { description: 'other' }), chat('where')]);
  expect(second.list.map((one) => one['name'])).toEqual(['who', 'where']);
  expect(second.list[0]?.['id']).toBe(first.list[0]?.['id']);
  expect(second.list[0]?.['version']).not.toBe(first.list[0]?.['version']);
  expect((await call(emulator, 'GET', path)).list).toEqual(second.list);
});

test('an overwrite that changes nothing leaves the version', async () => {
  const emulator = await start();
  const path = `/applications/${emulator.applicationId}/commands`;
  const first = await call(emulator, 'PUT', path, [chat('who')]);
  expect((await call(emulator, 'PUT', path, [chat('who')])).list).toEqual(first.list);
});

test('one command is made, read, changed, deleted; one made again is the same', async () => {
  const emulator = await start();
  const path = `/applications/${emulator.applicationId}/guilds/${ids.harbour}/commands`;
  const made = await call(emulator, 'POST', path, chat('who'));
  expect(made.status).toBe(201);
  expect((await call(emulator, 'POST', path, chat('who', { description: 'new' }))).status).toBe(200);
  const one = `${path}/${String(made.json['id'])}`;
  expect((await call(emulator, 'GET', one)).json).toMatchObject({ description: 'new', guild_id: ids.harbour });
  expect((await call(emulator, 'PATCH', one, { description: 'newer' })).json).toMatchObject({
    name: 'who',
    description: 'newer',
  });
  expect((await call(emulator, 'DELETE', one)).status).toBe(204);
  expect((await call(emulator, 'GET', one)).json['code']).toBe(10063);
});

test('a name that is both global and of a server stands there twice', async () => {
  const emulator = await start();
  await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [chat('who')]);
  await call(emulator, 'PUT', `/applications/${emulator.applicationId}/guilds/${ids.harbour}/commands`, [chat('who')]);
  const state = await fetch(`${emulator.address}client/state`).then((one) => one.json());
  expect(state).toMatchObject({
    guilds: [{ commands: [{ name: 'who' }, { name: 'who' }] }, { commands: [{ name: 'who' }] }],
  });
});

test("another application's commands are out of reach", async () => {
  const emulator = await start();
  expect((await call(emulator, 'GET', '/applications/1/commands')).json['code']).toBe(50001);
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
  await expect(startEmulator({ token: real })).rejects.toThrow(/never hear it/);
});
