import { describe, expect, it } from 'vitest';
import { daily, NOTICES, openDesk, seenIn } from '../digest-desk.ts';

/** From the start of the desk's clock to half past seven in Belgrade. */
const TO_BRIEF = 'PT30M';
const DAY = 'PT24H';
const TODAY = '2026-03-02 part 0';

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
      await store.outbox.resolve(troubles[0]?.posting ?? '', verdict);
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
    expect(await store.outbox.last(daily.channel)).not.toBeNull();
  });
});

describe('a brief that was left', () => {
  it('is written anew when nothing of it was tried', async () => {
    let dead = true;
    const { run, discord, another, clock } = await openDesk({
      between: (inner) => ({
        ...inner,
        outbox: {
          ...inner.outbox,
          beginAttempt: (...given) =>
            dead ? Promise.reject(new Error('killed')) : inner.outbox.beginAttempt(...given),
        },
      }),
    });
    await run(TO_BRIEF);
    dead = false;
    clock.pass('PT1H');
    await another().tick();
    expect(seenIn(discord)).toStrictEqual([`${TODAY} late`]);
  });

  it('waits for its story, within its six hours', async () => {
    for (const hours of [2, 7]) {
      const desk = await openDesk({ fault: (n) => (n === 2 ? 'lost' : null) });
      await desk.run(TO_BRIEF);
      desk.parts = 0;
      await desk.run('PT10M', 'PT10M', `PT${hours - 1}H`);
      expect(seenIn(desk.discord)).toStrictEqual([]);
      desk.parts = 1;
      await desk.run('PT10M');
      expect(seenIn(desk.discord)).toStrictEqual(hours === 2 ? [`${TODAY} late`] : []);
    }
  });

  it('says that it is late, and what was missed, when Discord was away at its time', async () => {
    let away = true;
    const { run, discord, occasions } = await openDesk({ parts: 2, fault: () => (away ? 'lost' : null) });
    await run(TO_BRIEF, 'PT1M', 'PT1H', 'PT23H', 'PT3H');
    away = false;
    await run('PT10M', 'PT1M');
    expect(seenIn(discord)).toStrictEqual(['2026-03-03 part 0 late', '2026-03-03 part 1 late']);
    expect(occasions.at(-1)).toMatchObject({ date: '2026-03-03', missed: ['2026-03-02'] });
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
        outbox: { ...inner.outbox, beginAttempt: () => Promise.reject(new Error('killed')) },
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
