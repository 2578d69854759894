import {
  anything,
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  json,
  oneof,
  record,
  string,
} from 'fast-check';
import { request } from 'node:http';
import { connect as dial } from 'node:net';
import { expect, test } from 'vitest';
import type { Emulator } from '../src/emulator.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, connect } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const calm = { settings: { limits: false } };

/** Names and values that a message or a command has, put together in ways that none has. */
const KEYS = [
  'content',
  'embeds',
  'components',
  'flags',
  'attachments',
  'type',
  'data',
  'choices',
  'options',
  'name',
  'id',
];
const value = oneof(anything({ withBigInt: false }), constantFrom(0, 1, 4, 5, 7, 8, 9, 17, 32_768, '', 'x', null));
const body = oneof(
  dictionary(constantFrom(...KEYS), oneof(value, array(dictionary(constantFrom(...KEYS), value), { maxLength: 3 }))),
  record({ type: constantFrom(4, 5, 6, 7, 8, 9), data: dictionary(constantFrom(...KEYS), value) }),
);

const failures = (emulator: Emulator): string[] =>
  emulator.log.filter(({ summary }) => summary.startsWith('the emulator itself failed')).map(({ summary }) => summary);

test('whatever a bot sends is taken or refused, and never a failure of the emulator', async () => {
  const emulator = await start({ ...calm, clock: handClock() });
  await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [{ name: 'ping', description: 'x' }]);
  const paths = (): [string, string][] => {
    void emulator.as(ids.reporter).in(ids.desk).slash('ping');
    const asked = [...emulator.state.asked.values()].at(-1);
    return [
      ['POST', `/channels/${ids.desk}/messages`],
      ['PUT', `/applications/${emulator.applicationId}/guilds/${ids.valley}/commands`],
      ['POST', `/interactions/${asked?.id}/${asked?.token}/callback`],
      ['POST', `/webhooks/${emulator.applicationId}/${asked?.token}`],
      ['PATCH', `/webhooks/${emulator.applicationId}/${asked?.token}/messages/@original`],
    ];
  };
  await assert(
    asyncProperty(body, async (sent) => {
      for (const [method, path] of paths()) {
        const answered = await call(emulator, method, path, sent);
        expect([200, 201, 204, 400, 404]).toContain(answered.status);
      }
    }),
    { numRuns: 150 },
  );
  expect(failures(emulator)).toEqual([]);
}, 60_000);

test('whatever a page sends is done or refused', async () => {
  const emulator = await start(calm);
  const { origin } = new URL(emulator.address);
  const send = async (path: string, sent: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', origin };
    return (await fetch(`${emulator.address}client/${path}`, { method: 'POST', headers, body: sent })).status;
  };
  const act = record({
    nonce: string(),
    user: constantFrom(ids.reporter, 'x'),
    channel: constantFrom(ids.desk, ids.board, 'x'),
    type: constantFrom(2, 3, 4, 5),
    data: dictionary(constantFrom('id', 'options', 'custom_id', 'components', 'values', 'target_id'), value),
  });
  await assert(
    asyncProperty(
      oneof(
        json(),
        act.map((one) => JSON.stringify(one)),
      ),
      async (sent) => {
        for (const path of ['interactions', 'messages', 'dismiss'])
          expect([204, 400]).toContain(await send(path, sent));
      },
    ),
    { numRuns: 100 },
  );
  expect(failures(emulator)).toEqual([]);
}, 60_000);

test('addresses that are none are refused, and the emulator goes on', async () => {
  const emulator = await start(calm);
  const { port, host } = new URL(emulator.api);
  const ask = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });
  for (const path of ['/api/v10/channels/%/messages', '/api/v10/%ff', '//', '/api/v10/', '/?', '/attachments/%00']) {
    expect([400, 401, 404]).toContain(await ask(path));
  }
  for (const url of ['//', '/gateway?%', '/gateway?v=10&v=%ff', 'http://x/gateway', '/gateway/../x']) {
    const raw = dial(Number(port), '127.0.0.1');
    raw.write(`GET ${url} HTTP/1.1\r\nhost: ${host}\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n`);
    await new Promise((resolve) => {
      raw.once('close', resolve);
      raw.on('error', () => {});
      raw.resume();
    });
  }
  expect((await call(emulator, 'GET', '/users/@me')).status).toBe(200);
});

test('whatever comes over the gateway ends at most its own connection', async () => {
  const emulator = await start(calm);
  await assert(
    asyncProperty(
      oneof(
        json(),
        constantFrom(1, 2, 3, 6, 8).map((op) => JSON.stringify({ op, d: { token: 5, seq: 'x', shard: 7 } })),
      ),
      async (sent) => {
        const line = connect(emulator);
        await line.next();
        line.socket.send(sent);
        line.send({ op: 99 });
        expect([4001, 4002, 4003, 4004]).toContain(await line.closed);
      },
    ),
    { numRuns: 60 },
  );
  expect(failures(emulator)).toEqual([]);
}, 60_000);
