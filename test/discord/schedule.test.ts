import { describe, expect, it } from 'vitest';
import { NOTICES, daily, openDesk, seenIn } from './digest-desk.ts';

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
        ledger: { ...inner.ledger, settle: () => Promise.reject(new Error('killed')) },
      }),
    });
    await run(TO_BRIEF);
    expect(seenIn(discord)).toStrictEqual([TODAY]);
    expect(await store.ledger.last(daily.channel)).toBeNull();
    await run('PT1M59S');
    expect(discord.calls()).toBe(2);
    clock.pass('PT1S');
    await another().tick();
    expect(seenIn(discord)).toStrictEqual([TODAY]);
  });
});

describe('when Discord refuses for good', () => {
  it('tries three times, parks the channel, and tells an administrator once', async () => {
    const { run, discord, store, troubles } = await openDesk({
      fault: (n, call) => (call === 'post' && n < 8 ? 'refused' : null),
    });
    await run(TO_BRIEF, 'PT1M', 'PT1M', 'PT3M', 'PT3M', 'PT3M', DAY, DAY);
    expect(seenIn(discord)).toStrictEqual([]);
    expect(troubles).toMatchObject([{ kind: 'parked', code: '50013', date: '2026-03-02', channel: daily.channel }]);
    expect(seenIn(discord, NOTICES)).toStrictEqual(['parked 50013']);
    expect(await store.digests.ofServer('s1')).toMatchObject([{ state: 'parked', reason: '50013' }]);
  });

  it('parks a channel that is gone, although it cannot look whether something of the brief is there', async () => {
    const { run, troubles } = await openDesk({ fault: (n) => (n < 20 ? (n === 2 ? 'applied' : 'refused') : null) });
    await run(TO_BRIEF, 'PT1M', 'PT1M', 'PT3M', 'PT3M', 'PT3M');
    expect(troubles).toMatchObject([{ kind: 'parked', code: '50001' }]);
  });

  it('goes on where the refusal was one of the moment', async () => {
    const { run, discord, troubles } = await openDesk({ fault: (n) => (n === 2 || n === 4 ? 'refused' : null) });
    await run(TO_BRIEF, 'PT1M', 'PT3M', 'PT3M');
    expect(seenIn(discord)).toStrictEqual([TODAY]);
    expect(troubles).toStrictEqual([]);
  });
});

describe('when it cannot be known whether it was posted', () => {
  it('asks an editor instead of posting blind, and does what the editor says', async () => {
    for (const verdict of ['there', 'again'] as const) {
      let mayRead = true;
      const { run, discord, store, troubles } = await openDesk({
        parts: 2,
        fault: (n) => (n === 2 ? 'applied' : null),
        mayRead: () => mayRead,
      });
      await run(TO_BRIEF);
      mayRead = false;
      await run('PT1M', 'PT1H', 'PT1H');
      expect(seenIn(discord)).toStrictEqual([TODAY]);
      expect(troubles).toMatchObject([{ kind: 'uncertain', code: 'history' }]);
      expect(seenIn(discord, NOTICES)).toStrictEqual(['uncertain history']);
      await store.ledger.decide(troubles[0]?.posting ?? '', verdict);
      await run('PT1S');
      const then = { there: ['2026-03-02 part 1'], again: [`${TODAY} late`, '2026-03-02 part 1 late'] };
      expect(seenIn(discord)).toStrictEqual([TODAY, ...then[verdict]]);
    }
  });

  it('finds it in the channel, between what others have written', async () => {
    const { run, discord } = await openDesk({ fault: (n) => (n === 2 ? 'applied' : null) });
    discord.write(daily.channel, 'good morning');
    await run(TO_BRIEF);
    for (let n = 0; n < 250; n += 1) discord.write(daily.channel, `chatter ${n}`);
    await run('PT10M');
    expect(seenIn(discord).filter((content) => content === TODAY)).toHaveLength(1);
  });

  it('finds it although the clock of the bot runs ahead', async () => {
    const { run, discord } = await openDesk({
      clock: { now: () => Temporal.Instant.from('2026-03-02T03:00:00Z') },
      window: Temporal.Duration.from({ seconds: 0 }),
      fault: (n) => (n === 2 ? 'applied' : null),
    });
    discord.write(daily.channel, 'good morning');
    await run(TO_BRIEF, 'PT10M', 'PT10M');
    expect(seenIn(discord)).toStrictEqual(['good morning', TODAY]);
  });

  it('takes a message that an editor has deleted for posted', async () => {
    const { run, discord, store } = await openDesk({ parts: 2, fault: (n) => (n === 2 ? 'applied' : null) });
    discord.write(daily.channel, 'good morning');
    await run(TO_BRIEF);
    discord.remove(TODAY);
    await run('PT1M', 'PT1M');
    expect(seenIn(discord)).toStrictEqual(['good morning', '2026-03-02 part 1']);
    expect(await store.ledger.last(daily.channel)).not.toBeNull();
  });
});

describe('a brief that was left', () => {
  it('is written anew when nothing of it was tried', async () => {
    let dead = true;
    const { run, discord, another, clock } = await openDesk({
      between: (inner) => ({
        ...inner,
        ledger: {
          ...inner.ledger,
          attempt: (...given) => (dead ? Promise.reject(new Error('killed')) : inner.ledger.attempt(...given)),
        },
      }),
    });
    await run(TO_BRIEF);
    dead = false;
    clock.pass('PT1H');
    await another().tick();
    expect(seenIn(discord)).toStrictEqual([`${TODAY} late`]);
  });

  it('is finished however late once it was begun, and dropped after six hours if it was not', async () => {
    for (const begun of [true, false]) {
      const { run, discord, reports } = await openDesk({
        parts: 2,
        fault: (n) => (n === (begun ? 3 : 2) ? 'lost' : null),
      });
      await run(TO_BRIEF, 'PT8H', 'PT1M');
      expect(seenIn(discord)).toStrictEqual(begun ? [TODAY, '2026-03-02 part 1'] : []);
      expect(reports.at(-1)).toMatchObject({ ending: { is: begun ? 'posted' : 'missed' } });
    }
  });

  it('is called off when its digest was removed before anything was tried', async () => {
    const { run, store, discord, reports } = await openDesk({
      between: (inner) => ({
        ...inner,
        ledger: { ...inner.ledger, attempt: () => Promise.reject(new Error('killed')) },
      }),
    });
    await run(TO_BRIEF);
    await store.digests.remove(daily.channel, daily.edition);
    await run('PT3M');
    expect(seenIn(discord)).toStrictEqual([]);
    expect(reports.at(-1)).toMatchObject({ ending: { is: 'missed' } });
  });

  it('is free at once when the process is stopped in the middle of an attempt', async () => {
    const stopping: Promise<void>[] = [];
    const { run, schedule, another, discord } = await openDesk({
      parts: 2,
      through: (inner) => ({
        ...inner,
        async post(channel, body, signal) {
          const attempt = await inner.post(channel, body, signal);
          if (stopping.length > 0) return attempt;
          stopping.push(schedule.stop());
          return signal.aborted ? { is: 'doubt' } : attempt;
        },
      }),
    });
    await run(TO_BRIEF);
    await Promise.all(stopping);
    expect(seenIn(discord)).toStrictEqual([TODAY]);
    await another().tick();
    expect(seenIn(discord)).toStrictEqual([TODAY, '2026-03-02 part 1']);
  });
});
