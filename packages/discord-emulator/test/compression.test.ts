import { once } from 'node:events';
import { CompressionMethod as Native, WebSocketManager, WebSocketShardEvents } from 'discordjs-ws-2';
import { CompressionMethod, GatewayDispatchEvents, GatewayIntentBits, REST, SimpleShardingStrategy } from 'discord.js';
import { expect, test, vi } from 'vitest';
import type { Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

/** What compression could spoil: text that shrinks to nothing, text that does not shrink, and letters of several bytes. */
const WORDS = ['a'.repeat(1_900), 'Љубица Петровић, Ζβέτσαν, 👩‍👩‍👧 '.repeat(40), '0123456789'];
const post = (emulator: Emulator, content: string): Promise<unknown> =>
  call(emulator, 'POST', `/channels/${ids.desk}/messages`, { content });

test('discord.js answers over compressed frames, also after its connection was cut', async () => {
  // It has no zlib of its own to read a stream with: it says so, and asks for single frames.
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  await using it = await pair(
    {},
    {
      ws: {
        buildStrategy(manager) {
          manager.options.compression = CompressionMethod.ZlibStream;
          return new SimpleShardingStrategy(manager);
        },
      },
    },
  );
  warned.mockRestore();
  expect(it.emulator.log.some(({ summary }) => /^IDENTIFY .*, compressed$/.test(summary))).toBe(true);
  await it.client.application.commands.set([
    { name: 'say', description: 'x', options: [{ name: 'words', description: 'x', type: 3 }] },
  ]);
  it.answer(async (one) => one.isChatInputCommand() && one.reply(one.options.getString('words', true)));
  const person = it.emulator.as(ids.reporter).in(ids.desk);
  for (const words of WORDS) {
    expect((await person.slash('say', { words })).message?.content).toBe(words.trim());
  }
  const resumed = once(it.client, 'shardResume');
  it.emulator.gateway.closeAll(4000);
  await resumed;
  expect((await person.slash('say', { words: 'again' })).message?.content).toBe('again');
});

test('the next @discordjs/ws reads zlib-stream, frame by frame, and resumes on a new stream', async () => {
  const emulator = await start();
  const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages;
  const rest = new REST({ api: emulator.api }).setToken(emulator.token);
  const manager = new WebSocketManager({
    token: emulator.token,
    intents,
    rest,
    compression: Native.ZlibNative,
    shardCount: 1,
  });
  const heard: string[] = [];
  let told = Promise.withResolvers<void>();
  const events: string[] = [];
  manager.on(WebSocketShardEvents.Dispatch, (payload) => {
    events.push(payload.t);
    if (payload.t !== GatewayDispatchEvents.MessageCreate) return;
    heard.push(payload.d.content);
    told.resolve();
  });
  manager.on(WebSocketShardEvents.Error, (error) => told.reject(error));
  await manager.connect();
  for (const words of WORDS) {
    told = Promise.withResolvers();
    await post(emulator, words);
    await told.promise;
  }
  expect(heard).toEqual(WORDS.map((words) => words.trim()));
  const resumed = once(manager, WebSocketShardEvents.Resumed);
  emulator.gateway.closeAll(4000);
  await post(emulator, 'said meanwhile');
  await resumed;
  await vi.waitFor(() => expect(heard.at(-1)).toBe('said meanwhile'));
  expect(events).toContain('GUILD_CREATE');
  expect(emulator.log.some(({ summary }) => /^IDENTIFY .*, zlib-stream$/.test(summary))).toBe(true);
  await manager.destroy();
});
