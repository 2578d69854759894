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
import type { Room } from '../src/emulator.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, connect } from './raw-request.ts';
import { rooms } from './start-emulators.ts';

const start = rooms();
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

const failures = (room: Room): string[] =>
  room.log.filter(({ summary }) => summary.startsWith('the room itself failed')).map(({ summary }) => summary);

test('whatever a bot sends is taken or refused, and never a failure of the room', async () => {
  const room = await start({ ...calm, clock: handClock() });
  await call(room, 'PUT', `/applications/${room.applicationId}/commands`, [{ name: 'ping', description: 'x' }]);
  const paths = (): [string, string][] => {
    void room.as(ids.reporter).in(ids.desk).slash('ping');
    const asked = [...room.state.asked.values()].at(-1);
    return [
      ['POST', `/channels/${ids.desk}/messages`],
      ['PUT', `/applications/${room.applicationId}/guilds/${ids.valley}/commands`],
      ['POST', `/interactions/${asked?.id}/${asked?.token}/callback`],
      ['POST', `/webhooks/${room.applicationId}/${asked?.token}`],
      ['PATCH', `/webhooks/${room.applicationId}/${asked?.token}/messages/@original`],
    ];
  };
  await assert(
    asyncProperty(body, async (sent) => {
      for (const [method, path] of paths()) {
        const answered = await call(room, method, path, sent);
        expect([200, 201, 204, 400, 404]).toContain(answered.status);
      }
    }),
    { numRuns: 150 },
  );
  expect(failures(room)).toEqual([]);
}, 60_000);

test('whatever a page sends is done or refused', async () => {
  const room = await start(calm);
  const { origin } = new URL(room.address);
  const send = async (path: string, sent: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', origin };
    return (await fetch(`${room.address}client/${path}`, { method: 'POST', headers, body: sent })).status;
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
  expect(failures(room)).toEqual([]);
}, 60_000);

test('addresses that are none are refused, and the room goes on', async () => {
  const room = await start(calm);
  const { port, host } = new URL(room.api);
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
  expect((await call(room, 'GET', '/users/@me')).status).toBe(200);
});

test('whatever comes over the gateway ends at most its own connection', async () => {
  const room = await start(calm);
  await assert(
    asyncProperty(
      oneof(
        json(),
        constantFrom(1, 2, 3, 6, 8).map((op) => JSON.stringify({ op, d: { token: 5, seq: 'x', shard: 7 } })),
      ),
      async (sent) => {
        const line = connect(room);
        await line.next();
        line.socket.send(sent);
        line.send({ op: 99 });
        expect([4001, 4002, 4003, 4004]).toContain(await line.closed);
      },
    ),
    { numRuns: 60 },
  );
  expect(failures(room)).toEqual([]);
}, 60_000);
