import { describe, expect, it } from 'vitest';
import { createBriefWriter } from '../../../src/discord/jobs/brief-writer.ts';
import { createScheduler, type Scheduler } from '../../../src/discord/jobs/scheduler.ts';
import { openStore } from '../../../src/store/store.ts';
import { desk as world, ids, joined, textIn } from '../joined-bot.ts';

const SUNDAY_EVENING = Temporal.Instant.from('2031-03-16T20:00:00Z');

/** A desk whose brief is set through Discord, and posted by the schedule into the room. */
async function morning() {
  let now = SUNDAY_EVENING;
  const clock = { now: () => now };
  const store = await openStore({ file: ':memory:' }, { clock });
  const desk = { ...world, store, clock };
  // An hour to answer in: this is about mornings, not about the three seconds.
  const it = await joined({ room: { settings: { ackMs: 3_600_000 } }, bot: { desk }, clock });
  const errors: unknown[] = [];
  const schedule: Scheduler = createScheduler({
    store,
    channelApi: it.bot.channelApi,
    briefWriter: createBriefWriter(desk),
    clock,
    report: (report) => ('error' in report ? errors.push(report.error) : undefined),
  });
  const admin = it.room.as(ids.administrator).in(ids.desk);
  return {
    it,
    admin,
    store,
    errors,
    async tick(at: string) {
      now = Temporal.Instant.from(at);
      await schedule.tick();
    },
    posts: () =>
      it.room
        .as(ids.reporter)
        .in(ids.desk)
        .messages()
        .map((message) => textIn(message))
        .filter((text) => text.includes('Brief: ')),
    async [Symbol.asyncDispose]() {
      await schedule.stop();
      await it[Symbol.asyncDispose]();
      await store.close();
    },
  };
}

describe('a brief that was set once', () => {
  it('stands in its channel in the morning, once, and says the next day what is new or that nothing is', async () => {
    await using desk = await morning();
    const { message } = await desk.admin.slash('digest set', { time: '07:30', zone: 'Europe/London' });
    expect(textIn(message)).toContain('is set for this channel');
    await desk.tick('2031-03-17T07:29:00Z');
    expect(desk.posts()).toEqual([]);
    await desk.tick('2031-03-17T07:30:10Z');
    await desk.tick('2031-03-17T07:31:00Z');
    const [first, ...more] = desk.posts().filter((text) => text.includes('17 March 2031'));
    expect(desk.errors).toEqual([]);
    expect(first).toContain('Where it stands');
    // A brief of several pages repeats its title on each; every page is posted once.
    expect(new Set([first, ...more]).size).toBe(1 + more.length);
    await desk.tick('2031-03-18T07:30:10Z');
    const second = desk.posts().filter((text) => text.includes('18 March 2031'));
    expect(second[0]).toContain('Nothing new since Mon 17 March 2031');
    const shown = await desk.store.shown.of('harbour-flood', 'h03');
    expect(shown.length).toBeGreaterThan(0);
  });

  it('says that it is late, and names a morning that was missed by more than six hours', async () => {
    await using desk = await morning();
    await desk.admin.slash('digest set', { time: '07:30', zone: 'Europe/London' });
    await desk.tick('2031-03-18T09:00:00Z');
    const [late] = desk.posts();
    // A colon between digits is escaped, so that no time becomes an emoji.
    expect(late).toMatch(/Late: this was due at 07\\*:30/);
    expect(late).toContain('No brief was posted on Mon 17 March 2031');
  });

  it('ends with the end of the log of changes, where there is one', async () => {
    await using desk = await morning();
    await desk.admin.slash('digest set', { time: '07:30', zone: 'Europe/London' });
    await desk.tick('2031-03-17T07:30:10Z');
    expect(desk.posts().join()).not.toContain('Log of changes');
    await desk.store.audit.once({ actor: null, act: 'refuse', subject: 'harbour-flood', body: { mistakes: 1 } });
    const head = await desk.store.audit.head();
    await desk.tick('2031-03-18T07:30:10Z');
    expect(desk.posts().at(-1)).toContain(`Log of changes: row ${head?.seq}, \`${head?.hash.slice(0, 12)}\``);
  });

  it('is set only by members who may manage the channel', async () => {
    await using desk = await morning();
    const { message } = await desk.it.reporter.slash('digest set');
    expect(textIn(message)).toContain('may manage this channel');
    await desk.tick('2031-03-17T07:00:10Z');
    expect(desk.posts()).toEqual([]);
  });
});
