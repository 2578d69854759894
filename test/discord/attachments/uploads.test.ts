import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/commands/command.ts';
import type { DrawPicture } from '../../../src/discord/attachments/uploads.ts';
import { createRenderPool } from '../../../src/reply/pictures/render-pool.ts';
import type { Picture, Theme } from '../../../src/reply/model/picture.ts';
import { scripted } from '@factdesk/discord-emulator';
import { openStore } from '../../../src/store/store.ts';
import { card, factBlock } from '../sample-commands.ts';
import { ids, joined, type Joined, requests, textIn, until } from '../joined-bot.ts';
import { idOf, pageOf, type Shown } from '../press-buttons.ts';

const CALLBACK = 'POST /interactions/:interaction/:token/callback';

const picture: Picture = {
  name: 'timeline-1.png',
  alt: 'Timeline of the flood. @everyone',
  drawing: { kind: 'timeline', title: 'T', subtitle: '', language: 'en', lanes: [], facts: [] },
};

/** An answer of two pages with a picture and a file on the first. */
const drawn: Command = {
  definition: {
    name: 'drawn',
    description: 'For a test',
    options: [{ type: 5, name: 'share', description: 'To all' }],
  },
  queryOption: null,
  answer: () =>
    card({
      sections: [
        { blocks: Array.from({ length: 30 }, (_, n) => factBlock(`Statement ${n}.`, `Snippet ${n}. `.repeat(10))) },
      ],
      pictures: [picture],
      files: [{ name: 'facts.csv', text: 'id,says\nf1,„Воду“ 水\n' }],
    }),
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pencil: DrawPicture = async () => PNG;

/** Every component of a message of one type, wherever it stands. */
function componentsOf(message: Shown, type: number): object[] {
  const found: object[] = [];
  JSON.stringify(message?.components ?? [], (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === type) found.push(value);
    return value;
  });
  return found;
}

const galleries = (message: Shown): object[] => componentsOf(message, 12);
const fileNames = (message: APIMessage | null): string[] =>
  (message?.attachments ?? []).map(({ filename }) => filename);
const press = async (it: Joined, message: Shown, label: string): ReturnType<Joined['reporter']['press']> =>
  it.reporter.press(message ?? '', idOf(message, label));
const trouble = ({ log }: Joined): string[] =>
  log.filter(({ level }) => level === 'warn' || level === 'error').map(({ message }) => message);

describe('the picture of an answer', () => {
  it('is shown with its words for those who do not see it', async () => {
    await using it = await joined({ more: [drawn], bot: { draw: pencil } });
    const { message } = await it.reporter.slash('drawn');
    expect(galleries(message)).toMatchObject([
      { items: [{ media: { url: expect.stringContaining('/timeline-1.png') }, description: picture.alt }] },
    ]);
    const url = message?.attachments.find(({ filename }) => filename === 'timeline-1.png')?.url ?? '';
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(PNG);
  });

  it('goes with the first page alone, there and back', async () => {
    await using it = await joined({ more: [drawn], bot: { draw: pencil } });
    const first = await it.reporter.slash('drawn');
    const second = await press(it, first.message, 'Next');
    expect(pageOf(second.message)).toMatch(/^Page 2/);
    expect(galleries(second.message)).toEqual([]);
    expect(fileNames(second.message)).toEqual([]);
    const back = await press(it, second.message, 'Previous');
    expect(galleries(back.message)).toHaveLength(1);
    expect(fileNames(back.message)).toEqual(['timeline-1.png', 'facts.csv']);
  });

  it('is posted along', async () => {
    await using it = await joined({ more: [drawn], bot: { draw: pencil } });
    const first = await it.reporter.slash('drawn');
    await it.restart();
    await press(it, first.message, 'Post here');
    const [posted = null] = it.editor.messages();
    expect(galleries(posted)).toHaveLength(1);
    expect(fileNames(posted)).toEqual(['timeline-1.png', 'facts.csv']);
    expect(it.room.stored(posted?.id ?? '')?.pings).toEqual([]);
  });

  it('comes with an answer that had to be announced', async () => {
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    await using it = await joined({
      more: [drawn],
      bot: { draw: () => promise, deferAfterMs: 1, drawTimeoutMs: 20_000 },
    });
    const asked = it.reporter.slash('drawn');
    await until(() => requests(it.room, /callback → 20/).length === 1);
    resolve(PNG);
    const { message } = await asked;
    expect(galleries(message)).toHaveLength(1);
    expect(fileNames(message)).toEqual(['timeline-1.png', 'facts.csv']);
  });

  it('is as dark or as light as was set for the channel', async () => {
    const store = await openStore(
      { file: ':memory:' },
      { clock: { now: () => Temporal.Instant.from('2031-03-16T20:00Z') } },
    );
    const themes: Theme[] = [];
    const draw: DrawPicture = async (_picture, theme) => {
      themes.push(theme);
      return PNG;
    };
    await using it = await joined({ store, more: [drawn], bot: { draw } });
    const first = await it.reporter.slash('drawn');
    await store.settings.set('server', ids.harbour, { theme: 'light' });
    await press(it, first.message, 'Post here');
    expect(themes).toEqual(['dark', 'light']);
    await store.close();
  });

  it('of a place is drawn from the borders', async () => {
    const drawer = createRenderPool();
    await using it = await joined({
      bot: { draw: async (one, theme) => drawer.draw(one, theme), drawTimeoutMs: 20_000 },
    });
    const { message } = await it.reporter.slash('where', { place: 'North Quay' });
    const [map] = message?.attachments ?? [];
    expect(map).toMatchObject({ content_type: 'image/png' });
    expect(map?.width).toBeGreaterThan(500);
    expect(map?.description?.length).toBeGreaterThan(20);
    expect(trouble(it)).toEqual([]);
    await drawer.close();
  });
});

describe('a picture that cannot be drawn', () => {
  it.each<[string, DrawPicture, string]>([
    ['fails', () => Promise.reject(new Error('no pencil for @everyone')), 'a picture could not be drawn'],
    ['takes too long', () => new Promise(() => {}), 'a picture took too long and was left out'],
  ])('leaves the words, and one line in the log: it %s', async (_how, draw, said) => {
    await using it = await joined({ more: [drawn], bot: { draw, drawTimeoutMs: 1 } });
    const { message } = await it.reporter.slash('drawn');
    expect(galleries(message)).toEqual([]);
    expect(fileNames(message)).toEqual(['facts.csv']);
    expect(textIn(message)).toContain('Statement 1.');
    expect(trouble(it)).toEqual([said]);
    expect(JSON.stringify(it.log)).not.toMatch(/timeline-1|no pencil/);
  });
});

describe('files that Discord will not have', () => {
  const refusals = [
    { kind: 'answer', status: 413, code: 40005, message: 'Request entity too large' },
    { kind: 'answer', status: 400, code: 50035, message: 'Invalid Form Body' },
  ] as const;

  it.each(refusals)('are left out, and the words are sent: $status', async (refusal) => {
    await using it = await joined({
      more: [drawn],
      bot: { draw: pencil },
      room: { plan: scripted({ [CALLBACK]: [refusal] }) },
    });
    const { message } = await it.reporter.slash('drawn');
    expect(fileNames(message)).toEqual([]);
    expect(componentsOf(message, 13)).toEqual([]);
    expect(textIn(message)).toContain('Statement 1.');
  });

  it('are left out of an edit too', async () => {
    const plan = scripted({ 'PATCH /webhooks/:app/:token/messages/:message': [refusals[0]] });
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    await using it = await joined({
      more: [drawn],
      bot: { draw: () => promise, deferAfterMs: 1, drawTimeoutMs: 20_000 },
      room: { plan },
    });
    const asked = it.reporter.slash('drawn');
    await until(() => requests(it.room, /callback → 20/).length === 1);
    resolve(PNG);
    const { message } = await asked;
    expect(fileNames(message)).toEqual([]);
    expect(textIn(message)).toContain('Statement 1.');
  });
});

describe('a file', () => {
  it('is shown under the answer, letter for letter', async () => {
    await using it = await joined({ more: [drawn] });
    const { message } = await it.reporter.slash('drawn');
    expect(componentsOf(message, 13)).toHaveLength(1);
    const url = message?.attachments[0]?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('id,says\nf1,„Воду“ 水\n');
  });

  it('is exported on demand', async () => {
    await using it = await joined();
    for (const [command, options] of [
      ['timeline', { export: 'csv' }],
      ['timeline', { export: 'timelinejs' }],
      ['where', { place: 'North Quay', export: 'geojson' }],
    ] as const) {
      const { message } = await it.reporter.slash(command, options);
      expect(componentsOf(message, 13)).toHaveLength(1);
    }
  });
});
