import { describe, expect, it } from 'vitest';
import { createBriefWriter } from '../../../src/discord/jobs/brief-writer.ts';
import { parseUncertainPostId } from '../../../src/discord/components/uncertain-post-buttons.ts';
import { openStore } from '../../../src/store/store.ts';
import { desk as world, ids, joined, textIn } from '../joined-bot.ts';
import { buttonsOf } from '../sample-commands.ts';

const NOW = Temporal.Instant.from('2031-03-17T07:31:00Z');
const clock = { now: () => NOW };

/** A brief whose posting is uncertain, and the notice about it in the room. */
async function doubt() {
  const store = await openStore({ file: ':memory:' }, { clock });
  const desk = { ...world, store, clock };
  const it = await joined({ room: { settings: { ackMs: 3_600_000 } }, bot: { desk }, clock });
  const subject = {
    kind: 'brief',
    server: ids.harbour,
    channel: ids.desk,
    target: ids.desk,
    edition: 'daily',
    date: '2031-03-17',
    due: '2031-03-17T07:30:00Z',
  } as const;
  const frozen = { messages: [{ body: { content: 'the brief' }, facts: [] }], memo: null };
  const held = await store.outbox.enqueue(subject, frozen, NOW.add({ minutes: 2 }));
  if (held === null) throw new Error('another has claimed it');
  await store.outbox.beginAttempt(held, 0, '1', NOW.add({ minutes: 2 }));
  await store.outbox.finish(held, 'uncertain', 'history');
  await store.settings.set('server', ids.harbour, { notices: ids.corrections });
  const trouble = { ...subject, kind: 'uncertain', code: 'history', posting: held.id } as const;
  const notice = await createBriefWriter(desk).notice(trouble);
  const posted = await it.bot.channelApi.post(
    notice?.target ?? '',
    notice?.message.body ?? {},
    AbortSignal.timeout(10_000),
  );
  if (posted.is !== 'posted') throw new Error(posted.is);
  const press = async (user: string, label: string): Promise<string> => {
    const person = it.room.as(user).in(ids.corrections);
    const message = person.messages().find(({ id }) => id === posted.message);
    if (message === undefined) throw new Error('the notice is not there');
    const button = buttonsOf(message).find((one) => one.label === label);
    return textIn((await person.press(message, button?.id ?? '')).message);
  };
  return {
    press,
    waiting: async () => (await store.outbox.pending()).length,
    async [Symbol.asyncDispose]() {
      await it[Symbol.asyncDispose]();
      await store.close();
    },
  };
}

describe('a brief that may or may not have been posted', () => {
  it('is posted again when an editor says so, and once', async () => {
    await using it = await doubt();
    expect(await it.press(ids.administrator, 'Post it again')).toContain('within a minute');
    expect(await it.waiting()).toBe(1);
    expect(await it.press(ids.administrator, 'Post it again')).toContain('decided already');
  });

  it('is left alone when it is there', async () => {
    await using it = await doubt();
    expect(await it.press(ids.administrator, 'It is there')).toContain('nothing more is posted');
  });

  it('is decided by nobody who may not manage the channel', async () => {
    await using it = await doubt();
    expect(await it.press(ids.reporter, 'Post it again')).toContain('may manage this channel');
    expect(await it.waiting()).toBe(0);
  });
});

describe('the id of its buttons', () => {
  it.each([
    'doubt.there.',
    'doubt.never.abc',
    'doubt.again.a/b',
    `doubt.again.${'a'.repeat(41)}`,
    '1.page.0.0.abcd.x.',
  ])('is no “%s”', (id) => {
    expect(parseUncertainPostId(id)).toBeNull();
  });
});
