import { expect, test } from 'vitest';
import type { ClientEvent, State } from '../src/web-client/protocol.d.ts';
import type { Room } from '../src/emulator.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call } from './raw-request.ts';
import { rooms } from './start-emulators.ts';

const start = rooms();

async function listen(room: Room, user: string): Promise<{ next(): Promise<ClientEvent>; end(): Promise<void> }> {
  const aborted = new AbortController();
  const response = await fetch(`${room.address}client/events?user=${user}`, { signal: aborted.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const found = /^data: (.*)\n\n/m.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return JSON.parse(found[1] ?? '') as ClientEvent;
        }
        text += (await reader?.read())?.value ?? '';
      }
    },
    end: async () => aborted.abort(),
  };
}

async function act(room: Room, path: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${room.address}client/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(room.address).origin },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function command(room: Room): Promise<string> {
  const { list } = await call(room, 'PUT', `/applications/${room.applicationId}/commands`, [
    { name: 'ping', description: 'x', options: [{ name: 'what', description: 'x', type: 3, autocomplete: true }] },
  ]);
  return String(list[0]?.['id']);
}

const callback = (room: Room, body: object): Promise<unknown> => {
  const asked = [...room.state.asked.values()].at(-1);
  return call(room, 'POST', `/interactions/${asked?.id}/${asked?.token}/callback`, body);
};

test('the state shows servers, people, roles, channels, commands, and who sees what', async () => {
  const room = await start();
  await command(room);
  const state = (await fetch(`${room.address}client/state`).then((one) => one.json())) as State;
  expect(state.bot).toMatchObject({ id: room.applicationId, online: false });
  expect(state.guilds.map((one) => one.name)).toEqual(['Harbour Desk', 'Valley Weekly']);
  expect(state.guilds[0]?.commands.map((one) => one.name)).toEqual(['ping']);
  expect(state.guilds[0]?.owner_id).toBe(ids.administrator);
  expect(state.visible[ids.reporter]).toContain(ids.desk);
  expect(state.visible[ids.reporter]).not.toContain(ids.board);
  expect(state.visible[ids.administrator]).toContain(ids.board);
  expect(state.directs[ids.reporter]?.type).toBe(1);
});

test('a command, its choices, its answer: each event comes to the one who asked', async () => {
  const room = await start({ clock: handClock() });
  const id = await command(room);
  const mara = await listen(room, ids.reporter);
  const tomas = await listen(room, ids.editor);
  const where = { user: ids.reporter, guild: ids.harbour, channel: ids.desk };
  const option = { name: 'what', type: 3, value: 'x' };
  const typing = { ...where, nonce: '1', type: 4, data: { id, options: [{ ...option, focused: true }] } };
  expect((await act(room, 'interactions', typing)).status).toBe(204);
  await callback(room, { type: 8, data: { choices: [{ name: 'X', value: 'x' }] } });
  expect(await mara.next()).toEqual({ type: 'choices', nonce: '1', choices: [{ name: 'X', value: 'x' }] });
  expect(await mara.next()).toEqual({ type: 'done', nonce: '1' });
  await act(room, 'interactions', { ...where, nonce: '2', type: 2, data: { id, options: [option] } });
  await callback(room, { type: 4, data: { content: 'private', flags: 64 } });
  expect(await mara.next()).toMatchObject({ type: 'message_create', message: { content: 'private' } });
  await act(room, 'messages', { user: ids.reporter, channel: ids.desk, content: 'open' });
  expect(await tomas.next()).toMatchObject({ type: 'message_create', message: { content: 'open' } });
  await mara.end();
  await tomas.end();
});

test('nobody hears of a channel that they do not see', async () => {
  const room = await start();
  const jo = await listen(room, ids.stranger);
  room.as(ids.administrator).in(ids.board).say('for the board');
  room.as(ids.administrator).in(ids.desk).say('for all');
  expect(await jo.next()).toMatchObject({ message: { content: 'for all' } });
  const read = await fetch(`${room.address}client/messages?channel=${ids.board}&user=${ids.stranger}`);
  expect(await read.json()).toEqual([]);
  await jo.end();
});

test('a private reply can be put away by its reader alone', async () => {
  const room = await start();
  await command(room);
  void room.as(ids.reporter).in(ids.desk).slash('ping');
  await callback(room, { type: 4, data: { content: 'private', flags: 64 } });
  const [reply] = room.as(ids.reporter).in(ids.desk).messages();
  const message = reply?.id ?? '';
  expect((await act(room, 'dismiss', { user: ids.editor, message })).status).toBe(400);
  expect((await act(room, 'dismiss', { user: ids.reporter, message })).status).toBe(204);
  expect(room.as(ids.reporter).in(ids.desk).messages()).toEqual([]);
});

test('what a user cannot do is refused in a sentence', async () => {
  const room = await start();
  const refused = await act(room, 'interactions', {
    user: ids.reporter,
    guild: ids.harbour,
    channel: ids.desk,
    nonce: '1',
    type: 2,
    data: { id: '1' },
  });
  expect(refused).toEqual({ status: 400, text: 'There is no command with the id "1" here.\n' });
  expect((await act(room, 'messages', { user: ids.reporter, channel: ids.notices, content: 'x' })).status).toBe(400);
});

test('the log goes on from where the reader was', async () => {
  const room = await start();
  await call(room, 'POST', `/channels/${ids.desk}/messages`, { content: 'x' });
  const since = room.log.at(-2)?.n ?? 0;
  const entries: unknown = await fetch(`${room.address}client/log?since=${since}`).then((one) => one.json());
  expect(entries).toMatchObject([{ n: since + 1, kind: 'rest', status: 200, request: { content: 'x' } }]);
});

test('a file sent with a modal or an option arrives as an attachment', async () => {
  const room = await start();
  const { list } = await call(room, 'PUT', `/applications/${room.applicationId}/commands`, [
    { name: 'keep', description: 'x', options: [{ name: 'file', description: 'x', type: 11 }] },
  ]);
  const files = [{ id: '0', name: 'a.txt', type: 'text/plain', data: Buffer.from('hello').toString('base64') }];
  const sent = await act(room, 'interactions', {
    user: ids.reporter,
    guild: ids.harbour,
    channel: ids.desk,
    nonce: '1',
    type: 2,
    data: { id: list[0]?.['id'], options: [{ name: 'file', type: 11, value: '0' }] },
    files,
  });
  expect(sent.status).toBe(204);
  const dispatched = room.log.findLast((one) => one.summary === 'INTERACTION_CREATE')?.request as {
    data: {
      options: { value: string }[];
      resolved: { attachments: Record<string, { filename: string; url: string }> };
    };
  };
  const [option] = dispatched.data.options;
  const attachment = dispatched.data.resolved.attachments[option?.value ?? ''];
  expect(attachment?.filename).toBe('a.txt');
  expect(await fetch(attachment?.url ?? '').then((one) => one.text())).toBe('hello');
});
