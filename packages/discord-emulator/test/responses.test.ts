import * as published from 'discord-api-spec/zod';
import { describe, expect, test } from 'vitest';
import { safeParse, type $ZodType } from 'zod/v4/core';
import { objectOf, objectsOf, type JsonObject } from '../src/json.ts';
import type { Emulator } from '../src/emulator.ts';
import { box, button, chat, modal, opt, row, select, text, v2 } from './bodies.ts';
import { ids } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();

/** What the description finds wrong with a value: each place and kind, so that a failure names them. */
function wrong(schema: $ZodType, value: unknown): string[] {
  const result = safeParse(schema, value);
  return result.success ? [] : result.error.issues.map((one) => `${one.path.join('.')} ${one.code}`);
}

const calm = { clock: handClock(), settings: { limits: false } };

describe('the emulator answers as the description says', () => {
  test.each<[string, $ZodType]>([
    ['/gateway', published.GatewayResponseSchema],
    ['/gateway/bot', published.GatewayBotResponseSchema],
    ['/users/@me', published.UserPIIResponseSchema],
    [`/users/${ids.reporter}`, published.UserResponseSchema],
    ['/applications/@me', published.PrivateApplicationResponseSchema],
    ['/oauth2/applications/@me', published.PrivateApplicationResponseSchema],
    [`/guilds/${ids.harbour}`, published.GuildWithCountsResponseSchema],
    [`/guilds/${ids.harbour}/members/${ids.editor}`, published.GuildMemberResponseSchema],
    [`/channels/${ids.desk}`, published.GuildChannelResponseSchema],
    [`/channels/${ids.thread}`, published.ThreadResponseSchema],
  ])('GET %s', async (path, schema) => {
    const { status, json } = await call(await start(calm), 'GET', path);
    expect(status).toBe(200);
    expect(wrong(schema, json)).toEqual([]);
  });

  test.each<[string, $ZodType]>([
    ['/users/@me/guilds', published.MyGuildResponseSchema],
    [`/guilds/${ids.harbour}/roles`, published.GuildRoleResponseSchema],
    [`/guilds/${ids.harbour}/channels`, published.GuildChannelResponseSchema],
  ])('GET %s, a list', async (path, schema) => {
    const { list } = await call(await start(calm), 'GET', path);
    expect(list.length).toBeGreaterThan(0);
    expect(list.flatMap((one) => wrong(schema, one))).toEqual([]);
  });

  test('a direct channel', async () => {
    const { json } = await call(await start(calm), 'POST', '/users/@me/channels', { recipient_id: ids.editor });
    expect(wrong(published.PrivateChannelResponseSchema, json)).toEqual([]);
  });

  test('commands of every type and option', async () => {
    const emulator = await start(calm);
    const options = [1, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((type) => opt({ type, name: `o${type}` }));
    const nested = [{ type: 1, name: 'show', description: 'x', options: options.slice(1) }];
    const { list } = await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
      chat({ options: options.slice(1) }),
      chat({ name: 'fact', options: nested }),
      { name: 'Check', type: 3 },
    ]);
    expect(list).toHaveLength(3);
    expect(list.flatMap((one) => wrong(published.ApplicationCommandResponseSchema, one))).toEqual([]);
  });

  const picture = { media: { url: 'attachment://a.png' }, description: 'words' };
  const bodies: readonly [string, JsonObject][] = [
    ['text that names somebody', { content: `<@${ids.editor}> <@&${ids.roles.reporters}>` }],
    [
      'an embed with everything',
      {
        embeds: [
          {
            title: 't',
            description: 'd',
            url: 'https://a.example/',
            color: 5,
            timestamp: '2026-01-01T00:00:00Z',
            author: { name: 'a', icon_url: 'attachment://a.png' },
            footer: { text: 'f' },
            image: { url: 'attachment://a.png' },
            thumbnail: { url: 'https://a.example/b.png' },
            fields: [{ name: 'n', value: 'v' }],
          },
        ],
      },
    ],
    [
      'rows of buttons and a select',
      { components: [row(button(1), { ...button(2), emoji: { name: '🔥' } }), row(select())] },
    ],
    [
      'selects of users, roles and channels',
      { components: [5, 6, 7, 8].map((type) => row({ type, custom_id: `s${type}` })) },
    ],
    [
      'every V2 component',
      v2(
        box(text(), { type: 9, components: [text()], accessory: { type: 11, ...picture } }, { type: 14 }),
        { type: 12, items: [picture] },
        { type: 13, file: { url: 'attachment://a.png' } },
        { type: 9, components: [text()], accessory: button() },
        text(),
      ),
    ],
  ];

  /** The same message by each way that there is to send one. */
  async function sent(emulator: Emulator, body: JsonObject): Promise<readonly unknown[]> {
    const form = (json: JsonObject): FormData => {
      const made = new FormData();
      made.set('payload_json', JSON.stringify(json));
      made.set('files[0]', new Blob(['a'], { type: 'image/png' }), 'a.png');
      return made;
    };
    await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [chat()]);
    void emulator.as(ids.reporter).in(ids.desk).slash('who');
    const [asked] = emulator.state.asked.values();
    const path = `/interactions/${asked?.id}/${asked?.token}/callback?with_response=true`;
    const answered = await call(emulator, 'POST', path, form({ type: 4, data: body }));
    expect(wrong(published.InteractionCallbackResponseSchema, answered.json)).toEqual([]);
    const hook = `/webhooks/${emulator.applicationId}/${asked?.token}`;
    const posted = await call(emulator, 'POST', `/channels/${ids.desk}/messages`, form({ ...body, nonce: '1' }));
    return [
      posted.json,
      (await call(emulator, 'GET', `/channels/${ids.desk}/messages/${String(posted.json['id'])}`)).json,
      objectOf(answered.json['resource'])['message'],
      (await call(emulator, 'POST', hook, form(body))).json,
      (await call(emulator, 'PATCH', `${hook}/messages/@original`, form(body))).json,
      ...(await call(emulator, 'GET', `/channels/${ids.desk}/messages`)).list,
    ];
  }

  test.each(bodies)('a message: %s', async (_, body) => {
    const messages = await sent(await start(calm), body);
    expect(messages).toHaveLength(8);
    expect(messages.flatMap((one) => wrong(published.MessageResponseSchema, one))).toEqual([]);
  });

  test('answers to a button, a modal and a menu', async () => {
    const emulator = await start(calm);
    const { list } = await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
      { name: 'Check', type: 3 },
    ]);
    expect(list).toHaveLength(1);
    const mara = emulator.as(ids.reporter).in(ids.desk);
    const said = await call(emulator, 'POST', `/channels/${ids.desk}/messages`, { components: [row(button())] });
    const answer = async (body: JsonObject): Promise<JsonObject> => {
      const asked = [...emulator.state.asked.values()].at(-1);
      const path = `/interactions/${asked?.id}/${asked?.token}/callback?with_response=true`;
      return (await call(emulator, 'POST', path, body)).json;
    };
    const found: string[] = [];
    const reply = { type: 4, data: { content: 'x' } };
    void mara.menu('Check', String(said.json['id']));
    const check = await answer(reply);
    void mara.press(String(said.json['id']), 'b1');
    const pressed = await answer(reply);
    void mara.press(String(said.json['id']), 'b1');
    found.push(
      ...wrong(
        published.InteractionCallbackResponseSchema,
        await answer(modal(row({ type: 4, custom_id: 'i', style: 1, label: 'L' }))),
      ),
    );
    const open = objectOf([...emulator.state.modals.values()].at(-1)?.modal);
    void mara.submit(open, { i: 'x' });
    const submitted = await answer(reply);
    for (const one of [check, pressed, submitted]) {
      found.push(...wrong(published.InteractionCallbackResponseSchema, one));
      found.push(...wrong(published.MessageResponseSchema, objectOf(one['resource'])['message']));
    }
    expect(found).toEqual([]);
  });

  test('refusals, with and without places', async () => {
    const emulator = await start({ clock: handClock() });
    const refusals = [
      await call(emulator, 'GET', '/users/@me', undefined, 'no'),
      await call(emulator, 'GET', '/channels/1'),
      await call(emulator, 'POST', `/channels/${ids.desk}/messages`, { content: 5 }),
    ];
    // The description has numbers for the inner codes, the documentation words (reference.mdx, "Error Messages"): it wins.
    const numbered = refusals.map(({ json }) =>
      JSON.parse(JSON.stringify(json).replaceAll(/"code":"\w+"/g, '"code":0')),
    );
    expect(numbered.flatMap((json) => wrong(published.ErrorResponseSchema, json))).toEqual([]);
    const answers = [];
    for (let n = 0; n < 51; n += 1) answers.push(await call(emulator, 'GET', '/users/@me'));
    expect(wrong(published.RatelimitedResponseSchema, { code: 0, ...answers.at(-1)?.json })).toEqual([]);
  });

  test('this test sees a field that is missing', () => {
    const user = { id: '1', username: 'x' };
    expect(wrong(published.UserResponseSchema, user).length).toBeGreaterThan(3);
    expect(objectsOf([user])).toHaveLength(1);
  });
});
