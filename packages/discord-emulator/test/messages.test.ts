import { AttachmentBuilder, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { objectOf, objectsOf } from '../src/json.ts';
import type { Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, type Answered } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const calm = { settings: { limits: false } };
const post = (emulator: Emulator, body: unknown): Promise<Answered> =>
  call(emulator, 'POST', `/channels/${ids.desk}/messages`, body);
const contents = ({ list }: Answered): unknown[] => list.map((one) => one['content']);

/** A PNG's first 24 bytes, which say its size. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('posting, reading, editing, deleting', () => {
  test('what discord.js posts, everyone in the channel sees', async () => {
    await using it = await pair();
    const channel = (await it.client.channels.fetch(ids.desk)) as TextChannel;
    const sent = await channel.send('hello');
    expect(it.emulator.as(ids.editor).in(ids.desk).messages()).toMatchObject([{ id: sent.id, content: 'hello' }]);
    await sent.edit('hello again');
    const [edited] = it.emulator.as(ids.editor).in(ids.desk).messages();
    expect(edited?.content).toBe('hello again');
    expect(edited?.edited_timestamp).not.toBeNull();
    await sent.delete();
    expect(it.emulator.as(ids.editor).in(ids.desk).messages()).toEqual([]);
  });

  test('an edit keeps what it does not name', async () => {
    const emulator = await start();
    const { json } = await post(emulator, { content: 'text', embeds: [{ title: 'title' }] });
    const edited = await call(emulator, 'PATCH', `/channels/${ids.desk}/messages/${String(json['id'])}`, {
      content: 'other',
    });
    expect(edited.json).toMatchObject({ content: 'other', embeds: [{ title: 'title' }] });
  });

  test("nobody edits another one's message: 50005, and deleting it needs a permission: 50013", async () => {
    const emulator = await start();
    const said = emulator.as(ids.reporter).in(ids.desk).say('mine');
    const path = `/channels/${ids.desk}/messages/${said.id}`;
    expect((await call(emulator, 'PATCH', path, { content: 'x' })).json['code']).toBe(50005);
    expect((await call(emulator, 'DELETE', path)).json['code']).toBe(50013);
    emulator.change.allowBot(ids.harbour, ['ViewChannel', 'ManageMessages']);
    expect((await call(emulator, 'DELETE', path)).status).toBe(204);
  });

  test('a reply names the message that it answers; one to nothing is 10008 unless it says otherwise', async () => {
    const emulator = await start();
    const said = emulator.as(ids.reporter).in(ids.desk).say('question');
    const reply = await post(emulator, { content: 'answer', message_reference: { message_id: said.id } });
    expect(reply.json).toMatchObject({ type: 19, referenced_message: { content: 'question' } });
    expect((await post(emulator, { content: 'x', message_reference: { message_id: '1' } })).json['code']).toBe(10008);
    const lenient = { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } };
    expect((await post(emulator, lenient)).status).toBe(200);
  });

  test('history comes newest first, before, after and around an id', async () => {
    const emulator = await start(calm);
    const sent: string[] = [];
    for (let n = 0; n < 6; n += 1) sent.push(String((await post(emulator, { content: `${n}` })).json['id']));
    const history = (query: string): Promise<Answered> =>
      call(emulator, 'GET', `/channels/${ids.desk}/messages${query}`);
    expect(contents(await history(''))).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(contents(await history('?limit=2'))).toEqual(['5', '4']);
    expect(contents(await history(`?before=${sent[3]}&limit=2`))).toEqual(['2', '1']);
    expect(contents(await history(`?after=${sent[1]}&limit=2`))).toEqual(['3', '2']);
    expect(contents(await history(`?around=${sent[2]}&limit=3`))).toEqual(['3', '2', '1']);
    // An id need not be that of a message: a bot looks back from a moment.
    expect(contents(await history('?after=1'))).toHaveLength(6);
  });

  test('only one of before, after and around may be given', async () => {
    const answered = await call(await start(), 'GET', `/channels/${ids.desk}/messages?before=5&after=1`);
    expect([answered.status, answered.json['code']]).toEqual([400, 50035]);
  });

  test('a limit of 0 or 101 is refused', async () => {
    const emulator = await start();
    for (const limit of ['0', '101', 'x']) {
      const answered = await call(emulator, 'GET', `/channels/${ids.desk}/messages?limit=${limit}`);
      expect([answered.status, answered.json['code']]).toEqual([400, 50035]);
    }
  });

  test('a private answer is in nobody’s history', async () => {
    const emulator = await start();
    await call(emulator, 'PUT', `/applications/${emulator.applicationId}/commands`, [
      { name: 'ping', description: 'x' },
    ]);
    const seen = emulator.as(ids.reporter).in(ids.desk).slash('ping');
    const [asked] = emulator.state.asked.values();
    const body = { type: 4, data: { content: 'private', flags: 64 } };
    await call(emulator, 'POST', `/interactions/${asked?.id}/${asked?.token}/callback`, body);
    const { message } = await seen;
    expect((await call(emulator, 'GET', `/channels/${ids.desk}/messages`)).list).toEqual([]);
    expect((await call(emulator, 'GET', `/channels/${ids.desk}/messages/${message?.id}`)).json['code']).toBe(10008);
  });
});

describe('a nonce', () => {
  test('repeated with enforce_nonce brings back the message that is there', async () => {
    const emulator = await start();
    const body = { content: 'once', nonce: 'n1', enforce_nonce: true };
    const first = await post(emulator, body);
    const again = await post(emulator, { ...body, content: 'twice' });
    expect(again.json).toEqual(first.json);
    expect(first.json['nonce']).toBe('n1');
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(1);
  });

  test('without enforce_nonce it is a mark and nothing more', async () => {
    const emulator = await start();
    await post(emulator, { content: 'x', nonce: 'n1' });
    await post(emulator, { content: 'x', nonce: 'n1' });
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(2);
  });

  test('of a message that was deleted is 10008, and nothing is posted', async () => {
    const emulator = await start();
    const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
    const { json } = await post(emulator, body);
    await call(emulator, 'DELETE', `/channels/${ids.desk}/messages/${String(json['id'])}`);
    expect((await post(emulator, body)).json['code']).toBe(10008);
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toEqual([]);
  });

  test('is forgotten after some minutes', async () => {
    const clock = handClock();
    const emulator = await start({ clock, settings: { nonceMs: 60_000 } });
    const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
    await post(emulator, body);
    clock.move(59_999);
    await post(emulator, body);
    clock.move(1);
    await post(emulator, body);
    expect(emulator.as(ids.reporter).in(ids.desk).messages()).toHaveLength(2);
  });
});

describe('files', () => {
  test('a picture is served as it was sent, with its size and its words', async () => {
    await using it = await pair();
    const channel = (await it.client.channels.fetch(ids.desk)) as TextChannel;
    const file = new AttachmentBuilder(png(640, 480), { name: 'karte süd.png', description: 'A map' });
    const sent = await channel.send({ files: [file], embeds: [{ image: { url: 'attachment://karte_s_d.png' } }] });
    const attachment = sent.attachments.first();
    expect(attachment).toMatchObject({ width: 640, height: 480, description: 'A map', name: 'karte_s_d.png' });
    expect(sent.embeds[0]?.image?.url).toBe(attachment?.url);
    const served = await fetch(attachment?.url ?? '');
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(png(640, 480));
  });

  test('an edit keeps the files that it lists', async () => {
    const emulator = await start();
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ attachments: [{ id: 0 }, { id: 1 }] }));
    form.set('files[0]', new Blob(['a']), 'a.txt');
    form.set('files[1]', new Blob(['b']), 'b.txt');
    const { json } = await post(emulator, form);
    const [first] = objectsOf(json['attachments']);
    const edited = await call(emulator, 'PATCH', `/channels/${ids.desk}/messages/${String(json['id'])}`, {
      attachments: [{ id: first?.['id'] }],
    });
    expect(objectsOf(edited.json['attachments']).map((one) => one['filename'])).toEqual(['a.txt']);
  });

  test('a file of a gallery is looked up in the files beside it', async () => {
    const emulator = await start();
    const form = new FormData();
    const gallery = { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'words' }] };
    form.set('payload_json', JSON.stringify({ flags: 32_768, components: [gallery] }));
    form.set('files[0]', new Blob([new Uint8Array(png(3, 2))], { type: 'image/png' }), 'a.png');
    const { json } = await post(emulator, form);
    const [item] = objectsOf(objectsOf(json['components'])[0]?.['items']);
    expect(item).toMatchObject({ description: 'words', spoiler: false, media: { width: 3, height: 2 } });
    expect(String(objectOf(item?.['media'])['url'])).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/attachments\//);
  });

  test('a file of more than 10 MiB is 40005', async () => {
    const emulator = await start();
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'a.bin');
    expect((await post(emulator, form)).json['code']).toBe(40005);
  });
});
