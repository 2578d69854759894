import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelApi } from '../../../src/discord/delivery/channel-api.ts';
import { createBriefWriter } from '../../../src/discord/jobs/brief-writer.ts';
import { createProposalCards } from '../../../src/discord/jobs/proposal-cards.ts';
import { createScheduler, type Scheduler } from '../../../src/discord/jobs/scheduler.ts';
import type { Outbox } from '../../../src/store/outbox/outbox.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { handClock } from '../../store/engines.ts';
import { BOARD, curating, EVENING, openDeskOf, STORY, type Curating, type OpenDesk } from '../curation-newsroom.ts';
import { CALL_FAULTS, type CallFault, openDiscord } from '../digest-discord.ts';
import { desk as world, ids, textIn } from '../joined-bot.ts';
import { labels } from '../press-buttons.ts';

const MINUTE = 'PT1M';

async function propose(store: Store): Promise<string> {
  const proposer = await store.pseudonyms.of('u1', 'Mara');
  const change = { on: 'fact', id: 'h03', fields: { status: 'retracted', because: 'It is closed.' } } as const;
  const why = { reason: 'The quay is closed.', was: null, base: null, question: null };
  const { id } = await store.proposals.add({
    story: STORY,
    server: ids.harbour,
    act: 'retract',
    change,
    ...why,
    proposer,
    state: 'open',
  });
  return id;
}

const reject = async (store: Store, id: string): Promise<boolean> =>
  store.proposals.reject(id, 1, await store.pseudonyms.of('u2', 'Tomas'), 'No source says so.');

describe('the card of a proposal in a newsroom', () => {
  const clock = handClock(String(EVENING));
  const room = {
    clock: {
      now: () => clock.now().epochMilliseconds,
      after(ms: number, act: () => void) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    },
  };
  const run = async (scheduler: Scheduler, ...steps: string[]): Promise<void> => {
    for (const step of steps) {
      clock.pass(step);
      await scheduler.tick();
    }
  };
  /** A process that dies as soon as it calls this function of the outbox. */
  const dying = (it: Curating, at: 'beginAttempt' | 'completePart' | 'completeEdit'): Scheduler => {
    const outbox: Outbox = { ...it.store.outbox, [at]: () => Promise.reject(new Error('killed')) };
    return it.another({ ...it.store, outbox });
  };

  it('is posted once by processes that tick at the same moment', async () => {
    await using it = await curating({ clock });
    await propose(it.store);
    await Promise.all([it.another().tick(), it.another().tick(), it.another().tick()]);
    expect(it.cards()).toHaveLength(1);
    expect(labels(it.cards()[0] ?? null)).toEqual(['Approve', 'Edit', 'Reject']);
  });

  it.each([
    ['before its request', 'beginAttempt'],
    ['between its request and the note of it', 'completePart'],
  ] as const)('is posted once although the process is killed %s and Discord has forgotten the nonce', async (_, at) => {
    await using it = await curating({ clock, room: { ...room, settings: { nonceMs: 0 } } });
    await propose(it.store);
    await dying(it, at).tick();
    expect(it.cards()).toHaveLength(at === 'completePart' ? 1 : 0);
    await run(it.another(), 'PT10S', 'PT2M', 'PT2M', 'PT10M');
    expect(it.cards()).toHaveLength(1);
    expect(await it.store.proposalCards.outdated()).toStrictEqual([]);
  });

  it('would be posted twice by a process that does not look back', async () => {
    await using it = await curating({ clock, room: { ...room, settings: { nonceMs: 0 } } });
    await propose(it.store);
    await dying(it, 'completePart').tick();
    const { channelApi } = it.bot;
    const blind: ChannelApi = { ...channelApi, history: () => Promise.resolve({ is: 'read', messages: [] }) };
    await run(it.another(it.store, blind), 'PT2M', 'PT2M');
    expect(it.cards()).toHaveLength(2);
  });

  it('shows a decision although the process is killed after it, or before it notes the edit', async () => {
    await using it = await curating({ clock });
    const id = await propose(it.store);
    await it.another().tick();
    await reject(it.store, id);
    await run(dying(it, 'completeEdit'), MINUTE);
    await run(it.another(), MINUTE, 'PT2M');
    expect(it.cards()).toHaveLength(1);
    expect(textIn(it.cards()[0] ?? null)).toContain('REJECTED');
    expect(labels(it.cards()[0] ?? null)).toEqual([]);
  });

  it('comes once the bot may write in the channel again, and once', async () => {
    await using it = await curating({ clock });
    const bot = it.room.state.bot.id;
    it.room.change.except(BOARD, bot, [], ['SendMessages']);
    await propose(it.store);
    const scheduler = it.another();
    await run(scheduler, MINUTE, MINUTE, 'PT3M', 'PT5M', 'PT5M', 'PT3M', 'PT5M');
    expect(it.cards()).toEqual([]);
    expect(it.reports).toContainEqual(expect.objectContaining({ ending: { is: 'refused', code: '50013' } }));
    it.room.change.except(BOARD, bot, ['SendMessages'], []);
    await run(scheduler, 'PT5M', 'PT5M', MINUTE);
    expect(it.cards()).toHaveLength(1);
  });

  it('does not come where the proposal was withdrawn while the bot might not write', async () => {
    await using it = await curating({ clock });
    const bot = it.room.state.bot.id;
    it.room.change.except(BOARD, bot, [], ['SendMessages']);
    const id = await propose(it.store);
    const scheduler = it.another();
    await run(scheduler, MINUTE, MINUTE);
    await it.store.proposals.withdraw(id, 1, await it.store.pseudonyms.of('u1', 'Mara'));
    it.room.change.except(BOARD, bot, ['SendMessages'], []);
    await run(scheduler, 'PT5M', 'PT5M', 'PT5M');
    expect(it.cards()).toEqual([]);
    expect(await it.store.outbox.pending()).toEqual([]);
  });

  it('is posted again, once, when somebody has deleted it while the proposal was open', async () => {
    await using it = await curating({ clock });
    const id = await propose(it.store);
    await it.another().tick();
    const [first] = it.cards();
    const headers = { authorization: `Bot ${it.room.token}` };
    await fetch(`${it.room.api}/v10/channels/${BOARD}/messages/${first?.id}`, { method: 'DELETE', headers });
    await Promise.all([it.another().updateProposalCard(id), it.another().updateProposalCard(id)]);
    await run(it.another(), MINUTE, 'PT2M');
    expect(it.cards()).toHaveLength(1);
    expect(it.cards()[0]?.id).not.toBe(first?.id);
  });

  it('keeps no name in the store once it is posted', async () => {
    await using it = await curating({ clock });
    const id = await propose(it.store);
    await it.another().tick();
    expect(textIn(it.cards()[0] ?? null)).toContain('Mara');
    const posted = (await it.store.proposalCards.posted(id)) ?? expect.fail();
    const entry = await it.store.outbox.leaseEdit(posted, clock.now().add({ minutes: 2 }));
    expect(entry?.parts.map(({ body }) => body)).toStrictEqual([{}]);
  });
});

describe('the card of a proposal while Discord or the store fails', () => {
  const opened: { desk?: OpenDesk } = {};
  beforeAll(async () => {
    opened.desk = await openDeskOf();
  });
  afterAll(async () => opened.desk?.close());

  type Fault = CallFault | 'store fails' | 'store is done and fails';
  const FAULTS: readonly Fault[] = [...CALL_FAULTS, 'store fails', 'store is done and fails'];
  const STEPS = ['PT15S', 'PT15S', MINUTE, 'PT3M', 'PT5M', 'PT5M', 'PT15S'];

  interface Control {
    readonly through?: (api: ChannelApi) => ChannelApi;
    readonly nonceMemory?: Temporal.Duration;
  }

  /** A proposal that is rejected once it has a card; what the channel shows at the end, and how many operations met. */
  async function life(fault: Fault, from: number, length: number, { through, nonceMemory }: Control = {}) {
    const clock = handClock(String(EVENING));
    const store = await openStore({ file: ':memory:' }, { clock });
    await store.curationClaims.claim(STORY, ids.harbour, BOARD);
    let operations = 0;
    const meets = (): boolean => {
      operations += 1;
      return operations >= from && operations < from + length;
    };
    const isOfStore = fault === 'store fails' || fault === 'store is done and fails';
    const faulty = <Given extends readonly unknown[], Value>(act: (...given: Given) => Promise<Value>) => {
      return async (...given: Given): Promise<Value> => {
        const isWrong = isOfStore && meets();
        if (isWrong && fault === 'store fails') throw new Error('the store is away');
        const value = await act(...given);
        if (isWrong) throw new Error('the store went away');
        return value;
      };
    };
    const { outbox } = store;
    const failing: Store = {
      ...store,
      outbox: {
        ...outbox,
        enqueue: faulty(outbox.enqueue),
        lease: faulty(outbox.lease),
        leaseEdit: faulty(outbox.leaseEdit),
        beginAttempt: faulty(outbox.beginAttempt),
        completePart: faulty(outbox.completePart),
        completeEdit: faulty(outbox.completeEdit),
        release: faulty(outbox.release),
        finish: faulty(outbox.finish),
        replacePayload: faulty(outbox.replacePayload),
      },
    };
    const discord = openDiscord({
      clock,
      fault: () => (!isOfStore && meets() ? fault : null),
      ...(nonceMemory && { window: nonceMemory }),
    });
    const desk = { ...world, ...opened.desk?.knows, store: failing, clock };
    const scheduler = createScheduler({
      store: failing,
      channelApi: through?.(discord) ?? discord,
      briefWriter: createBriefWriter(desk),
      proposalCards: createProposalCards(desk),
      clock,
      report: () => undefined,
    });
    const run = async (): Promise<void> => {
      for (const step of STEPS) {
        clock.pass(step);
        await scheduler.tick();
      }
    };
    const id = await propose(store);
    await run();
    await reject(store, id);
    await run();
    const shown = discord.messages.map(({ body }) => (JSON.stringify(body).includes('REJECTED') ? 'rejected' : 'open'));
    await store.close();
    return { shown: shown.join(), operations };
  }

  async function sweep(faults: readonly Fault[], control: Control = {}): Promise<{ cases: number; wrong: string[] }> {
    const wrong: string[] = [];
    let cases = 0;
    for (const fault of faults) {
      for (const length of [1, 2, 3]) {
        for (let from = 1, last = 1; from <= last; from += 1) {
          const { shown, operations } = await life(fault, from, length, control);
          cases += 1;
          last = Math.min(operations, 9);
          if (shown !== 'rejected') wrong.push(`${length} × ${fault} from operation ${from}: ${shown}`);
        }
      }
    }
    return { cases, wrong };
  }

  it('is one card that shows the decision, whichever operation fails and however', { timeout: 300_000 }, async () => {
    const { cases, wrong } = await sweep(FAULTS);
    expect(wrong).toStrictEqual([]);
    expect(cases).toBeGreaterThan(FAULTS.length * 3 * 2);
  });

  const forgotten = Temporal.Duration.from({ seconds: 0 });
  const withoutNonce: Control['through'] = (api) => ({
    ...api,
    post: (channel, body, signal) => api.post(channel, { ...body, enforce_nonce: false }, signal),
  });
  const withoutLookBack: Control['through'] = (api) => ({
    ...api,
    history: () => Promise.resolve({ is: 'read', messages: [] }),
  });
  const edited: Control['through'] = (api) => ({ ...api, edit: () => Promise.resolve({ is: 'edited' }) });

  it.each<[string, readonly Fault[], Control, string]>([
    ['the nonce', ['very late'], { through: withoutNonce }, 'open,rejected'],
    ['the look back', ['applied'], { through: withoutLookBack, nonceMemory: forgotten }, 'open,rejected'],
    ['the edit', ['later'], { through: edited }, 'open'],
  ])('would not be without %s', async (_what, faults, control, shown) => {
    const { wrong } = await sweep(faults, control);
    expect(wrong).toContainEqual(expect.stringMatching(`: ${shown}$`));
  });
});
