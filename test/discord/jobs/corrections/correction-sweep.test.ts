import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBriefWriter } from '../../../../src/discord/jobs/brief-writer.ts';
import { createScheduler, type Scheduler } from '../../../../src/discord/jobs/scheduler.ts';
import { createCorrectionJob } from '../../../../src/discord/jobs/corrections/correction-job.ts';
import { buildStoryViews as showing } from '../../../../src/stories/embargo-views.ts';
import { loadDesk } from '../../../../src/create-desk.ts';
import type { ChannelApi } from '../../../../src/discord/delivery/channel-api.ts';
import { openStore, type Store } from '../../../../src/store/store.ts';
import { handClock } from '../../../store/engines.ts';
import { CALL_FAULTS, type CallFault, type Discord, openDiscord } from '../../digest-discord.ts';
import { quay, STORY } from './newsroom.ts';

type StoreFault = 'fails' | 'done and fails';
const FAULTS: readonly (CallFault | StoreFault)[] = [...CALL_FAULTS, 'fails', 'done and fails'];
/** For good, or for long enough that every attempt of the first minutes meets it. */
const LASTING = 1_000;
const V2 = 1 << 15;
const START = '2031-03-17T12:00:00Z';
const CHANNELS = ['501', '502', '503'];
const DESK = '700';
/** Two hours, densely at first. */
const AFTERWARDS = [
  ...Array.from({ length: 6 }, () => 'PT15S'),
  ...Array.from({ length: 10 }, () => 'PT1M'),
  ...Array.from({ length: 6 }, () => 'PT20M'),
];

const clock = handClock(START);
const stories = join(import.meta.dirname, '../../../fixtures/stories');
const { desk: world } = await loadDesk({ STORIES_DIR: stories }, clock);
const before = world.stories.get(STORY)?.(clock.now()).story ?? expect.fail();
const fact = before.facts.get('h03') ?? expect.fail();
const after = { ...before, facts: new Map(before.facts).set('h03', { ...fact, ...quay, version: 'corrected' }) };
const corrected = new Map([[STORY, await showing(after)]]);

interface Case {
  readonly fault: CallFault | StoreFault;
  /** The n-th operation, from 1, and how many from there on meet the fault. */
  readonly from: number;
  readonly length: number;
}

interface Control {
  readonly outlet?: (discord: Discord) => ChannelApi;
  readonly store?: (store: Store) => Store;
  readonly processes?: 1 | 2;
}

/** Every function of a part of the store, through something. */
const each = <Part extends object>(part: Part, through: (act: (...given: never[]) => unknown) => unknown): Part =>
  Object.fromEntries(
    Object.entries(part).map(([name, act]) => [name, through(act as (...given: never[]) => unknown)]),
  ) as Part;

/** Three messages that showed the error, a correction, and what came of it. */
async function opened({ fault, from, length }: Case, control: Control) {
  clock.set(START);
  let operations = 0;
  const meets = (): boolean => {
    operations += 1;
    return operations >= from && operations < from + length;
  };
  const ofStore = fault === 'fails' || fault === 'done and fails';
  const discord = openDiscord({
    clock,
    fault: () => (!ofStore && meets() ? fault : null),
  });
  const store = await openStore({ file: ':memory:' }, { clock });
  for (const channel of CHANNELS) {
    const components = [{ type: 17, components: [{ type: 10, content: `before ${channel}` }] }];
    const id = String(BigInt(channel) * 1_000n);
    discord.messages.push({ id, channel, author: discord.self, content: '', body: { flags: V2, components } });
    const here = { server: 's1', channel, message: id, at: clock.now() };
    await store.shown.add(here, [{ story: STORY, fact: 'h03', version: fact.version }]);
  }
  const through = (act: (...given: never[]) => unknown) => {
    return async (...given: never[]): Promise<unknown> => {
      const wrong = ofStore && meets();
      if (wrong && fault === 'fails') throw new Error('the store is away');
      const value = await act(...given);
      if (wrong) throw new Error('the store went away');
      return value;
    };
  };
  const faulty = { ...store, corrections: each(store.corrections, through), outbox: each(store.outbox, through) };
  const given = control.store?.(faulty) ?? faulty;
  const desk = { ...world, stories: corrected, store: given, clock };
  const curatedIn = () => Promise.resolve({ server: 's1', channel: DESK });
  const open = (): Scheduler =>
    createScheduler({
      store: given,
      channelApi: control.outlet?.(discord) ?? discord,
      briefWriter: createBriefWriter(desk),
      clock,
      jobs: [createCorrectionJob({ desk, store: given, curatedIn })],
      report: () => undefined,
    });
  const schedules = Array.from({ length: control.processes ?? 1 }, open);
  return { discord, schedules, operations: () => operations, finish: () => store.close() };
}

/** The same, to its end. */
async function spread(one: Case, control: Control = {}) {
  const { discord, schedules, operations, finish } = await opened(one, control);
  for (const step of AFTERWARDS) {
    clock.pass(step);
    await Promise.all(schedules.map(async (schedule) => schedule.tick()));
  }
  await finish();
  return { discord, operations: operations() };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

/** What is wrong with how it ended; null when it is as it should be. */
function verdict({ fault, length }: Case, discord: Discord): string | null {
  const lasting = length === LASTING;
  const wrong: string[] = [];
  for (const channel of CHANNELS) {
    const texts = discord.messages.filter((message) => message.channel === channel);
    const [old, ...told] = texts.map(({ body }) => JSON.stringify(body));
    const marks = count(old ?? '', 'CORRECTED');
    if (!(old ?? '').includes(`before ${channel}`)) wrong.push(`${channel}: the message has lost its words`);
    if (marks > 1) wrong.push(`${channel}: ${marks} marks`);
    if (told.length > 1) wrong.push(`${channel}: told ${told.length} times`);
    if (!lasting && (marks !== 1 || told.length !== 1)) wrong.push(`${channel}: ${marks} marks, told ${told.length}`);
  }
  const lists = discord.messages.filter(({ channel }) => channel === DESK).length;
  if (lists > 1 || (!lasting && lists > 0)) wrong.push(`${lists} lists of what was not reached`);
  return wrong.length === 0 ? null : `${length} × ${fault}: ${wrong.join(', ')}`;
}

/** Every fault at every operation, and what ended wrong; a control ends with the first. */
async function sweep(
  faults: readonly Case['fault'][],
  lengths: readonly number[],
  control: Control = {},
  untilWrong = false,
) {
  const wrong: string[] = [];
  let cases = 0;
  for (const fault of faults) {
    for (const length of lengths) {
      for (let from = 1, last = 1; from <= last; from += 1) {
        const one = { fault, from, length };
        const { discord, operations } = await spread(one, control);
        cases += 1;
        const said = verdict(one, discord);
        if (said !== null) wrong.push(`${said} from operation ${from}`);
        if (untilWrong && wrong.length > 0) return { cases, wrong };
        // Beyond the operations of the first minutes a fault only meets looks at an empty list.
        last = Math.min(operations, 45);
      }
    }
  }
  return { cases, wrong };
}

it('ends right whichever operation fails, and however', { timeout: 180_000 }, async () => {
  const { cases, wrong } = await sweep(FAULTS, [1, LASTING]);
  expect(wrong).toStrictEqual([]);
  expect(cases).toBeGreaterThan(300);
});

it('ends right with two processes at once', { timeout: 120_000 }, async () => {
  const { wrong } = await sweep(['applied', 'late', 'done and fails'], [1], { processes: 2 });
  expect(wrong).toStrictEqual([]);
});

it('holds up no channel for one in which an edit hangs', { timeout: 60_000 }, async () => {
  const { promise: hanging, resolve: end } = Promise.withResolvers<undefined>();
  const outlet = (discord: Discord): ChannelApi => ({
    ...discord,
    async edit(channel, ...given) {
      if (channel === CHANNELS[0]) await hanging;
      return discord.edit(channel, ...given);
    },
  });
  const ticks: Promise<void>[] = [];
  const { discord, finish, schedules } = await opened({ fault: 'lost', from: 0, length: 0 }, { outlet });
  const texts = (channel: string): string[] =>
    discord.messages.filter((message) => message.channel === channel).map(({ body }) => JSON.stringify(body));
  const [first = '', ...others] = CHANNELS;
  const steps: readonly (() => boolean)[] = [
    () => others.every((channel) => count(texts(channel)[0] ?? '', 'CORRECTED') === 1),
    () => others.every((channel) => texts(channel).length === 2),
    // The notice does not wait for ever for the mark.
    () => texts(first).length === 2,
  ];
  for (const happened of steps) {
    clock.pass('PT15S');
    ticks.push(...schedules.map((schedule) => schedule.tick()));
    await vi.waitUntil(happened, { timeout: 20_000 });
  }
  expect(count(texts(first)[0] ?? '', 'CORRECTED')).toBe(0);
  end(undefined);
  await Promise.all(ticks);
  await finish();
  expect(count(texts(first)[0] ?? '', 'CORRECTED')).toBe(1);
});

it.for<[string, Control]>([
  [
    'a ledger that lets a notice be claimed twice',
    {
      processes: 2,
      store: (store) => {
        let claims = 0;
        const enqueue: Store['outbox']['enqueue'] = async (subject, ...rest) => {
          claims += 1;
          return store.outbox.enqueue({ ...subject, edition: `${subject.edition}${claims}` }, ...rest);
        };
        return { ...store, outbox: { ...store.outbox, enqueue } };
      },
    },
  ],
  [
    'an edit that is taken for done when nobody knows',
    {
      outlet: (discord) => ({
        ...discord,
        edit: async (...given) => {
          const edit = await discord.edit(...given);
          return edit.is === 'doubt' ? { is: 'edited' } : edit;
        },
      }),
    },
  ],
  [
    'a message that is written without having been read',
    {
      outlet: (discord) => ({
        ...discord,
        read: () => Promise.resolve({ is: 'read', message: { flags: V2, components: [] } }),
      }),
    },
  ],
])('does not with %s', { timeout: 60_000 }, async ([, control]) => {
  const { wrong } = await sweep(['lost', 'applied'], [1], control, true);
  expect(wrong).not.toStrictEqual([]);
});
