import { createServer, type Server } from 'node:http';
import { createServer as createMute, type AddressInfo, type Server as Mute, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startBot } from '../../../src/discord/bot.ts';
import { deploy } from '../../../src/discord/registration/deploy.ts';
import { scripted } from '@factdesk/discord-emulator';
import { startEmulator } from '@factdesk/discord-emulator';
import { desk, ids, joined, openLog, requests, until } from '../joined-bot.ts';

const REAL = 'MTQwMDAwMDAwMDAwMDAwMDAwMQ.Gabcde.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

const join = async (token: string, api: string, starting?: number): Promise<unknown> =>
  startBot({
    token,
    api,
    desk,
    log: openLog(),
    onLost: () => {},
    ...(starting !== undefined && { startTimeoutMs: starting }),
  });

async function listening(server: Server | Mute): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

describe('what is not even tried', () => {
  it.each([
    'https://discord.evil.example/api',
    'https://discord.com.evil.example/api',
    'http://discord.com/api',
    'http://192.168.0.1/api',
    'http://127.0.0.1.evil.example/api',
    'https://user@evil.example/https://discord.com',
    'nonsense',
  ])('is an address that is neither Discord nor this machine: %s', async (api) => {
    await expect(join(REAL, api)).rejects.toThrow('Correct DISCORD_API');
  });

  it.each(['abc', `Bot ${REAL}`, `"${REAL}"`, `${REAL}\n`, 'a b', 'пароль'])(
    'is a token that cannot be one: %j',
    async (token) => {
      await expect(join(token, 'https://discord.com/api')).rejects.toThrow('DISCORD_TOKEN is not a bot token');
    },
  );
});

describe('a start that fails', () => {
  it('because the token is refused never signs in', async () => {
    const room = await startEmulator();
    await expect(join('wrong', room.api)).rejects.toThrow('refused the token');
    expect(room.log.filter(({ summary }) => summary.startsWith('IDENTIFY'))).toEqual([]);
    await room.close();
  });

  it('because nobody is there says so', async () => {
    const server = createServer();
    const api = await listening(server);
    server.close();
    await expect(join('t', api)).rejects.toThrow(`cannot be reached at ${api}`);
  });

  it('because nobody answers says so', async () => {
    const server = createServer(() => {});
    const api = await listening(server);
    await expect(join('t', api, 50)).rejects.toThrow(`cannot be reached at ${api}`);
    server.closeAllConnections();
    server.close();
  });

  /** Discord's API as far as a start needs it, with the gateway elsewhere. */
  const pointingTo = (gateway: string): Server => {
    const limits = { total: 1_000, remaining: 1_000, reset_after: 1_000, max_concurrency: 1 };
    return createServer((request, response) => {
      const [path] = (request.url ?? '').split('?');
      const body = path?.endsWith('/gateway/bot')
        ? { url: gateway, shards: 1, session_start_limit: limits }
        : path?.endsWith('/commands')
          ? []
          : { id: '1' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
  };

  it('because the gateway cannot be reached says so', async () => {
    const closed = createServer();
    const gone = (await listening(closed)).replace('http', 'ws');
    closed.close();
    const server = pointingTo(gone);
    const api = await listening(server);
    await expect(join('t', api, 300)).rejects.toThrow(`cannot be reached at ${api}`);
    server.closeAllConnections();
    server.close();
  });

  it('because the gateway says nothing says so, and nothing is left that could end the process later', async () => {
    const begun: Socket[] = [];
    const mute = createMute((socket) => begun.push(socket));
    const server = pointingTo((await listening(mute)).replace('http', 'ws'));
    const api = await listening(server);
    const joining = join('t', api, 2_000);
    await until(() => begun.length > 0);
    await expect(joining).rejects.toThrow(`cannot be reached at ${api}`);
    // The connection that was being made fails only now: uncaught, its error would fail this file.
    for (const socket of begun) socket.destroy();
    for (let turns = 0; turns < 50; turns += 1) {
      await new Promise((next) => {
        setImmediate(next);
      });
    }
    mute.close();
    server.closeAllConnections();
    server.close();
  });

  it('because Discord is ill says so', async () => {
    const ill = { kind: 'answer', status: 503, code: 0, message: '503' } as const;
    const room = await startEmulator({ plan: scripted({ 'GET /applications/@me': [ill, ill, ill, ill] }) });
    await expect(join(room.token, room.api)).rejects.toThrow('cannot be reached');
    await room.close();
  });

  it('because hardly any sign-ins are left keeps the last ones', async () => {
    const room = await startEmulator({ settings: { identifies: 10 } });
    await expect(join(room.token, room.api)).rejects.toThrow('sign in only 10 more times before 2031-03-17T20:00:00Z');
    expect(room.log.filter(({ summary }) => summary.startsWith('IDENTIFY'))).toEqual([]);
    await room.close();
  });

  it.each([
    [4004, 'refused the token'],
    [4014, 'does not let this bot hear'],
  ])('because the gateway closes with %i says why', async (code, sentence) => {
    const room = await startEmulator({ plan: scripted({ connection: [{ kind: 'close', code }] }) });
    await expect(join(room.token, room.api)).rejects.toThrow(sentence);
    await room.close();
  });
});

describe('a connection that is lost for good', () => {
  it.each([
    [4004, 'refused the token'],
    [4010, 'Start one process'],
    [4011, 'sharding'],
    [4012, 'Update Factdesk'],
    [4013, 'Update Factdesk'],
    [4014, 'does not let this bot hear'],
  ])('by close code %i ends the bot with a sentence, once', async (code, sentence) => {
    await using it = await joined();
    it.room.gateway.closeAll(code);
    expect((await it.loss).message).toContain(sentence);
    expect(it.lost).toHaveLength(1);
  });

  it('by silence ends the bot, though it looks connected', async () => {
    await using it = await joined({ room: { settings: { heartbeatMs: 60_000 } }, bot: { silenceMs: 60 } });
    expect((await it.loss).message).toContain('Nothing has come from Discord');
  });

  it('is told from a quiet newsroom, in which only heartbeats come', async () => {
    // A heartbeat that is answered late costs discord.js half a second for a new connection: still no silence.
    await using quiet = await joined({ room: { settings: { heartbeatMs: 250 } }, bot: { silenceMs: 2_000 } });
    await using dead = await joined({ room: { settings: { heartbeatMs: 60_000 } }, bot: { silenceMs: 2_000 } });
    await dead.loss;
    expect(quiet.lost).toEqual([]);
  });

  it('is told from one that can be taken up again', async () => {
    await using it = await joined();
    it.room.gateway.closeAll(4000);
    const seen = await it.reporter.slash('who', { name: 'edda-brandt' });
    expect(seen.kind).toBe('message');
    expect(it.lost).toEqual([]);
  });
});

describe('the token at work', () => {
  const refused = { kind: 'answer', status: 401, code: 0, message: '401: Unauthorized' } as const;

  it('survives one 401, which may be a mistake of Discord’s, and a second one ends the bot', async () => {
    const room = { plan: scripted({ 'GET /channels/:channel/messages': [refused, null, refused] }) };
    await using it = await joined({ room });
    const call = async (): Promise<string> =>
      (await it.bot.channelApi.history(ids.desk, null, 1, AbortSignal.timeout(5_000))).is;
    expect(await call()).toBe('failed');
    expect(await call()).toBe('read');
    expect(it.lost).toEqual([]);
    expect(await call()).toBe('failed');
    expect((await it.loss).message).toContain('refused the token');
  });

  it('that is refused between two requests of the start is told so', async () => {
    const room = await startEmulator({ plan: scripted({ 'GET /gateway/bot': [null, refused] }) });
    await expect(join(room.token, room.api)).rejects.toThrow('refused the token');
    await room.close();
  });
});

describe('the commands', () => {
  it('are registered at the first start, and not written again at the second', async () => {
    await using it = await joined();
    expect(requests(it.room, /^PUT/)).toHaveLength(1);
    await it.restart();
    expect(requests(it.room, /^PUT/)).toHaveLength(1);
    expect(requests(it.room, /^GET \/applications\/\d+\/commands/)).toHaveLength(2);
  });

  it('are registered before the gateway is joined', async () => {
    await using it = await joined();
    const order = it.room.log.map(({ summary }) => summary);
    const put = order.findIndex((summary) => summary.startsWith('PUT'));
    expect(put).toBeGreaterThan(-1);
    expect(put).toBeLessThan(order.findIndex((summary) => summary.startsWith('IDENTIFY')));
  });

  it('can be deployed alone, with the plan in words', async () => {
    await using it = await joined({ room: { settings: { limits: false } } });
    const { commands } = desk;
    const again = await deploy({ token: it.room.token, api: it.room.api, commands });
    expect(again.at(-1)).toBe('Nothing differs: nothing was written.');
    const fewer = commands.slice(1);
    const dry = await deploy({ token: it.room.token, api: it.room.api, commands: fewer, remove: true, dry: true });
    expect(dry).toContain(`  to delete: /${commands[0]?.definition.name}`);
    expect(dry.at(-1)).toBe('Nothing was written: this was a dry run.');
    const kept = await deploy({ token: it.room.token, api: it.room.api, commands: fewer });
    expect(kept).toContain(`  not ours, left alone (--delete deletes them): /${commands[0]?.definition.name}`);
    expect(requests(it.room, /^PUT/)).toHaveLength(1);
    await deploy({ token: it.room.token, api: it.room.api, commands: fewer, remove: true });
    expect(await deploy({ token: it.room.token, api: it.room.api, commands: fewer })).toHaveLength(3);
  });

  it('of one server are left alone by the others', async () => {
    await using it = await joined();
    const guild = [...it.room.state.guilds.keys()][0] ?? '';
    const lines = await deploy({ token: it.room.token, api: it.room.api, commands: desk.commands, guild });
    expect(lines[0]).toBe(`In server ${guild}:`);
    expect(lines.at(-1)).toBe('Written.');
    const again = await deploy({ token: it.room.token, api: it.room.api, commands: desk.commands, guild });
    expect(again.at(-1)).toBe('Nothing differs: nothing was written.');
  });

  it('are not deployed with a token that is refused', async () => {
    await using it = await joined();
    await expect(deploy({ token: 'wrong', api: it.room.api, commands: [] })).rejects.toThrow('refused the token');
  });
});

describe('leaving', () => {
  it('waits for the answers that were begun', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = {
      definition: { name: 'slow', description: 'For a test' },
      queryOption: null,
      answer: async () => {
        await promise;
        throw new Error('never mind');
      },
    };
    await using it = await joined({ more: [slow], bot: { deferAfterMs: 1 } });
    const asked = it.reporter.slash('slow');
    await it.reporter.slash('who', { name: 'edda-brandt' });
    let left = false;
    const leaving = it.bot.stop().then(() => {
      left = true;
    });
    while (it.room.gateway.connected() > 0) {
      await new Promise((next) => {
        setImmediate(next);
      });
    }
    expect(left).toBe(false);
    resolve();
    await leaving;
    expect((await asked).kind).toBe('message');
  });
});
