import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Scheduler } from '../../../src/discord/jobs/scheduler.ts';
import type { Job } from '../../../src/discord/jobs/job.ts';
import { answeredQuestionsJob } from '../../../src/discord/jobs/answered-questions.ts';
import { staleFactsJob } from '../../../src/discord/jobs/stale-facts.ts';
import { type RejectedStoryFiles, rejectedFilesJob } from '../../../src/discord/jobs/rejected-files.ts';
import { buildStoryViews as showing } from '../../../src/stories/embargo-views.ts';
import { loadDesk } from '../../../src/create-desk.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { handClock } from '../../store/engines.ts';
import { openDiscord } from '../digest-discord.ts';
import { strictSchedule } from '../strict-scheduler.ts';

const STORY = 'harbour-flood';
const stories = join(import.meta.dirname, '../../fixtures/stories');
const NOON = '2031-03-16T12:00:00Z';
const { desk: world } = await loadDesk({ STORIES_DIR: stories }, handClock(NOON));
const editors = { server: 's1', channel: '700' };
const curatedIn = () => Promise.resolve(editors);

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

type Story = ReturnType<NonNullable<ReturnType<typeof world.stories.get>>>['story'];

/** Processes with one errand on one store, in front of one Discord. */
async function telling(make: (desk: typeof world, store: Store) => Job, at = NOON) {
  const clock = handClock(at);
  const store = await openStore({ file: ':memory:' }, { clock });
  open.push(store);
  const discord = openDiscord({ clock });
  const served = new Map(world.stories);
  const desk = { ...world, stories: served, store, clock };
  const process = (): Scheduler => strictSchedule(desk, discord, [make(desk, store)]);
  let schedules = [process(), process()];
  return {
    store,
    clock,
    story: (): Story => served.get(STORY)?.(clock.now()).story ?? expect.fail(),
    async serve(story: Story): Promise<void> {
      served.set(STORY, await showing(story));
    },
    restart() {
      schedules = [process(), process()];
    },
    async run(...steps: readonly string[]) {
      for (const step of steps) {
        clock.pass(step);
        await Promise.all(schedules.map(async (schedule) => schedule.tick()));
      }
    },
    texts: (channel: string): string[] =>
      discord.messages.filter((message) => message.channel === channel).map(({ body }) => JSON.stringify(body)),
  };
}

describe('an open question', () => {
  const asked = async ({ store }: { store: Store }, channel: string, asks = 'Is the *quay* open?'): Promise<string> =>
    store.questions.open({ story: STORY, server: 's1', channel, asks, asker: store.users.hash(channel) });

  it('that is answered is told once in each channel that asked, and again when it was asked anew', async () => {
    const desk = await telling((given, store) => answeredQuestionsJob({ desk: given, store }));
    const id = await asked(desk, '501');
    await asked(desk, '502');
    await asked(desk, '501');
    await desk.run('PT15S');
    expect(desk.texts('501')).toStrictEqual([]);
    await desk.store.questions.answer(id, 'h03');
    await desk.run('PT15S', 'PT15S');
    desk.restart();
    await desk.run('PT15S', 'PT24H');
    for (const channel of ['501', '502']) {
      expect(desk.texts(channel)).toHaveLength(1);
      expect(desk.texts(channel)[0]).toContain('**Is the \\\\*quay\\\\* open?**');
      expect(desk.texts(channel)[0]).toContain('The North Quay was opened again this morning.');
    }
    expect(await desk.store.shown.of(STORY, 'h03')).toHaveLength(2);
    await asked(desk, '502');
    await desk.store.questions.answer(id, 'h03');
    await desk.run('PT15S', 'PT15S');
    expect([desk.texts('501').length, desk.texts('502').length]).toStrictEqual([1, 2]);
  });

  it('is not told of while its answer is under embargo, nor with a fact that was retracted', async () => {
    const desk = await telling((given, store) => answeredQuestionsJob({ desk: given, store }));
    const story = desk.story();
    const [first, second] = [...story.sources.values()];
    if (first === undefined || second === undefined) throw new Error('the flood has two sources');
    const embargo = '2031-03-16T13:00:00Z';
    await desk.serve({ ...story, sources: new Map(story.sources).set(second.id, { ...second, embargo }) });
    await desk.store.questions.answer(await asked(desk, '501'), 'h03');
    await desk.store.questions.answer(await asked(desk, '502', 'Is a ferryman missing?'), 'h07');
    await desk.run('PT15S', 'PT59M44.999S');
    expect(desk.texts('501')).toStrictEqual([]);
    await desk.run('PT0.001S');
    expect(desk.texts('501')).toHaveLength(1);
    expect(desk.texts('502')).toStrictEqual([]);
  });
});

describe('files of a story that were refused', () => {
  const problem = {
    file: '/srv/stories/harbour-flood/facts/flood.yml',
    line: 12,
    column: 3,
    message: "'status' cannot be 'sure'.",
    cure: 'Use one of these.',
    sourceLine: '  status: sure',
    code: 'general' as const,
    mentions: [],
  };
  const refused = (more: Partial<RejectedStoryFiles> = {}): RejectedStoryFiles => ({
    id: STORY,
    version: 'v2',
    hides: false,
    problems: [problem],
    ...more,
  });

  it('are told of once for each version of them, with place and cure, and without the folders of the machine', async () => {
    let list: RejectedStoryFiles[] = [refused()];
    const desk = await telling((_given, store) =>
      rejectedFilesJob({ refusals: () => list, store, curatedIn, clock: world.clock }),
    );
    await desk.run('PT15S', 'PT15S');
    desk.restart();
    await desk.run('PT15S');
    expect(desk.texts(editors.channel)).toHaveLength(1);
    const [told = ''] = desk.texts(editors.channel);
    expect(told.replaceAll('\\\\', '')).toContain('harbour-flood/facts/flood.yml:12:3');
    expect(told).toContain('Use one of these.');
    expect(told).not.toContain('/srv');
    list = [refused({ version: 'v3', problems: Array.from({ length: 14 }, () => problem) })];
    await desk.run('PT15S', 'PT15S');
    expect(desk.texts(editors.channel)).toHaveLength(2);
    expect(desk.texts(editors.channel)[1]).toContain('and 4 more mistakes');
    list = [];
    await desk.run('PT15S');
    expect(desk.texts(editors.channel)).toHaveLength(2);
  });

  it('are told of by their places alone where something in them is under embargo', async () => {
    const list = [refused({ hides: true })];
    const desk = await telling((_given, store) =>
      rejectedFilesJob({ refusals: () => list, store, curatedIn, clock: world.clock }),
    );
    await desk.run('PT15S');
    const [told = ''] = desk.texts(editors.channel);
    expect(told.replaceAll('\\\\', '')).toContain('flood.yml:12:3');
    expect(told).not.toContain('sure');
    expect(told).not.toContain('Use one');
  });
});

describe('facts past their shelf life', () => {
  const old = (desk: Parameters<typeof staleFactsJob>[0]['desk'], store: Store): Job =>
    staleFactsJob({ desk, store, curatedIn });

  it('are asked about in one message, in daytime, once for each version', async () => {
    const desk = await telling(old, '2031-03-21T08:00:00Z');
    await desk.run('PT59M45S');
    expect(desk.texts(editors.channel)).toStrictEqual([]);
    await desk.run('PT15S', 'PT15S', 'PT1H');
    desk.restart();
    await desk.run('PT1H');
    const [first = '', ...more] = desk.texts(editors.channel);
    expect(more).toStrictEqual([]);
    expect(first).toContain('Are these still so?');
    expect(first).toContain('never verified, its source is 6 days old');
    // Retracted, overtaken, or of a kind without a shelf life.
    for (const id of ['h07', 'h02', 'h03']) expect(first).not.toContain(`\`${id}\``);
    await desk.run('PT24H', 'PT24H');
    expect(desk.texts(editors.channel)).toHaveLength(1);
    const story = desk.story();
    const fact = story.facts.get('h08') ?? expect.fail();
    const looked = { ...fact, checked: { by: 'K. Vale', on: '2031-03-20' }, version: 'looked at' };
    await desk.serve({ ...story, facts: new Map(story.facts).set('h08', looked) });
    await desk.run('PT1H');
    const again = desk.texts(editors.channel).at(-1) ?? '';
    expect(desk.texts(editors.channel)).toHaveLength(2);
    expect(again).toContain('Is this still so?');
    expect(again).toContain('last verified 3 days ago');
    expect(again).toContain('for **K. Vale**');
  });

  it('are not asked about from six in the evening to nine in the morning, on the clock of the story', async () => {
    const desk = await telling(old, '2031-03-21T18:00:00Z');
    await desk.run('PT0S', 'PT3H', 'PT6H', 'PT5H59M59S');
    expect(desk.texts(editors.channel)).toStrictEqual([]);
    await desk.run('PT1S');
    expect(desk.texts(editors.channel)).toHaveLength(1);
  });
});
