import { expect, it, describe } from 'vitest';
import { createServerList } from '../../../src/discord/connection/server-list.ts';
import { leaveServer } from '../../../src/discord/jobs/server-left.ts';
import { openStore } from '../../../src/store/store.ts';
import { numbers } from '../../numbers.ts';
import { desk, ids, joined, until, textIn, openLog } from '../joined-bot.ts';

const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_316);
const MALFORMED = 400;
const STORY = 'harbour-flood';

/** What may stand where something else is expected. */
const ODD: readonly unknown[] = [null, [], {}, '', 'x', -1, true, [null], { id: null }];

/** A copy in which one part, however deep, is missing or another value. */
function spoil(value: unknown, draw: () => number): unknown {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  if (typeof value !== 'object' || value === null || draw() < 0.25) return pick(ODD);
  const entries = Object.entries(value);
  if (entries.length === 0) return pick(ODD);
  const [name, inner] = pick(entries);
  if (Array.isArray(value)) return value.map((item: unknown) => (item === inner ? spoil(item, draw) : item));
  if (draw() < 0.3) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return { ...value, [name]: spoil(inner, draw) };
}

describe(`what Discord sends malformed (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it(`ends nothing: ${MALFORMED} interactions and events, and the next question is answered`, async () => {
    await using it = await joined();
    const draw = numbers(SEED);
    const answered = await it.reporter.slash('who', { name: 'Haul' });
    await it.reporter.menu('Check against the facts', it.reporter.say('The quay is closed.').id);
    const [button = ''] = /1\.page\.[^"]+|1\.src\.[^"]+|1\.post\.[^"]+/.exec(textIn(answered.message)) ?? [];
    await it.reporter.press(answered.message ?? expect.fail(), button);
    const real = sentInteractions(it.room);
    expect(real.length).toBeGreaterThanOrEqual(3);
    const failures: unknown[] = [];
    const fail = (error: unknown): void => void failures.push(error);
    process.on('unhandledRejection', fail);
    process.on('uncaughtException', fail);
    for (let n = 0; n < MALFORMED; n += 1) {
      const like = real[n % real.length] ?? expect.fail();
      const odd = n % 4 === 3 ? ODD[n % ODD.length] : spoil({ ...like, id: `${n}`, token: 'gone' }, draw);
      const event = n % 8 === 7 ? 'GUILD_DELETE' : 'INTERACTION_CREATE';
      it.room.gateway.dispatch(event, odd, { guild: null, subject: `odd ${n}` });
    }
    const next = await it.reporter.slash('who', { name: 'Haul' });
    process.off('unhandledRejection', fail);
    process.off('uncaughtException', fail);
    expect(failures).toEqual([]);
    expect(next.kind).toBe('message');
    const dropped = it.log.filter(({ message }) => message.endsWith('was dropped'));
    expect(dropped.length).toBeGreaterThan(MALFORMED / 8);
  });
});

describe('a bot that left a server', () => {
  it('gives up what was curated there, pauses its briefs and tells the operator; an outage changes nothing', async () => {
    await using store = await openClosing();
    const servers = createServerList(true);
    const log = openLog();
    const left: string[] = [];
    await using it = await joined({
      store,
      knows: { servers },
      bot: {
        servers,
        async onServerLeft(server) {
          await leaveServer(server, store, log);
          left.push(server);
        },
      },
    });
    await store.curationClaims.claim(STORY, ids.valley, ids.valleyDesk);
    const edition = 'morning';
    await store.digests.set({
      server: ids.valley,
      channel: ids.valleyDesk,
      edition,
      time: '09:00',
      zone: 'Europe/London',
      days: [1, 2, 3, 4, 5],
    });
    expect([servers.has(ids.harbour), servers.has(ids.valley), servers.only()]).toEqual([true, true, null]);
    it.room.gateway.dispatch('GUILD_DELETE', { id: ids.valley, unavailable: true }, { guild: null, subject: 'outage' });
    it.room.gateway.dispatch('GUILD_DELETE', { id: ids.valley }, { guild: null, subject: 'removed' });
    await until(() => left.length > 0);
    expect(left).toEqual([ids.valley]);
    expect(await store.curationClaims.of(STORY)).toBeNull();
    expect((await store.digests.ofServer(ids.valley)).map(({ state }) => state)).toEqual(['paused']);
    expect(log.entries).toMatchObject([
      { level: 'warn', fields: { server: ids.valley, released: [STORY], pausedBriefs: 1 } },
    ]);
    expect(servers.only()).toBe(ids.harbour);
  });
});

describe('a bot on Discord, in two servers', () => {
  it('answers nobody until a server is named, by whatever way in', async () => {
    const servers = createServerList(true);
    await using it = await joined({ knows: { servers }, bot: { servers } });
    const said = await it.reporter.slash('who', { name: 'Haul' });
    expect(textIn(said.message)).toContain('closed to this server');
    expect(await it.reporter.type('who', 'name', 'Ha')).toEqual([]);
    const menu = await it.reporter.menu('Check against the facts', it.reporter.say('The quay is closed.').id);
    expect(textIn(menu.message)).toContain('closed to this server');
  });

  it('answers the named server alone', async () => {
    const servers = createServerList(true);
    const stories = new Map(
      [...desk.stories].map(([id, at]) => [
        id,
        (now: Temporal.Instant) => ({ ...at(now), story: { ...at(now).story, servers: [ids.harbour] } }),
      ]),
    );
    await using it = await joined({ knows: { servers, stories }, bot: { servers } });
    expect(textIn((await it.reporter.slash('who', { name: 'Haul' })).message)).not.toContain('closed to');
    const other = it.room.as(ids.editor).in(ids.valleyDesk);
    expect(textIn((await other.slash('who', { name: 'Haul' })).message)).toContain('closed to this server');
    expect(textIn((await other.slash('story')).message)).toContain('closed to this server');
    // What is kept about a person is deleted wherever they ask for it.
    expect(textIn((await other.slash('forget-me')).message)).not.toContain('closed to');
  });
});

/** The interactions that the room sent. */
function sentInteractions(room: Awaited<ReturnType<typeof joined>>['room']): object[] {
  return room.log.flatMap(({ summary, request, response }) => {
    const sent = request ?? response;
    return summary.includes('INTERACTION_CREATE') && typeof sent === 'object' && sent !== null ? [sent] : [];
  });
}

async function openClosing() {
  const store = await openStore({ file: ':memory:' }, { clock: desk.clock, secret: 'for a test' });
  return { ...store, [Symbol.asyncDispose]: async () => store.close() };
}
