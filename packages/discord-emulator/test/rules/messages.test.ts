import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { startEmulator, type Emulator } from '../../src/emulator.ts';
import { V2, box, button, long, many, option, places, row, select, text, v2 } from '../bodies.ts';
import { ids } from '../bot.ts';
import { handClock } from '../hand-clock.ts';
import { call, type Answered } from '../raw-request.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ clock: handClock(), settings: { limits: false } });
});
afterAll(() => emulator.close());

const post = (body: unknown): Promise<Answered> => call(emulator, 'POST', `/channels/${ids.desk}/messages`, body);

describe('messages that Discord takes', () => {
  test.each<[string, JsonObject]>([
    ['2,000 characters', { content: long(2_000) }],
    ['a full embed', { embeds: [{ title: long(256), description: long(4_096), fields: [{ name: 'n', value: 'v' }] }] }],
    ['ten embeds', { embeds: many(10, () => ({ title: 'x' })) }],
    ['5 rows of 5 buttons', { components: many(5, (r) => row(...many(5, (n) => button(`${r}-${n}`)))) }],
    ['a select of 25', { components: [row(select({ options: many(25, (n) => option(`${n}`)), max_values: 25 }))] }],
    ['40 components', v2(...many(40, () => text('x')))],
    ['4,000 characters of text displays', v2(box(text(long(2_000))), text(long(2_000)))],
    ['a button that is an emoji', { components: [row({ type: 2, style: 1, custom_id: 'x', emoji: { name: '🔥' } })] }],
    ['a link button', { components: [row({ type: 2, style: 5, label: 'Go', url: 'https://example.org' })] }],
    [
      'a section with a thumbnail',
      v2({ type: 9, components: [text()], accessory: { type: 11, media: { url: 'https://a.example/b.png' } } }),
    ],
    ['nobody to be pinged', { content: '@everyone', allowed_mentions: { parse: [] } }],
    ['users by list', { content: 'x', allowed_mentions: { parse: ['roles'], users: [ids.editor] } }],
  ])('%s', async (_, body) => {
    const answered = await post(body);
    expect(answered.json['errors']).toBeUndefined();
    expect(answered.status).toBe(200);
  });
});

describe('messages that Discord refuses, each at its place', () => {
  test.each<[string, JsonObject, string]>([
    ['content of 2,001', { content: long(2_001) }, 'content'],
    ['11 embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds'],
    ['an embed title of 257', { embeds: [{ title: long(257) }] }, 'embeds.0.title'],
    ['an embed description of 4,097', { embeds: [{ description: long(4_097) }] }, 'embeds.0.description'],
    ['26 fields', { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] }, 'embeds.0.fields'],
    [
      'a field value of 1,025',
      { embeds: [{ fields: [{ name: 'n', value: long(1_025) }] }] },
      'embeds.0.fields.0.value',
    ],
    ['a field without a name', { embeds: [{ fields: [{ name: '', value: 'v' }] }] }, 'embeds.0.fields.0.name'],
    ['a field with a blank value', { embeds: [{ fields: [{ name: 'n', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
    ['an empty embed', { embeds: [{}] }, 'embeds.0.description'],
    ['embeds of over 6,000 together', { embeds: many(2, () => ({ description: long(3_001) })) }, 'embeds'],
    ['a colour that is none', { embeds: [{ title: 'x', color: 0x1000000 }] }, 'embeds.0.color'],
    ['an embed url that is none', { embeds: [{ title: 'x', url: 'no' }] }, 'embeds.0.url'],
    ['a picture that was not sent', { embeds: [{ image: { url: 'attachment://a.png' } }] }, 'embeds.0.image.url'],
    [
      'users both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: [ids.editor] } },
      'allowed_mentions',
    ],
    [
      '101 users listed',
      { content: 'x', allowed_mentions: { users: many(101, (n) => `${n + 1}`) } },
      'allowed_mentions.users',
    ],
    ['a nonce of 26', { content: 'x', nonce: long(26) }, 'nonce'],
    ['11 attachments', { content: 'x', attachments: many(11, (n) => ({ id: `${n}` })) }, 'attachments'],
    ['content beside V2', { content: 'x', ...v2(text()) }, 'content'],
    ['embeds beside V2', { embeds: [{ title: 'x' }], ...v2(text()) }, 'embeds'],
  ])('%s', async (_, body, place) => {
    const answered = await post(body);
    expect({ status: answered.status, code: answered.json['code'] }).toEqual({ status: 400, code: 50035 });
    expect(places(answered)).toContain(place);
  });

  test('an empty message is 50006, not a malformed one', async () => {
    for (const body of [{}, { content: '  ' }, { flags: V2 }, { embeds: [] }]) {
      const answered = await post(body);
      expect([answered.status, answered.json['code']]).toEqual([400, 50006]);
    }
  });

  test('what is no JSON is 50109, and what is no object a malformed form', async () => {
    const response = await fetch(`${emulator.api}/v10/channels/${ids.desk}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
      body: '{"content"',
    });
    expect(await response.json()).toMatchObject({ code: 50109 });
    expect((await post([])).json['code']).toBe(50035);
  });

  test('everything that is wrong is told at once', async () => {
    const answered = await post({ content: 5, embeds: [{ title: long(300) }], tts: 'yes' });
    expect(places(answered).toSorted()).toEqual(['content', 'embeds.0.title', 'tts']);
  });
});
