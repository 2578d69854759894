import { describe, expect, it } from 'vitest';
import { postNow } from '../../../src/discord/jobs/post-brief-now.ts';
import { daily, openDesk, seenIn } from '../digest-desk.ts';

const TODAY = '2026-03-02 part 0';
const TOMORROW = '2026-03-03 part 0';

describe('a brief that is wanted now', () => {
  it('comes at once, in place of the one at its time, and the next day has its own', async () => {
    const { schedule, discord, occasions, run } = await openDesk({ parts: 2 });
    expect(await postNow(schedule, daily.channel)).toBe(
      'The brief “morning” of Mon 2 March 2026 is posted, in place of the one that would have come at its time.',
    );
    expect(seenIn(discord)).toStrictEqual([TODAY, '2026-03-02 part 1']);
    expect(occasions).toMatchObject([{ late: false, missed: [] }]);
    // Past its time, and past the next day's.
    await run('PT30M', 'PT15S', 'PT24H');
    expect(seenIn(discord)).toStrictEqual([TODAY, '2026-03-02 part 1', TOMORROW, '2026-03-03 part 1']);
    expect(occasions.at(-1)).toMatchObject({ missed: [], last: { memo: '2026-03-02' } });
  });

  it('comes once, however often and by whomever it is wanted', async () => {
    const { schedule, another, discord, run } = await openDesk();
    const other = another();
    const all = await Promise.all([schedule, other, schedule, other].map((one) => one.postNow(daily.channel)));
    expect(all.flat().filter(({ is }) => is === 'posted')).toHaveLength(1);
    expect(await postNow(schedule, daily.channel)).toBe(
      'The brief “morning” of Mon 2 March 2026 was posted before: a brief comes once a day.',
    );
    await run('PT30M', 'PT15S');
    expect(seenIn(discord)).toStrictEqual([TODAY]);
  });

  it('is not posted again after the one at its time', async () => {
    const { schedule, discord, run } = await openDesk();
    await run('PT30M');
    expect(await schedule.postNow(daily.channel)).toStrictEqual([
      { edition: 'morning', date: '2026-03-02', is: 'before' },
    ]);
    expect(seenIn(discord)).toStrictEqual([TODAY]);
  });

  it('has its date by the clock of its zone', async () => {
    const { schedule, clock, store } = await openDesk();
    await store.digests.set({ ...daily, zone: 'Pacific/Auckland' });
    clock.set('2026-03-02T12:00:00Z');
    expect(await schedule.postNow(daily.channel)).toMatchObject([{ date: '2026-03-03', is: 'posted' }]);
  });

  it('comes in every edition of its channel, and of no other', async () => {
    const { schedule, store, discord } = await openDesk();
    await store.digests.set({ ...daily, edition: 'evening', time: '18:00' });
    await store.digests.set({ ...daily, channel: '501' });
    expect((await schedule.postNow(daily.channel)).map(({ edition, is }) => `${edition} ${is}`).toSorted()).toEqual([
      'evening posted',
      'morning posted',
    ]);
    expect(discord.messages).toHaveLength(2);
  });

  it('is told to be set first, or that there is nothing to write it from', async () => {
    const desk = await openDesk();
    const none =
      'No brief is set for this channel, or it is paused. Set one with /digest, action “set”, and try again.';
    expect(await postNow(desk.schedule, '501')).toBe(none);
    desk.parts = 0;
    expect(await postNow(desk.schedule, daily.channel)).toBe(
      'There is nothing to write the brief “morning” from: choose a story for this channel with /story.',
    );
    await desk.store.digests.pause(daily.channel, daily.edition);
    expect(await postNow(desk.schedule, daily.channel)).toBe(none);
    expect(desk.discord.messages).toHaveLength(0);
  });

  it.each(['refused', 'lost', 'applied', 'late'] as const)(
    'that meets a call which is %s is tried again by itself, and then stands there once',
    async (fault) => {
      let met = false;
      const { schedule, discord, run } = await openDesk({
        fault: (_, call) => (call === 'post' && !met && (met = true) ? fault : null),
      });
      expect(await postNow(schedule, daily.channel)).toBe(
        'The brief “morning” of Mon 2 March 2026 could not be posted yet. It is tried again by itself.',
      );
      await run('PT2M', 'PT2M', 'PT2M');
      expect(seenIn(discord)).toStrictEqual([TODAY]);
    },
  );
});
