import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { startEmulator, type Emulator } from '../../src/emulator.ts';
import { chat, long, many, opt, places } from '../bodies.ts';
import { handClock } from '../hand-clock.ts';
import { call, type Answered } from '../raw-request.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clock: handClock(), settings: { limits: false } });
});
afterAll(() => emulator.close());

const put = (body: unknown): Promise<Answered> =>
  call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, body);

describe('commands', () => {
  test.each<[string, readonly JsonObject[], string]>([
    ['an upper case name', [chat({ name: 'Who' })], '0.name'],
    ['a name with a space', [chat({ name: 'who is' })], '0.name'],
    ['a name of 33', [chat({ name: long(33) })], '0.name'],
    ['no description', [{ name: 'who' }], '0.description'],
    ['a description of 101', [chat({ description: long(101) })], '0.description'],
    ['a description on a menu', [{ name: 'Check', type: 3, description: 'x' }], '0.description'],
    ['options on a menu', [{ name: 'Check', type: 3, options: [opt()] }], '0.options'],
    ['a name twice', [chat(), chat()], '1.name'],
    ['an option in upper case', [chat({ options: [opt({ name: 'Name' })] })], '0.options.0.name'],
    ['an option twice', [chat({ options: [opt(), opt()] })], '0.options.1.name'],
    [
      'a required option after an optional one',
      [chat({ options: [opt(), opt({ name: 'b', required: true })] })],
      '0.options.1',
    ],
    [
      'choices and autocomplete',
      [chat({ options: [opt({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
      '0.options.0.choices',
    ],
    ['26 options', [chat({ options: many(26, (n) => opt({ name: `o${n}` })) })], '0.options'],
    [
      '26 choices',
      [chat({ options: [opt({ choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] })],
      '0.options.0.choices',
    ],
    ['a locale that Discord does not know', [chat({ name_localizations: { sr: 'ko' } })], '0.name_localizations.sr'],
    [
      'over 8,000 characters',
      [
        chat({
          options: many(25, (n) =>
            opt({ name: `o${n}`, choices: many(4, (m) => ({ name: `${m}${long(50)}`, value: `${m}${long(40)}` })) }),
          ),
        }),
      ],
      '0',
    ],
    [
      'a sub-command beside an option',
      [chat({ options: [{ type: 1, name: 'show', description: 'x' }, opt()] })],
      '0.options.1.type',
    ],
  ])('%s', async (_, body, place) => {
    const answered = await put(body);
    expect({ status: answered.status, code: answered.json['code'] }).toEqual({ status: 400, code: 50035 });
    expect(places(answered)).toContain(place);
  });

  test.each<[string, number, JsonObject, boolean]>([
    ['100 chat commands', 100, {}, true],
    ['101 chat commands', 101, {}, false],
    ['15 message menus', 15, { type: 3, description: '' }, true],
    ['16 message menus', 16, { type: 3, description: '' }, false],
  ])('%s: taken or not', async (_, count, more, taken) => {
    const answered = await put(many(count, (n) => ({ ...chat({ name: `c${n}` }), ...more })));
    expect(answered.status).toBe(taken ? 200 : 400);
  });

  test.each(['кo', 'ποιος', "qu'est-ce", 'नमस्ते', '誰'])('the name %s is taken', async (name) => {
    expect((await put([chat({ name })])).status).toBe(200);
  });

  test('permissions are written as text', async () => {
    const answered = await put([chat({ default_member_permissions: '32' })]);
    expect(answered.list[0]).toMatchObject({ default_member_permissions: '32' });
    expect((await put([chat({ default_member_permissions: 'many' })])).status).toBe(400);
  });
});
