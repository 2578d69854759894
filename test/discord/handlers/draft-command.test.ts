import { deflateRawSync } from 'node:zlib';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { fill } from '../curation-newsroom.ts';
import { ids, joined, type Joined, textIn, until } from '../joined-bot.ts';
import { allIds } from '../press-buttons.ts';
import { docx, zip } from '../attachments/archives.ts';

const EVENING = Temporal.Instant.from('2031-03-16T20:00:00Z');
const store = await openStore({ file: ':memory:' }, { clock: { now: () => EVENING }, secret: 'for a test' });
afterAll(async () => store.close());

const TRUE = 'Edda Brandt is the harbour master of Vessmouth.';
const WRONG = 'Three boats were torn from the North Quay.';
const DRAFT = `${TRUE} ${WRONG}`;
const MENU = 'Check against the facts';

const notesOf = async (message: APIMessage | null): Promise<string> => {
  const file = message?.attachments.find(({ filename }) => filename === 'check.txt');
  return file === undefined ? '' : (await fetch(file.url)).text();
};

/** Sends a file with /check, as the page of the room does, and waits for the answer. */
async function sendFile(it: Joined, name: string, bytes: Uint8Array): Promise<APIMessage> {
  const command = it.room.state.commands
    .get('global')
    ?.values()
    .find((one) => one.name === 'check');
  const before = it.reporter.messages().length;
  const response = await fetch(`${it.room.address}client/interactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(it.room.address).origin },
    body: JSON.stringify({
      nonce: '1',
      user: ids.reporter,
      guild: ids.harbour,
      channel: ids.desk,
      type: 2,
      data: { id: command?.id, options: [{ name: 'file', type: 11, value: '0' }] },
      files: [{ id: '0', name, type: 'application/octet-stream', data: Buffer.from(bytes).toString('base64') }],
    }),
  });
  expect(response.status).toBe(204);
  const answered = (): APIMessage | undefined =>
    it.reporter
      .messages()
      .slice(before)
      .find(({ flags = 0 }) => (flags & 128) === 0);
  await until(() => answered() !== undefined);
  const message = answered();
  if (message === undefined) throw new Error('no answer');
  return message;
}

describe('a draft that is typed', () => {
  it('is held against the facts, for the asker alone, though answers are shared in the channel', async () => {
    await using it = await joined({ store });
    await store.settings.set('channel', ids.desk, { share: true });
    const { message } = await it.reporter.slash('check', { text: DRAFT });
    await store.settings.set('channel', ids.desk, { share: null });
    expect(textIn(message)).toMatch(/2 sentences/);
    expect(it.editor.messages()).toEqual([]);
  });

  it('is taken whole, up to the 6,000 letters of an option, and can be taken along as notes', async () => {
    await using it = await joined({ store });
    const text = `${DRAFT} `.repeat(100).slice(0, 6_000);
    const { message } = await it.reporter.slash('check', { text });
    const sentences = text.split(WRONG).length - 1;
    const notes = await notesOf(message);
    expect(notes.split(WRONG).length - 1).toBeGreaterThanOrEqual(sentences);
    expect(textIn(message)).toContain('All of it is in the attached file.');
  });

  it('has no buttons, and stands in no id, no store and no log', async () => {
    await using it = await joined({ store });
    const secret = 'The minister Qwertz Uiopen resigned in Vessmouth.';
    const { message } = await it.reporter.slash('check', { text: secret });
    expect(allIds(message)).toEqual([]);
    expect(JSON.stringify(it.log)).not.toContain('Qwertz');
    expect(await store.feedback.list({ story: 'harbour-flood', server: ids.harbour, limit: 10 })).toEqual([]);
  });

  it('is asked for in a window when it was left out', async () => {
    await using it = await joined({ store });
    const window = await it.reporter.slash('check', { day: '15 March 2031' });
    expect(window.kind).toBe('modal');
    expect(JSON.stringify(window.modal)).toContain('"value":"15 March 2031"');
    await it.restart();
    const { message } = await fill(it.reporter, window.modal, { text: DRAFT, day: '15 March 2031' });
    expect(textIn(message)).toMatch(/2 sentences/);
    expect(it.editor.messages()).toEqual([]);
    expect(await notesOf(message)).toContain(WRONG);
  });

  it('has its day offered while that is typed', async () => {
    await using it = await joined({ store });
    expect(await it.reporter.type('check', 'day', '')).not.toEqual([]);
  });

  it('of blanks is no draft', async () => {
    await using it = await joined({ store });
    const window = await it.reporter.slash('check', { text: ' \n ' });
    const { message } = await fill(it.reporter, window.modal, { text: ' \n ' });
    expect(textIn(message)).toContain('There is no text in it that could be checked.');
  });

  it.each([
    ['check', /2 sentences/],
    ['chess', /not known here any more/],
  ])('for the modal of an earlier version is taken or refused: /%s', async (command, answer) => {
    await using it = await joined({ store });
    const id = `1.draft.${command}`;
    const field = { type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 2, required: true } };
    const modal = { custom_id: id, title: 'Check', components: [field] };
    it.room.state.modals.set(`${ids.reporter} ${id}`, { modal, source: null });
    const { message } = await it.reporter.submit(modal, { text: DRAFT });
    expect(textIn(message)).toMatch(answer);
  });
});

describe('a message as a draft', () => {
  it('is held against the facts by its menu, for the asker alone', async () => {
    await using it = await joined({ store });
    const said = it.editor.say(DRAFT);
    const { message } = await it.reporter.menu(MENU, said.id);
    expect(textIn(message)).toMatch(/2 sentences/);
    expect(it.editor.messages()).toHaveLength(1);
    expect(JSON.stringify(it.log)).not.toContain('boats');
  });

  it('without a word is told so', async () => {
    await using it = await joined({ store });
    const answer = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    const { message } = await it.reporter.menu(MENU, answer.message?.id ?? '');
    expect(textIn(message)).toContain('There is no text in it that could be checked.');
  });
});

describe('a file as a draft', () => {
  const text = (...parts: string[]): Uint8Array => Buffer.from(parts.join(''));

  it.each<[string, Uint8Array]>([
    ['draft.txt', text(DRAFT)],
    ['DRAFT.TXT', text('\uFEFF', DRAFT)],
    ['draft.md', text('# Flood\n\n', DRAFT)],
    ['windows.txt', Buffer.from(`\uFEFF${DRAFT}`, 'utf16le')],
    ['draft.docx', docx(`<w:p><w:r><w:t>${TRUE}</w:t></w:r></w:p><w:p><w:r><w:t>${WRONG}</w:t></w:r></w:p>`)],
  ])('is read: %s', async (name, bytes) => {
    await using it = await joined({ store });
    const message = await sendFile(it, name, bytes);
    expect(await notesOf(message)).toContain(WRONG);
    expect(await notesOf(message)).toContain(TRUE);
    expect(it.editor.messages()).toEqual([]);
    expect(JSON.stringify(it.log)).not.toContain('boats');
  });

  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));

  it.each<[string, string, Uint8Array, string]>([
    ['is of another kind', 'draft.pdf', text('%PDF-1.7'), 'Only .txt, .md and .docx files'],
    ['is larger than 256 KB', 'draft.txt', Buffer.alloc(256 * 1024 + 1, 'a'), '256 KB'],
    ['is no text', 'draft.txt', Uint8Array.of(0xc3, 0x28, 0xff), 'cannot be read'],
    ['holds NUL', 'draft.md', text('a\0b'), 'cannot be read'],
    ['is no document', 'draft.docx', text('PK but not really'), 'cannot be read'],
    ['is a document of something else', 'draft.docx', zip({ 'xl/workbook.xml': text('<x/>') }), 'cannot be read'],
    ['is a bomb', 'draft.docx', zip({ 'word/document.xml': bomb }, { packed: true }), 'cannot be read'],
    [
      'defines letters of its own',
      'draft.docx',
      zip({ 'word/document.xml': text('<!DOCTYPE x><w:t>a</w:t>') }),
      'cannot be read',
    ],
    ['is empty', 'draft.txt', text(''), 'There is no text'],
  ])('is refused with one sentence: it %s', async (_what, name, bytes, sentence) => {
    await using it = await joined({ store });
    const message = await sendFile(it, name, bytes);
    expect(textIn(message)).toContain(sentence);
    expect(it.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
