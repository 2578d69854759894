import { assert, integer, property, shuffledSubarray } from 'fast-check';
import { Events, type TextChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { drawPlan, planFrom } from '../src/faults/random-plan.ts';
import { replayed, scripted, type Fault, type RestFault } from '../src/faults/plan.ts';
import type { Emulator } from '../src/emulator.ts';
import { ids, pair } from './bot.ts';
import { handClock } from './hand-clock.ts';
import { call, connect, identified, type Answered } from './raw-request.ts';
import { emulators } from './start-emulators.ts';

const start = emulators();
const POST = 'POST /channels/:channel/messages';
const post = (emulator: Emulator, content = 'x'): Promise<Answered> =>
  call(emulator, 'POST', `/channels/${ids.desk}/messages`, { content });
const seen = (emulator: Emulator): number => emulator.as(ids.reporter).in(ids.desk).messages().length;
const menu = { rest: 0.5, gateway: 0.3, connection: 0.5 };

describe('a plan', () => {
  test('has one fate for one occasion and seed, in whatever order it is asked', () => {
    const occasions = Array.from({ length: 200 }, (_, n) => ({ route: POST, subject: ids.desk, nth: n + 1 }));
    assert(
      property(integer(), shuffledSubarray(occasions, { minLength: 200 }), (seed, shuffled) => {
        const one = drawPlan(seed, menu);
        const other = drawPlan(seed, menu);
        const fates = new Map(shuffled.map((occasion) => [occasion.nth, other.rest(occasion)]));
        for (const occasion of occasions) expect(fates.get(occasion.nth)).toEqual(one.rest(occasion));
      }),
      { numRuns: 20 },
    );
  });

  test('of another seed is another', () => {
    const fates = (seed: number): string =>
      JSON.stringify(
        Array.from({ length: 50 }, (_, n) => drawPlan(seed, menu).rest({ route: POST, subject: '', nth: n })),
      );
    expect(fates(1)).not.toBe(fates(2));
  });

  test('takes the share of calls that was asked for, and every kind of fault', () => {
    const plan = drawPlan(7, { ...menu, rest: 0.4, refusals: ['401', '50013'] });
    const fates = Array.from({ length: 20_000 }, (_, n) => plan.rest({ route: POST, subject: '', nth: n }));
    const faults = fates.filter((one) => one !== null);
    expect(faults.length / fates.length).toBeCloseTo(0.4, 1);
    const kinds = new Set(faults.map((one) => one.kind));
    const all: RestFault['kind'][] = [
      'answer',
      'applied',
      'cut',
      'cut-applied',
      'delay',
      'hang',
      'limit',
      'limit-html',
      'truncated',
    ];
    expect([...kinds].toSorted()).toEqual(all);
  });

  test('is read from a flag', () => {
    const first = { route: POST, subject: '', nth: 1 };
    expect(planFrom('7:100').rest(first)).not.toBeNull();
    expect(planFrom('7:0').rest(first)).toBeNull();
    expect(() => planFrom('7:101')).toThrow(/per cent/);
    expect(() => planFrom('a b')).toThrow(/seed/);
  });

  test('is replayed from the log of the emulator that met it', async () => {
    const settings = { limits: false };
    const first = await start({
      plan: drawPlan(3, { rest: 0.6, gateway: 0, connection: 0, kinds: ['answer', 'applied', 'truncated'] }),
      settings,
    });
    const outcomes = async (emulator: Emulator): Promise<number[]> => {
      const statuses: number[] = [];
      for (let n = 0; n < 30; n += 1) statuses.push((await post(emulator).catch(() => ({ status: -1 }))).status);
      return statuses;
    };
    const before = await outcomes(first);
    const second = await start({ plan: replayed(first.log), settings });
    expect(await outcomes(second)).toEqual(before);
    const faults = (emulator: Emulator): string[] =>
      emulator.log.filter((one) => one.kind === 'fault').map((one) => one.summary);
    expect(faults(second)).toEqual(faults(first));
    expect(faults(first).length).toBeGreaterThan(5);
  });
});

describe('a call that meets a fault', () => {
  const applied: readonly [string, RestFault, number, number][] = [
    ['503 without the work', { kind: 'answer', status: 503, code: 0, message: '' }, 503, 0],
    ['500 after the work', { kind: 'applied', status: 500 }, 500, 1],
    ['401 once', { kind: 'answer', status: 401, code: 0, message: '401: Unauthorized' }, 401, 0],
    ['a permission that is missing', { kind: 'answer', status: 403, code: 50_013, message: '' }, 403, 0],
    ['a channel that is gone', { kind: 'answer', status: 404, code: 10_003, message: '' }, 404, 0],
    ['429 for this user', { kind: 'limit', scope: 'user', afterMs: 1_500 }, 429, 0],
    ['a cut before the work', { kind: 'cut' }, 0, 0],
    ['a cut after the work', { kind: 'cut-applied' }, 0, 1],
  ];
  test.each(applied)('%s', async (_, fault, status, messages) => {
    const emulator = await start({ plan: scripted({ [POST]: [fault] }) });
    const answered = await post(emulator).catch(() => null);
    expect(answered?.status ?? 0).toBe(status);
    expect(seen(emulator)).toBe(messages);
    expect((await post(emulator)).status).toBe(200);
  });

  test.each(['user', 'shared', 'global'] as const)('429 says whose limit it is: %s', async (scope) => {
    const emulator = await start({ plan: scripted({ [POST]: [{ kind: 'limit', scope, afterMs: 1_500 }] }) });
    const { status, headers, json } = await post(emulator);
    expect(status).toBe(429);
    expect(headers.get('x-ratelimit-scope')).toBe(scope);
    expect(headers.get('x-ratelimit-global')).toBe(scope === 'global' ? 'true' : null);
    expect(headers.get('retry-after')).toBe('2');
    expect(json).toEqual({
      message: scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.',
      retry_after: 1.5,
      global: scope === 'global',
    });
  });

  test('429 as Cloudflare sends it: a page, and a header that says how long', async () => {
    const emulator = await start({ plan: scripted({ [POST]: [{ kind: 'limit-html', afterMs: 4_000 }] }) });
    const { status, headers } = await post(emulator);
    expect([status, headers.get('content-type'), headers.get('retry-after')]).toEqual([429, 'text/html', '4']);
  });

  test('half an answer is no JSON, and the work was done', async () => {
    const emulator = await start({ plan: scripted({ [POST]: [{ kind: 'truncated' }] }) });
    await expect(post(emulator)).rejects.toThrow(SyntaxError);
    expect(seen(emulator)).toBe(1);
  });

  test.each(['hang', 'delay'] as const)('one that is to %s is done when its time has come', async (kind) => {
    const clock = handClock();
    const emulator = await start({ clock, plan: scripted({ [POST]: [{ kind, ms: 16_000 }] }) });
    const answered = post(emulator);
    await expect.poll(() => emulator.log.some((one) => one.kind === 'fault')).toBe(true);
    expect(seen(emulator)).toBe(0);
    // The body may still be on its way: the clock is moved until the work is done.
    await expect.poll(() => (clock.move(16_000), seen(emulator))).toBe(1);
    expect((await answered).status).toBe(200);
  });

  test('discord.js repeats what it does not know to be done: four messages for one', async () => {
    const faults: Fault[] = Array.from({ length: 4 }, () => ({ kind: 'applied', status: 500 }));
    await using it = await pair({ plan: scripted({ [POST]: faults }) });
    const channel = (await it.client.channels.fetch(ids.desk)) as TextChannel;
    await expect(channel.send('x')).rejects.toMatchObject({ status: 500 });
    expect(seen(it.emulator)).toBe(4);
  });

  test('and one with a nonce that is enforced', async () => {
    const faults: Fault[] = Array.from({ length: 3 }, () => ({ kind: 'applied', status: 500 }));
    await using it = await pair({ plan: scripted({ [POST]: faults }) });
    const channel = (await it.client.channels.fetch(ids.desk)) as TextChannel;
    await channel.send({ content: 'x', nonce: 'n1', enforceNonce: true });
    expect(seen(it.emulator)).toBe(1);
  });
});

describe('a dispatch that meets a fault', () => {
  test('comes twice, with the same number or a new one', async () => {
    const plan = scripted({
      'dispatch MESSAGE_CREATE': [
        { kind: 'again', sameSequence: true },
        { kind: 'again', sameSequence: false },
      ],
    });
    const emulator = await start({ plan });
    const { line } = await identified(emulator, { intents: 512 });
    await post(emulator, 'one');
    await post(emulator, 'two');
    const heard = [];
    for (let n = 0; n < 4; n += 1) heard.push(await line.event('MESSAGE_CREATE'));
    const [first, again, second, anew] = heard.map((one) => Number(one['s']));
    expect(again).toBe(first);
    expect(anew).toBe(Number(second) + 1);
  });

  test.each<[string, Fault, (line: Awaited<ReturnType<typeof identified>>['line']) => Promise<unknown>, unknown]>([
    ['a close', { kind: 'close', code: 4009 }, (line) => line.closed, 4009],
    ['a break', { kind: 'close', code: 1006 }, (line) => line.closed, 1006],
    ['RECONNECT', { kind: 'reconnect' }, async (line) => (await line.next())['op'], 7],
    ['INVALID_SESSION', { kind: 'invalidate', resumable: false }, async (line) => (await line.next())['op'], 9],
    ['an outage', { kind: 'outage', ms: 1 }, async (line) => (await line.next())['t'], 'GUILD_DELETE'],
  ])('%s follows it', async (_, fault, look, expected) => {
    const emulator = await start({ plan: scripted({ 'dispatch MESSAGE_CREATE': [fault] }) });
    const { line } = await identified(emulator, { intents: 512 });
    await post(emulator);
    await line.event('MESSAGE_CREATE');
    expect(await look(line)).toBe(expected);
  });
});

describe('a connection that meets a fault', () => {
  test.each([4004, 4014])('discord.js does not come back after %i', async (code) => {
    await using it = await pair({ plan: scripted({ connection: [null, { kind: 'close', code }] }) });
    const gone = new Promise<number>((resolve) => {
      it.client.once(Events.ShardDisconnect, (event) => resolve(event.code));
    });
    it.client.on(Events.Error, () => {
      // 4014 comes as an error event too: without a listener it would end the process.
    });
    it.emulator.gateway.closeAll(4000);
    expect(await gone).toBe(code);
  });

  test('a refused RESUME: discord.js identifies anew', async () => {
    await using it = await pair({ plan: scripted({ connection: [null, { kind: 'refuse-resume' }] }) });
    const again = new Promise<number>((resolve) => {
      it.client.once(Events.ShardReady, resolve);
    });
    it.emulator.gateway.closeAll(4000);
    expect(await again).toBe(0);
  }, 20_000);

  test('HELLO comes late, and beats are not acknowledged', async () => {
    const clock = handClock();
    const emulator = await start({
      clock,
      plan: scripted({ connection: [{ kind: 'late-hello', ms: 400 }, { kind: 'silent' }] }),
    });
    const late = connect(emulator);
    await new Promise((resolve) => {
      late.socket.once('open', resolve);
    });
    const hello = late.next();
    await expect.poll(() => (clock.move(400), Promise.race([hello, Promise.resolve(null)]))).toMatchObject({ op: 10 });
    const silent = connect(emulator);
    await silent.next();
    silent.send({ op: 1, d: null });
    silent.send({ op: 99 });
    expect(await silent.closed).toBe(4001);
    expect(await Promise.race([silent.next(), Promise.resolve(null)])).toBeNull();
  });
});
