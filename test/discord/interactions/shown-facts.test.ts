import { afterAll, describe, expect, it } from 'vitest';
import { scripted } from '@factdesk/discord-emulator';
import { openStore } from '../../../src/store/store.ts';
import { desk, ids, joined, until } from '../joined-bot.ts';
import { idOf } from '../press-buttons.ts';

const NOW = Temporal.Instant.from('2031-03-16T20:00:00Z');
const store = await openStore({ file: ':memory:' }, { clock: { now: () => NOW } });
afterAll(async () => store.close());

const STORY = 'harbour-flood';
const story = desk.stories.get(STORY)?.(NOW).story;
const HARBOUR_MASTER = 'h12';

const placesOf = async (fact = HARBOUR_MASTER): Promise<readonly string[]> =>
  (await store.shown.of(STORY, fact)).map(({ message }) => message);

describe('where a fact was shown', () => {
  it('is remembered of what everybody sees: message, channel, time and the version of the fact', async () => {
    await using it = await joined({ store });
    const { message } = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    await it.bot.stop();
    expect((await store.shown.of(STORY, HARBOUR_MASTER)).filter((one) => one.message === message?.id)).toMatchObject([
      { channel: ids.desk, version: story?.facts.get(HARBOUR_MASTER)?.version, at: '2031-03-16T20:00:00.000Z' },
    ]);
  });

  it('is remembered of what is posted later, and not of what one person sees', async () => {
    await using it = await joined({ store });
    const { message } = await it.reporter.slash('who', { name: 'edda-brandt' });
    const { message: posted } = await it.reporter.press(message ?? '', idOf(message, 'Post here'));
    const { message: source } = await it.editor.press(posted ?? '', idOf(posted, 'Show source'));
    await it.bot.stop();
    expect(await placesOf()).toContain(posted?.id);
    expect(await placesOf()).not.toContain(message?.id);
    expect(await placesOf()).not.toContain(source?.id);
  });

  it('is remembered of each page that the asker turned to', async () => {
    await using it = await joined({ store });
    const first = await it.reporter.slash('timeline', { share: true });
    const message = first.message?.id ?? '';
    const facts = [...(story?.facts.keys() ?? [])];
    const seen = async (): Promise<number> => {
      const places = await Promise.all(facts.map(async (fact) => placesOf(fact)));
      return places.filter((all) => all.includes(message)).length;
    };
    await until(() => it.room.log.some(({ summary }) => summary.includes('callback')));
    const before = await seen();
    await it.reporter.press(first.message ?? '', idOf(first.message, 'Next'));
    await it.bot.stop();
    expect(await seen()).toBeGreaterThan(before);
  });

  it('is remembered of all facts in a picture or a file, whatever page they are on', async () => {
    const seen = async (message: string): Promise<number> => {
      const places = await Promise.all([...(story?.facts.keys() ?? [])].map(async (fact) => placesOf(fact)));
      return places.filter((all) => all.includes(message)).length;
    };
    await using plain = await joined({ store });
    const { message: words } = await plain.reporter.slash('timeline', { share: true });
    await plain.bot.stop();
    await using drawn = await joined({ store, bot: { draw: async () => new Uint8Array([137, 80, 78, 71]) } });
    const { message: picture } = await drawn.reporter.slash('timeline', { share: true });
    await drawn.bot.stop();
    expect(await seen(picture?.id ?? '')).toBeGreaterThan(await seen(words?.id ?? ''));
  });

  it('is remembered of an answer that had to be announced', async () => {
    await using it = await joined({ store, bot: { deferAfterMs: 0 } });
    const { message } = await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    await it.bot.stop();
    expect(await placesOf()).toContain(message?.id);
  });

  it('is not remembered of what never arrived, and its failure spoils no answer', async () => {
    const gone = { kind: 'answer', status: 404, code: 10062, message: 'Unknown interaction' } as const;
    const plan = scripted({ 'POST /interactions/:interaction/:token/callback': [gone] });
    const before = (await placesOf()).length;
    await using it = await joined({ store, room: { plan, settings: { ackMs: 200 } } });
    await it.reporter.slash('who', { name: 'edda-brandt', share: true });
    await it.bot.stop();
    expect(await placesOf()).toHaveLength(before);
    const add = async (): Promise<never> => Promise.reject(new Error('the disk is full of @everyone'));
    await using other = await joined({ store: { ...store, shown: { ...store.shown, add } } });
    const seen = await other.reporter.slash('who', { name: 'edda-brandt', share: true });
    await other.bot.stop();
    expect(seen.kind).toBe('message');
    const errors = other.log.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual(['it could not be remembered where facts were shown']);
  });
});
