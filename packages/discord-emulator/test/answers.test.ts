import { describe, expect, test } from 'vitest';
import { type Emulator, type EmulatorOptions } from '../src/emulator.ts';
import { type Asked } from '../src/world/state.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, identified } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

/** An emulator without a bot, and an interaction in it that a test answers by hand. */
async function byHand(
  options: EmulatorOptions = {},
): Promise<{ emulator: Emulator; asked: Asked; path: string; hook: string }> {
  const emulator = await start(options);
  await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
    { name: 'ping', description: 'Answers' },
  ]);
  void emulator.as(ids.reporter).in(ids.desk).slash('ping');
  const [asked] = emulator.state.asked.values();
  if (!asked) throw new Error('nothing was asked');
  return {
    emulator,
    asked,
    path: `/interactions/${asked.id}/${asked.token}/callback`,
    hook: `/webhooks/${emulator.applicationId}/${asked.token}`,
  };
}

describe('time and number of answers', () => {
  test('nobody answers for 3 s: the user is told, and a late answer is 10062', async () => {
    const clock = handClock();
    const { emulator, path } = await byHand({ clock });
    await identified(emulator);
    const seen = emulator.as(ids.reporter).in(ids.desk).slash('ping');
    clock.move(3_000);
    expect(await seen).toMatchObject({ kind: 'failed', ms: 3_000, reason: 'The application did not respond in time.' });
    const late = await call(emulator, 'POST', path, { type: 4, data: { content: 'late' } });
    expect([late.status, late.json['code']]).toEqual([404, 10062]);
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toEqual([]);
  });

  test('2.999 s are enough', async () => {
    const clock = handClock();
    const { emulator, path } = await byHand({ clock });
    clock.move(2_999);
    expect((await call(emulator, 'POST', path, { type: 4, data: { content: 'in time' } })).status).toBe(204);
  });

  test('where no bot is connected, that is the reason', async () => {
    const clock = handClock();
    const { emulator } = await byHand({ clock });
    const seen = emulator.as(ids.reporter).in(ids.desk).slash('ping');
    clock.move(3_000);
    expect((await seen).reason).toBe('The bot is not connected.');
  });

  test('a refused answer is named to whoever develops the bot', async () => {
    const clock = handClock();
    const { emulator } = await byHand({ clock });
    const seen = emulator.as(ids.reporter).in(ids.desk).slash('ping');
    const last = [...emulator.state.asked.values()].at(-1);
    await call(emulator, 'POST', `/interactions/${last?.id}/${last?.token}/callback`, { type: 4, data: {} });
    clock.move(3_000);
    expect((await seen).reason).toContain('50006');
  });

  test('a second answer is 40060, an unknown interaction 10062', async () => {
    const { emulator, path, asked } = await byHand();
    const body = { type: 4, data: { content: 'x' } };
    expect((await call(emulator, 'POST', path, body)).status).toBe(204);
    expect((await call(emulator, 'POST', path, body)).json['code']).toBe(40060);
    expect((await call(emulator, 'POST', `/interactions/${asked.id}/none/callback`, body)).json['code']).toBe(10062);
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(1);
  });

  test('the token works for 15 minutes, and then it is 50027', async () => {
    const clock = handClock();
    const { emulator, path, hook } = await byHand({ clock, settings: { limits: false } });
    await call(emulator, 'POST', path, { type: 4, data: { content: 'x' } });
    clock.move(899_000);
    expect((await call(emulator, 'PATCH', `${hook}/messages/@original`, { content: 'y' })).status).toBe(200);
    clock.move(1_000);
    const late = await call(emulator, 'PATCH', `${hook}/messages/@original`, { content: 'z' });
    expect([late.status, late.json['code']]).toEqual([401, 50027]);
  });

  test('the answer tells what it made, where it is asked to', async () => {
    const { emulator, path, asked } = await byHand();
    const answered = await call(emulator, 'POST', `${path}?with_response=true`, { type: 5, data: { flags: 64 } });
    expect(answered.status).toBe(200);
    expect(answered.json['interaction']).toMatchObject({
      id: asked.id,
      type: 2,
      response_message_id: asked.original,
      response_message_loading: true,
      response_message_ephemeral: true,
    });
    expect(answered.json['resource']).toMatchObject({ type: 4, message: { id: asked.original } });
  });
});

describe('deferred answers and follow-ups', () => {
  test('"thinking…" is filled by an edit, which counts as no edit', async () => {
    const { emulator, path, hook } = await byHand();
    await call(emulator, 'POST', path, { type: 5 });
    const [waiting] = emulator.as(ids.reporter).in(ids.desk).messages();
    expect(waiting).toMatchObject({ flags: 128, content: '' });
    await call(emulator, 'PATCH', `${hook}/messages/@original`, { content: 'done' });
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toMatchObject([
      { id: waiting?.id, flags: 0, content: 'done', edited_timestamp: null },
    ]);
  });

  test('of a deferred answer only privacy counts, and the edit cannot take it away', async () => {
    const { emulator, path, hook } = await byHand();
    await call(emulator, 'POST', path, { type: 5, data: { flags: 64, content: 'ignored' } });
    await call(emulator, 'PATCH', `${hook}/messages/@original`, {
      flags: 32_768,
      components: [{ type: 10, content: 'x' }],
    });
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toMatchObject([{ flags: 64 | 32_768, content: '' }]);
    expect(emulator.as(ids.editor).in(ids.desk).messages()).toEqual([]);
  });

  test('V2 is never taken away again', async () => {
    const { emulator, path, hook } = await byHand();
    await call(emulator, 'POST', path, { type: 4, data: { flags: 32_768, components: [{ type: 10, content: 'x' }] } });
    const edited = await call(emulator, 'PATCH', `${hook}/messages/@original`, { content: 'old style', flags: 0 });
    expect(edited.json['code']).toBe(50035);
  });

  test('the first follow-up after "thinking…" is the answer, the next one a reply to it', async () => {
    const { emulator, path, hook, asked } = await byHand();
    await call(emulator, 'POST', path, { type: 5 });
    expect((await call(emulator, 'POST', hook, { content: 'first' })).json['id']).toBe(asked.original);
    const next = await call(emulator, 'POST', hook, { content: 'second', flags: 64 });
    expect(next.json).toMatchObject({ type: 19, flags: 64, message_reference: { message_id: asked.original } });
    expect(emulator.as(ids.editor).in(ids.desk).messages()).toHaveLength(1);
  });

  test('before there was an answer the webhook is unknown: 10015', async () => {
    const { emulator, hook } = await byHand();
    expect((await call(emulator, 'POST', hook, { content: 'x' })).json['code']).toBe(10015);
  });

  test('an answer can be read, deleted, and is then unknown: 10008', async () => {
    const { emulator, path, hook } = await byHand();
    await call(emulator, 'POST', path, { type: 4, data: { content: 'x', flags: 64 } });
    expect((await call(emulator, 'GET', `${hook}/messages/@original`)).json['content']).toBe('x');
    expect((await call(emulator, 'DELETE', `${hook}/messages/@original`)).status).toBe(204);
    expect((await call(emulator, 'GET', `${hook}/messages/@original`)).json['code']).toBe(10008);
  });

  test("another message of the channel is out of an interaction's reach", async () => {
    const { emulator, path, hook } = await byHand();
    const said = emulator.as(ids.reporter).in(ids.desk).say('mine');
    await call(emulator, 'POST', path, { type: 4, data: { content: 'x' } });
    expect((await call(emulator, 'DELETE', `${hook}/messages/${said.id}`)).json['code']).toBe(10008);
  });

  test('a private answer never goes over the gateway, an open one does', async () => {
    const { emulator, path, hook } = await byHand();
    const { line } = await identified(emulator, { intents: 512 });
    await call(emulator, 'POST', path, { type: 4, data: { content: 'private', flags: 64 } });
    await call(emulator, 'POST', hook, { content: 'open' });
    expect((await line.event('MESSAGE_CREATE'))['d']).toMatchObject({ content: 'open' });
  });
});
