import { Client, GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientChannelApi } from '../../../src/discord/delivery/rest-channel-api.ts';
import { createScheduler, type JobReport } from '../../../src/discord/jobs/scheduler.ts';
import { DEFAULT_IDS, defaultWorld } from '@factdesk/discord-emulator';
import type { Fault } from '@factdesk/discord-emulator';
import { type FaultPlan, type Emulator, startEmulator } from '@factdesk/discord-emulator';
import type { OutboxMessage } from '../../../src/store/outbox/outbox-entry.ts';
import { openStore } from '../../../src/store/store.ts';
import { handClock } from '../../store/engines.ts';

const V2 = 1 << 15;
const BLIND = '1400000000000000777';
type RestFault = ReturnType<FaultPlan['rest']>;

let fault: (n: number) => RestFault = () => null;
let calls = 0;
let days = 0;
const NOON = Temporal.Instant.from('2026-03-01T12:00:00Z');
const clock = handClock(String(NOON));
let room: Emulator;
let client: Client<true>;

beforeAll(async () => {
  const [harbour, ...others] = defaultWorld.guilds;
  if (harbour === undefined) throw new Error('The default world has no server.');
  const blind = { id: BLIND, name: 'blind', except: [{ who: 'bot', deny: ['ReadMessageHistory'] as const }] };
  room = await startEmulator({
    world: { ...defaultWorld, guilds: [{ ...harbour, channels: [...harbour.channels, blind] }, ...others] },
    settings: { limits: false },
    clock: {
      now: () => clock.now().epochMilliseconds,
      after(ms, act) {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
    },
    plan: {
      gateway: () => null,
      connection: () => null,
      rest({ route }) {
        if (!route.endsWith('/messages')) return null;
        calls += 1;
        return fault(calls);
      },
    },
  });
  const joining = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: room.api } });
  client = await new Promise<Client<true>>((resolve, reject) => {
    joining.once('clientReady', resolve);
    joining.login(room.token).catch(reject);
  });
});
afterAll(async () => {
  await client.destroy();
  await room.close();
});

interface Run {
  readonly channel: string;
  readonly messages: readonly OutboxMessage['body'][];
  readonly fault?: typeof fault;
}

/** One morning's brief, posted by discord.js itself, and what the channel got of it. */
async function morning({ channel, messages, fault: given }: Run) {
  days += 1;
  clock.set(NOON.add({ hours: 24 * days }));
  const store = await openStore({ file: ':memory:' }, { clock });
  const order = { server: DEFAULT_IDS.harbour, channel, edition: 'morning', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] };
  await store.digests.set({ ...order, time: '12:00' });
  const before = new Set(room.state.messages.get(channel)?.keys());
  const reports: JobReport[] = [];
  const troubles: string[] = [];
  const schedule = createScheduler({
    store,
    clock,
    channelApi: clientChannelApi(client),
    briefWriter: {
      brief: () => Promise.resolve({ memo: null, messages: messages.map((body) => ({ body, facts: [] })) }),
      notice({ kind, code }) {
        troubles.push(`${kind} ${code}`);
        return Promise.resolve(null);
      },
    },
    report: (report) => reports.push(report),
  });
  calls = 0;
  fault = given ?? (() => null);
  for (const step of ['PT0S', 'PT15S', 'PT30S', 'PT1M', 'PT2M', 'PT5M', 'PT5M']) {
    clock.pass(step);
    await schedule.tick();
  }
  const made = calls;
  fault = () => null;
  await store.close();
  const posted = [...(room.state.messages.get(channel)?.values() ?? [])].filter(
    ({ message }) => !before.has(message.id),
  );
  return { posted, calls: made, reports, troubles };
}

const plain = (count: number): OutboxMessage['body'][] =>
  Array.from({ length: count }, (_, n) => ({ content: `part ${n}` }));
const contents = (posted: Awaited<ReturnType<typeof morning>>['posted']): string[] =>
  posted.map(({ message }) => message.content.split('\n')[0] ?? '');

describe('a brief through the real discord.js', () => {
  it('is taken by a judge of every request, pings nobody, and ends with its mark', async () => {
    const text = `@everyone @here <@${DEFAULT_IDS.reporter}> <@&${DEFAULT_IDS.roles.editors}> one police officer was injured`;
    const container = { type: 17, components: [{ type: 10, content: text }] };
    const messages = [{ flags: V2, components: [container] }, { content: text }, { content: 'x'.repeat(1_970) }];
    const { posted, reports, calls: made } = await morning({ channel: DEFAULT_IDS.morning, messages });
    expect(reports).toMatchObject([{ ending: { is: 'posted' } }]);
    expect(posted.map(({ pings }) => pings)).toStrictEqual([[], [], []]);
    expect(posted[0]?.message.components?.at(-1)).toMatchObject({
      type: 10,
      content: expect.stringMatching(/^-# 1\/3 · ref \w{10}$/),
    });
    expect(posted[1]?.message.content).toMatch(/injured\n-# 2\/3 · ref \w{10}$/);
    // One look for the newest message, and one request for each part.
    expect(made).toBe(4);
  });

  it('comes once and whole whichever request fails, and however', { timeout: 120_000 }, async () => {
    const kinds: Fault[] = [
      { kind: 'delay', ms: 5 },
      { kind: 'answer', status: 500, code: 0, message: '500: fault' },
      { kind: 'answer', status: 403, code: 50_013, message: 'Missing Permissions' },
      { kind: 'applied', status: 502 },
      { kind: 'cut' },
      { kind: 'cut-applied' },
      { kind: 'hang', ms: 20 },
      { kind: 'limit', scope: 'user', afterMs: 5 },
      { kind: 'truncated' },
    ];
    const wrong: string[] = [];
    for (const kind of kinds) {
      // discord.js itself tries a failed request four times: a lasting fault has to outlive that.
      // Told to wait, discord.js waits for a full second at least: once is enough.
      for (const length of kind.kind === 'limit' ? [1] : [1, 4]) {
        for (let from = 1, last = 1; from <= last; from += 1) {
          const meets = (n: number): RestFault => (n >= from && n < from + length ? (kind as RestFault) : null);
          const {
            posted,
            calls: made,
            troubles,
          } = await morning({
            channel: DEFAULT_IDS.desk,
            messages: plain(2),
            fault: meets,
          });
          const seen = contents(posted).join();
          const complete = seen === 'part 0,part 1';
          // After four refusals in a row the brief stops, and an administrator is notified.
          const refused = kind.kind === 'answer' && kind.status === 403 && length === 4;
          const plainly = refused && 'part 0,part 1'.startsWith(seen) && troubles.length === 1;
          if (!complete && !plainly) wrong.push(`${JSON.stringify(kind)} × ${length} from ${from}: ${seen}`);
          last = Math.min(made, 5);
        }
      }
    }
    expect(wrong).toStrictEqual([]);
  });

  it('is not posted again where the bot may not read whether it is there, and gets an empty list', async () => {
    const { posted, troubles } = await morning({
      channel: BLIND,
      messages: plain(1),
      fault: (n) => (n > 1 && n < 6 ? { kind: 'applied', status: 500 } : null),
    });
    expect(contents(posted)).toStrictEqual(['part 0']);
    expect(troubles).toStrictEqual(['uncertain history']);
    const outlet = clientChannelApi(client);
    const readable = [BLIND, DEFAULT_IDS.desk, '1'].map((channel) => outlet.readable(channel));
    expect(await Promise.all(readable)).toStrictEqual([false, true, null]);
  });
});
