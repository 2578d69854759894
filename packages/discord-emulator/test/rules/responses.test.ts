import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { startEmulator, type Emulator } from '../../src/emulator.ts';
import { button, chat, input, long, many, modal, opt, places, row, text, v2 } from '../bodies.ts';
import { ids } from '../bot.ts';
import { handClock } from '../hand-clock.ts';
import { call, type Answered } from '../raw-request.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clock: handClock(), settings: { limits: false } });
  await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
    chat({ options: [opt({ autocomplete: true })] }),
  ]);
});
afterAll(() => emulator.close());

/** The token and id of a fresh interaction. */
function asked(typing = false): { path: string } {
  const mara = emulator.as(ids.reporter).in(ids.desk);
  // Nobody waits for what comes of it: only its token is wanted.
  void (typing ? mara.type('who', 'name', 'x') : mara.slash('who', { name: 'x' }));
  const last = [...emulator.state.asked.values()].at(-1);
  return { path: `/interactions/${last?.id}/${last?.token}/callback` };
}

const answer = (body: unknown, typing = false): Promise<Answered> => call(emulator, 'POST', asked(typing).path, body);

describe('answers to interactions', () => {
  test.each<[string, JsonObject, string]>([
    ['content of 2,001', { type: 4, data: { content: long(2_001) } }, 'data.content'],
    ['text displays of 4,001', { type: 4, data: v2(text(long(2_000)), text(long(2_001))) }, 'data.components'],
    ['a type that is none', { type: 77, data: {} }, 'type'],
    ['choices for a command', { type: 8, data: { choices: [] } }, 'type'],
    ['an update for a command', { type: 7, data: { content: 'x' } }, 'type'],
    [
      'a modal title of 46',
      modal(input(1)).data ? { type: 9, data: { ...Object(modal(input(1))['data']), title: long(46) } } : {},
      'data.title',
    ],
    ['a modal of 6 parts', modal(...many(6, input)), 'data.components'],
    ['a modal of no parts', modal(), 'data.components'],
    ['a button in a modal', modal(row(button())), 'data.components.0.components.0.type'],
    ['a custom_id twice in a modal', modal(input(1), input(1)), 'data.components.1.component.custom_id'],
    [
      'least over most in a modal',
      modal({ type: 18, label: 'L', component: { type: 4, style: 1, custom_id: 'i', min_length: 9, max_length: 3 } }),
      'data.components.0.component.min_length',
    ],
  ])('%s', async (_, body, place) => {
    const answered = await answer(body);
    expect({ status: answered.status, code: answered.json['code'] }).toEqual({ status: 400, code: 50035 });
    expect(places(answered)).toContain(place);
  });

  test.each<[string, readonly JsonObject[], string]>([
    ['26 choices', many(26, (n) => ({ name: `${n}`, value: `${n}` })), 'data.choices'],
    ['a choice without a name', [{ name: '', value: 'x' }], 'data.choices.0.name'],
    ['a choice name of 101', [{ name: long(101), value: 'x' }], 'data.choices.0.name'],
    ['a choice value of 101', [{ name: 'x', value: long(101) }], 'data.choices.0.value'],
    ['a number for a text', [{ name: 'x', value: 5 }], 'data.choices.0.value'],
  ])('choices: %s', async (_, choices, place) => {
    const answered = await answer({ type: 8, data: { choices } }, true);
    expect(answered.status).toBe(400);
    expect(places(answered).some((one) => one.startsWith(place))).toBe(true);
  });

  test('type 4 without content is empty', async () => {
    expect((await answer({ type: 4, data: {} })).json['code']).toBe(50006);
  });

  test('a refused answer is not the one answer: a right one may follow', async () => {
    const { path } = asked();
    expect((await call(emulator, 'POST', path, { type: 4, data: { content: long(2_001) } })).status).toBe(400);
    expect((await call(emulator, 'POST', path, { type: 4, data: { content: 'right' } })).status).toBe(204);
  });
});
