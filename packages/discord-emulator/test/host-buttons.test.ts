import { expect, test } from 'vitest';
import type { State } from '../src/web-client/protocol.d.ts';
import { ids } from './bot.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

async function emulator() {
  const pressed: string[] = [];
  const it = await start({
    extras: [
      {
        label: 'Ring the bell',
        run: (channel) => {
          pressed.push(channel);
          return Promise.resolve('It rang.');
        },
      },
    ],
  });
  const press = async (body: object, headers: Record<string, string> = {}) => {
    const origin = new URL(it.address).origin;
    const response = await fetch(`${it.address}client/extras`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  return { it, pressed, press };
}

const bell = { user: ids.reporter, channel: ids.desk, label: 'Ring the bell' };

test('a button of the emulator is offered by its label, and says what came of it', async () => {
  const { it, pressed, press } = await emulator();
  const state = (await (await fetch(`${it.address}client/state`)).json()) as State;
  expect(state.extras).toEqual(['Ring the bell']);
  expect(await press(bell)).toEqual({ status: 200, text: '{"says":"It rang."}' });
  expect(pressed).toEqual([ids.desk]);
});

test('it is pressed by the page alone, by people who see the channel, and only where it is', async () => {
  const { it, pressed, press } = await emulator();
  expect((await press(bell, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await press(bell, { 'content-type': 'text/plain' })).status).toBe(403);
  expect((await fetch(`${new URL(it.address).origin}/client/extras`, { method: 'POST' })).status).toBe(404);
  expect(await press({ ...bell, label: 'Sound the horn' })).toEqual({
    status: 400,
    text: 'There is no button "Sound the horn" here.\n',
  });
  expect((await press({ ...bell, channel: ids.board })).status).toBe(400);
  expect((await press({ ...bell, user: '1' })).status).toBe(400);
  expect(pressed).toEqual([]);
});

test('an emulator without such buttons has none', async () => {
  const it = await start();
  expect(((await (await fetch(`${it.address}client/state`)).json()) as State).extras).toEqual([]);
});
