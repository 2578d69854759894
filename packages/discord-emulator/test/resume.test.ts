import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, connect, identified } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const post = (emulator: Emulator, channel: string, content: string): Promise<unknown> =>
  call(emulator, 'POST', `/channels/${channel}/messages`, { content });

describe('a session goes on', () => {
  test('RESUME replays what was missed, in order, and then says RESUMED', async () => {
    const emulator = await start();
    const { line, ready } = await identified(emulator, { intents: 512 });
    await post(emulator, ids.desk, 'heard');
    const { s: seq } = await line.event('MESSAGE_CREATE');
    line.socket.terminate();
    await line.closed;
    await post(emulator, ids.desk, 'missed 1');
    await post(emulator, ids.desk, 'missed 2');
    const again = connect(emulator);
    await again.next();
    again.send({ op: 6, d: { token: emulator.token, session_id: ready['session_id'], seq } });
    expect(await again.next()).toMatchObject({ t: 'MESSAGE_CREATE', s: Number(seq) + 1, d: { content: 'missed 1' } });
    expect(await again.next()).toMatchObject({ t: 'MESSAGE_CREATE', s: Number(seq) + 2, d: { content: 'missed 2' } });
    expect(await again.next()).toMatchObject({ t: 'RESUMED' });
  });

  test.each<[string, (emulator: Emulator) => object]>([
    ['an unknown session', () => ({ session_id: 'none', seq: 1 })],
    ['frames that are gone', () => ({ seq: 0 })],
    ['a number that was never sent', () => ({ seq: 99 })],
  ])('RESUME is refused for %s: op 9, false', async (_, more) => {
    const emulator = await start({ settings: { replay: 1 } });
    const { line, ready } = await identified(emulator);
    await line.event('GUILD_CREATE');
    line.socket.terminate();
    await line.closed;
    const again = connect(emulator);
    await again.next();
    again.send({ op: 6, d: { token: emulator.token, session_id: ready['session_id'], ...more(emulator) } });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  test('a session that waits for more than five minutes is gone', async () => {
    const clock = handClock();
    const emulator = await start({ clock });
    const { line, ready } = await identified(emulator);
    line.socket.terminate();
    await line.closed;
    await expect.poll(() => emulator.gateway.connected()).toBe(0);
    clock.move(300_000);
    const again = connect(emulator);
    await again.next();
    again.send({ op: 6, d: { token: emulator.token, session_id: ready['session_id'], seq: 1 } });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  test('a client that says goodbye with 1000 gives its session up', async () => {
    const emulator = await start();
    const { line, ready } = await identified(emulator);
    line.socket.close(1000);
    await line.closed;
    const again = connect(emulator);
    await again.next();
    again.send({ op: 6, d: { token: emulator.token, session_id: ready['session_id'], seq: 1 } });
    expect(await again.next()).toMatchObject({ op: 9, d: false });
  });

  test.each<[string, (emulator: Emulator) => void]>([
    ['close 4000', (emulator) => emulator.gateway.closeAll(4000)],
    ['a connection that breaks', (emulator) => emulator.gateway.closeAll(1006)],
    ['op 7', (emulator) => emulator.gateway.reconnectAll()],
    ['op 9, true', (emulator) => emulator.gateway.invalidateAll(true)],
  ])('discord.js resumes after %s, and gets the interaction asked meanwhile', async (_, break_) => {
    await using it = await pair();
    await it.client.application.commands.set([{ name: 'ping', description: 'x' }]);
    it.answer(async (interaction) => interaction.isChatInputCommand() && interaction.reply('pong'));
    const resumed = new Promise((resolve) => {
      it.client.once(Events.ShardResume, resolve);
    });
    break_(it.emulator);
    const seen = it.emulator.as(ids.reporter).in(ids.desk).slash('ping');
    await resumed;
    expect((await seen).message?.content).toBe('pong');
  });

  test('discord.js identifies anew after op 9, false', async () => {
    await using it = await pair();
    const again = new Promise((resolve) => {
      it.client.once(Events.ShardReady, resolve);
    });
    it.emulator.gateway.invalidateAll(false);
    await again;
    expect(it.emulator.gateway.identifiesLeft()).toBe(998);
  }, 20_000);

  test('discord.js leaves a connection on which no beat is acknowledged, and resumes', async () => {
    await using it = await pair({ settings: { heartbeatMs: 100 } });
    const resumed = new Promise<number>((resolve) => {
      it.client.once(Events.ShardResume, resolve);
    });
    it.emulator.gateway.acknowledge(false);
    expect(await resumed).toBe(0);
  });
});
