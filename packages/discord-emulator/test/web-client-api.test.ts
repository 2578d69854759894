import { expect, test } from 'vitest';
import type { ClientEvent, State } from '../src/web-client/protocol.d.ts';
import type { Emulator } from '../src/emulator.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

async function listen(
  emulator: Emulator,
  user: string,
): Promise<{ next(): Promise<ClientEvent>; end(): Promise<void> }> {
  const aborted = new AbortController();
  const response = await fetch(`${emulator.address}client/events?user=${user}`, { signal: aborted.signal });
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

async function act(emulator: Emulator, path: string, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${emulator.address}client/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(emulator.address).origin },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function command(emulator: Emulator): Promise<string> {
  const { list } = await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
    { name: 'ping', description: 'x', options: [{ name: 'what', description: 'x', type: 3, autocomplete: true }] },
  ]);
  return String(list[0]?.['id']);
}

const callback = (emulator: Emulator, body: object): Promise<unknown> => {
  const asked = [...emulator.state.asked.values()].at(-1);
  return call(emulator, 'POST', `/interactions/${asked?.id}/${asked?.token}/callback`, body);
};

test('the state shows servers, people, roles, channels, commands, and who sees what', async () => {
  const emulator = await start();
  await command(emulator);
  const state = (await fetch(`${emulator.address}client/state`).then((one) => one.json())) as State;
  expect(state.bot).toMatchObject({ id: emulator.applicationId, online: false });
  expect(state.guilds.map((one) => one.name)).toEqual(['Harbour Desk', 'Valley Weekly']);
  expect(state.guilds[0]?.commands.map((one) => one.name)).toEqual(['ping']);
  expect(state.guilds[0]?.owner_id).toBe(ids.administrator);
  expect(state.visible[ids.reporter]).toContain(ids.desk);
  expect(state.visible[ids.reporter]).not.toContain(ids.board);
  expect(state.visible[ids.administrator]).toContain(ids.board);
  expect(state.directs[ids.reporter]?.type).toBe(1);
});

test('a command, its choices, its answer: each event comes to the one who asked', async () => {
  const emulator = await start({ clock: handClock() });
  const id = await command(emulator);
  const mara = await listen(emulator, ids.reporter);
  const tomas = await listen(emulator, ids.editor);
  const where = { user: ids.reporter, guild: ids.harbour, channel: ids.desk };
  const option = { name: 'what', type: 3, value: 'x' };
  const typing = { ...where, nonce: '1', type: 4, data: { id, options: [{ ...option, focused: true }] } };
  expect((await act(emulator, 'interactions', typing)).status).toBe(204);
  await callback(emulator, { type: 8, data: { choices: [{ name: 'X', value: 'x' }] } });
  expect(await mara.next()).toEqual({ type: 'choices', nonce: '1', choices: [{ name: 'X', value: 'x' }] });
  expect(await mara.next()).toEqual({ type: 'done', nonce: '1' });
  await act(emulator, 'interactions', { ...where, nonce: '2', type: 2, data: { id, options: [option] } });
  await callback(emulator, { type: 4, data: { content: 'private', flags: 64 } });
  expect(await mara.next()).toMatchObject({ type: 'message_create', message: { content: 'private' } });
  await act(emulator, 'messages', { user: ids.reporter, channel: ids.desk, content: 'open' });
  expect(await tomas.next()).toMatchObject({ type: 'message_create', message: { content: 'open' } });
  await mara.end();
  await tomas.end();
});

test('nobody hears of a channel that they do not see', async () => {
  const emulator = await start();
  const jo = await listen(emulator, ids.stranger);
  emulator.as(ids.administrator).in(ids.board).say('for the board');
  emulator.as(ids.administrator).in(ids.desk).say('for all');
  expect(await jo.next()).toMatchObject({ message: { content: 'for all' } });
  const read = await fetch(`${emulator.address}client/messages?channel=${ids.board}&user=${ids.stranger}`);
  expect(await read.json()).toEqual([]);
  await jo.end();
});

test('a private reply can be put away by its reader alone', async () => {
  const emulator = await start();
  await command(emulator);
  void emulator.as(ids.reporter).in(ids.desk).slash('ping');
  await callback(emulator, { type: 4, data: { content: 'private', flags: 64 } });
  const [reply] = emulator.as(ids.reporter).in(ids.desk).messages();
  const message = reply?.id ?? '';
  expect((await act(emulator, 'dismiss', { user: ids.editor, message })).status).toBe(400);
  expect((await act(emulator, 'dismiss', { user: ids.reporter, message })).status).toBe(204);
  expect(emulator.as(ids.reporter).in(ids.desk).messages()).toEqual([]);
});

test('what a user cannot do is refused in a sentence', async () => {
  const emulator = await start();
  const refused = await act(emulator, 'interactions', {
    user: ids.reporter,
    guild: ids.harbour,
    channel: ids.desk,
    nonce: '1',
    type: 2,
    data: { id: '1' },
  });
  expect(refused).toEqual({ status: 400, text: 'There is no command with the id "1" here.\n' });
  expect((await act(emulator, 'messages', { user: ids.reporter, channel: ids.notices, content: 'x' })).status).toBe(
    400,
  );
});

test('the log goes on from where the reader was', async () => {
  const emulator = await start();
  await call(emulator, 'POST', `/channels/${ids.desk}/messages`, { content: 'x' });
  const since = emulator.log.at(-2)?.n ?? 0;
  const entries: unknown = await fetch(`${emulator.address}client/log?since=${since}`).then((one) => one.json());
  expect(entries).toMatchObject([{ n: since + 1, kind: 'rest', status: 200, request: { content: 'x' } }]);
});

test('a file sent with a modal or an option arrives as an attachment', async () => {
  const emulator = await start();
  const { list } = await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
    { name: 'keep', description: 'x', options: [{ name: 'file', description: 'x', type: 11 }] },
  ]);
  const files = [{ id: '0', name: 'a.txt', type: 'text/plain', data: Buffer.from('hello').toString('base64') }];
  const sent = await act(emulator, 'interactions', {
    user: ids.reporter,
    guild: ids.harbour,
    channel: ids.desk,
    nonce: '1',
    type: 2,
    data: { id: list[0]?.['id'], options: [{ name: 'file', type: 11, value: '0' }] },
    files,
  });
  expect(sent.status).toBe(204);
  const dispatched = emulator.log.findLast((one) => one.summary === 'INTERACTION_CREATE')?.request as {
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
