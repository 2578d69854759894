import { describe, expect, it } from 'vitest';
import { daily, openDesk, seenIn } from '../digest-desk.ts';

/** From the start of the desk's clock to half past seven in Belgrade. */
const TO_BRIEF = 'PT30M';
const DAY = 'PT24H';
const TODAY = '2026-03-02 part 0';

describe('a daily brief', () => {
  it('comes at its time, once, with a mark to know it by', async () => {
    const { run, discord, occasions, reports } = await openDesk({ parts: 2 });
    await run('PT29M', 'PT1M', 'PT15S', 'PT1H', 'PT3H');
    expect(discord.messages.map(({ content }) => content)).toStrictEqual([
      expect.stringMatching(/^2026-03-02 part 0\n-# 1\/2 · ref \w{10}$/),
      expect.stringMatching(/^2026-03-02 part 1\n-# 2\/2 · ref \w{10}$/),
    ]);
    expect(discord.messages[0]?.body).toMatchObject({
      nonce: expect.stringMatching(/^[\w-]{24}$/),
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(occasions).toMatchObject([{ date: '2026-03-02', late: false, missed: [], last: null }]);
    expect(reports).toMatchObject([{ kind: 'brief', date: '2026-03-02', ending: { is: 'posted' } }]);
  });

  it('comes every day, and is told what the channel had before', async () => {
    const { run, discord, occasions, store } = await openDesk();
    await run(TO_BRIEF, DAY, DAY);
    expect(seenIn(discord)).toStrictEqual(['2026-03-02 part 0', '2026-03-03 part 0', '2026-03-04 part 0']);
    expect(occasions.map(({ last }) => last?.memo)).toStrictEqual([undefined, '2026-03-02', '2026-03-03']);
    const shown = await store.shown.of('kosovo', 'f0');
    expect(shown.map(({ channel, message }) => [channel, message])).toStrictEqual(
      discord.messages.map(({ id }) => [daily.channel, id]),
    );
  });

  it('says that it is late, for six hours', async () => {
    const { run, discord } = await openDesk();
    await run('PT6H30M');
    expect(seenIn(discord)).toStrictEqual([`${TODAY} late`]);
  });

  it('is not posted after more than six hours, and is named in the next', async () => {
    const { run, discord, occasions } = await openDesk();
    await run('PT6H30M0.001S');
    expect(seenIn(discord)).toStrictEqual([]);
    await run('PT48H', 'PT18H');
    expect(seenIn(discord)).toStrictEqual(['2026-03-05 part 0']);
    expect(occasions.map(({ missed }) => missed)).toStrictEqual([['2026-03-02', '2026-03-03', '2026-03-04']]);
  });

  it('is not posted twice when the clock jumps back, and not for dates before it was set up', async () => {
    const { run, clock, schedule, discord } = await openDesk();
    clock.set('2026-03-01T07:00:00Z');
    await schedule.tick();
    clock.set('2026-03-02T06:30:00Z');
    await schedule.tick();
    await run('-PT2H', 'PT2H', 'PT10S');
    expect(seenIn(discord)).toStrictEqual([TODAY]);
  });

  it('is not posted while it is paused, nor once it is removed', async () => {
    const { run, discord, store, occasions } = await openDesk();
    await store.digests.pause(daily.channel, daily.edition);
    await run(TO_BRIEF, 'PT24H1M');
    await store.digests.resume(daily.channel, daily.edition);
    await run('PT23H59M');
    await store.digests.remove(daily.channel, daily.edition);
    await run(DAY);
    expect(seenIn(discord)).toStrictEqual(['2026-03-04 part 0']);
    expect(occasions[0]?.missed).toStrictEqual([]);
  });

  it('goes on for the others when the zone of one is unknown', async () => {
    const { run, discord, store, reports } = await openDesk({
      between: (inner) => ({
        ...inner,
        digests: {
          ...inner.digests,
          on: async () => [
            { ...daily, zone: 'Mars/Base', since: '', state: 'on', reason: null },
            ...(await inner.digests.on()),
          ],
        },
      }),
    });
    await store.digests.set({ ...daily, edition: 'second' });
    await run(TO_BRIEF);
    expect(seenIn(discord)).toStrictEqual([TODAY, TODAY]);
    expect(reports.filter((report) => 'error' in report)).toHaveLength(1);
  });
});

describe('two processes on one store', () => {
  it('post a brief once between them, and go on with what the other left', async () => {
    const { clock, schedule, another, discord } = await openDesk({ parts: 3 });
    const other = another();
    clock.pass(TO_BRIEF);
    await Promise.all([schedule.tick(), other.tick(), schedule.tick(), other.tick()]);
    expect(seenIn(discord)).toStrictEqual(['2026-03-02 part 0', '2026-03-02 part 1', '2026-03-02 part 2']);
  });

  it('leave a posting to its owner until the lease has ended', async () => {
    const { run, store, another, discord, clock } = await openDesk({
      between: (inner) => ({
        ...inner,
        outbox: { ...inner.outbox, completePart: () => Promise.reject(new Error('killed')) },
      }),
    });
    await run(TO_BRIEF);
    expect(seenIn(discord)).toStrictEqual([TODAY]);
    expect(await store.outbox.last(daily.channel)).toBeNull();
    await run('PT1M59S');
    expect(discord.calls()).toBe(2);
    clock.pass('PT1S');
    await another().tick();
    expect(seenIn(discord)).toStrictEqual([TODAY]);
  });
});
