import { constants, createInflate, createZstdDecompress, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { objectOf, objectsOf } from '../src/json.ts';
import { type Emulator } from '../src/emulator.ts';
import { ids, login } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { type Line, call, connect, identified, identify } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const post = (emulator: Emulator, channel: string, content: string): Promise<unknown> =>
  call(emulator, 'POST', `/channels/${channel}/messages`, { content });

describe('a session begins', () => {
  test('HELLO says how often to beat, and each beat is acknowledged', async () => {
    const line = connect(await start());
    expect(await line.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    line.send({ op: 1, d: null });
    expect(await line.next()).toMatchObject({ op: 11 });
  });

  test('READY names the servers, and GUILD_CREATE brings each in full', async () => {
    const { line, ready } = await identified(await start());
    expect(ready).toMatchObject({
      v: 10,
      shard: [0, 1],
      guilds: [{ id: ids.harbour, unavailable: true }, { id: ids.valley }],
    });
    const guild = objectOf((await line.event('GUILD_CREATE'))['d']);
    expect(guild).toMatchObject({ id: ids.harbour, unavailable: false });
    expect(objectsOf(guild['roles'])[0]).toMatchObject({ id: ids.harbour, name: '@everyone' });
    expect(objectsOf(guild['channels']).map((one) => one['name'])).toContain('desk');
    expect(objectsOf(guild['threads'])).toHaveLength(1);
    // The Guilds intent alone shows a bot no member but itself.
    expect(objectsOf(guild['members'])).toHaveLength(1);
  });

  test('two shards share the servers: (id >> 22) mod 2', async () => {
    const emulator = await start();
    const of = async (shard: number): Promise<unknown> =>
      (await identified(emulator, { shard: [shard, 2] })).ready['guilds'];
    expect(await of(0)).toEqual([{ id: ids.harbour, unavailable: true }]);
    expect(await of(1)).toEqual([{ id: ids.valley, unavailable: true }]);
  });

  test('each shard hears of its own servers, and the first of direct channels', async () => {
    const emulator = await start();
    const first = (await identified(emulator, { shard: [0, 2], intents: 512 | 4096 })).line;
    const second = (await identified(emulator, { shard: [1, 2], intents: 512 | 4096 })).line;
    await post(emulator, ids.valleyDesk, 'for the second');
    expect(await second.event('MESSAGE_CREATE')).toMatchObject({ d: { content: 'for the second' } });
    emulator
      .as(ids.reporter)
      .in(emulator.state.directs.get(ids.reporter) ?? '')
      .say('direct');
    expect(await first.event('MESSAGE_CREATE')).toMatchObject({ d: { content: 'direct' } });
  });

  test('discord.js runs two shards against it', async () => {
    const emulator = await start({ settings: { shards: 2 } });
    const client = await login(emulator, { shards: 'auto' });
    expect(client.ws.shards.size).toBe(2);
    expect(client.guilds.cache.size).toBe(2);
    await client.destroy();
  }, 20_000);

  test('every IDENTIFY is counted, and none left is said so', async () => {
    const emulator = await start({ settings: { identifies: 1 } });
    await identified(emulator);
    const answered = await call(emulator, 'GET', '/gateway/bot');
    expect(answered.json['session_start_limit']).toMatchObject({ total: 1000, remaining: 0, max_concurrency: 1 });
    await expect(login(emulator)).rejects.toThrow(/sessions remaining/);
  });
});

describe('a connection is closed with the code that tells why', () => {
  const cases: readonly [string, number, (line: Line, emulator: Emulator) => void][] = [
    ['an unknown opcode', 4001, (line) => line.send({ op: 99 })],
    ['what is no JSON', 4002, (line) => line.socket.send('{')],
    ['more than 4,096 bytes', 4002, (line) => line.send({ op: 3, d: 'x'.repeat(4_100) })],
    ['a presence before IDENTIFY', 4003, (line) => line.send({ op: 3, d: {} })],
    ['a wrong token', 4004, (line, emulator) => line.send({ op: 2, d: identify(emulator, { token: 'no' }) })],
    ['a shard out of range', 4010, (line, emulator) => line.send({ op: 2, d: identify(emulator, { shard: [2, 2] }) })],
    [
      'intents that do not exist',
      4013,
      (line, emulator) => line.send({ op: 2, d: identify(emulator, { intents: 2 ** 30 }) }),
    ],
    [
      'intents that were not granted',
      4014,
      (line, emulator) => line.send({ op: 2, d: identify(emulator, { intents: 32_768 }) }),
    ],
    ['121 frames in a minute', 4008, (line) => Array.from({ length: 121 }, () => line.send({ op: 1, d: null }))],
  ];
  test.each(cases)('%s: %i', async (_, code, act) => {
    const emulator = await start();
    const line = connect(emulator);
    await line.next();
    act(line, emulator);
    expect(await line.closed).toBe(code);
  });

  test('a second IDENTIFY: 4005', async () => {
    const emulator = await start();
    const { line } = await identified(emulator);
    line.send({ op: 2, d: identify(emulator) });
    expect(await line.closed).toBe(4005);
  });

  test('another version or encoding: 4012, 4002', async () => {
    const emulator = await start();
    expect(await connect(emulator, 'v=9&encoding=json').closed).toBe(4012);
    expect(await connect(emulator, 'v=10&encoding=etf').closed).toBe(4002);
  });

  test('a client that stops beating: 4009', async () => {
    const clock = handClock();
    const emulator = await start({ clock });
    const { line } = await identified(emulator);
    clock.move(2 * 41_250);
    expect(await line.closed).toBe(4009);
  });
});

describe('compression', () => {
  test('each frame by itself, where IDENTIFY asks for it', async () => {
    const emulator = await start();
    const line = connect(emulator);
    await line.next();
    const frame = new Promise<Buffer>((resolve) => {
      line.socket.once('message', (raw: Buffer) => resolve(raw));
    });
    line.send({ op: 2, d: identify(emulator, { compress: true }) });
    expect(JSON.parse(inflateSync(await frame).toString())).toMatchObject({ t: 'READY' });
  });

  test.each(['zlib-stream', 'zstd-stream'] as const)('%s: one stream, flushed after each frame', async (kind) => {
    const emulator = await start();
    const line = connect(emulator, `v=10&encoding=json&compress=${kind}`);
    const stream = kind === 'zlib-stream' ? createInflate({ flush: constants.Z_SYNC_FLUSH }) : createZstdDecompress();
    let text = '';
    const heard = new Promise<void>((resolve) => {
      stream.on('data', (part: Buffer) => {
        text += part.toString();
        if (text.includes('GUILD_CREATE')) resolve();
      });
    });
    line.socket.on('message', (raw: Buffer) => stream.write(raw));
    await new Promise((resolve) => {
      line.socket.once('message', resolve);
    });
    line.send({ op: 2, d: identify(emulator) });
    await heard;
    expect(text).toMatch(/^\{"op":10.*"t":"READY"/s);
    stream.destroy();
  });
});
