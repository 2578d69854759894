import { describe, expect, it } from 'vitest';
import { storyAccess, isOnlyServer } from '../../src/commands/story-access.ts';
import type { Desk, Membership } from '../../src/commands/command.ts';
import type { StoryHead } from '../../src/data/model/fact.ts';
import { openStore } from '../../src/store/store.ts';
import { createServerList } from '../../src/discord/connection/server-list.ts';
import { desk as world } from '../discord/joined-bot.ts';

const STORY = 'harbour-flood';
/** The newsroom, another newsroom, and a server that the bot was never in. */
const [OURS, OTHER, FOREIGN] = ['1', '2', '9'];

const PLACES = {
  ours: { server: OURS, isInstalled: true },
  other: { server: OTHER, isInstalled: true },
  'ours, installed for the asker alone': { server: OURS, isInstalled: false },
  foreign: { server: FOREIGN, isInstalled: false },
  'foreign, said to be installed': { server: FOREIGN, isInstalled: true },
  direct: { server: null, isInstalled: false },
} as const;

const membership = (...ids: readonly string[]): Membership => ({
  has: (server) => ids.includes(server),
  only: () => (ids.length === 1 ? (ids[0] ?? null) : null),
});

function deskWith(head: Pick<StoryHead, 'servers' | 'open'>, servers: Membership, more: Partial<Desk> = {}): Desk {
  const at = world.stories.get(STORY) ?? expect.fail();
  const index = at(world.clock.now());
  const changed = { ...index, story: { ...index.story, ...head } };
  return { ...world, servers, stories: new Map([[STORY, () => changed]]), ...more };
}

async function placesOpen(desk: Desk, story: string | null = STORY): Promise<string[]> {
  const open: string[] = [];
  for (const [name, place] of Object.entries(PLACES)) {
    if ((await storyAccess(story, place, desk)).refused === null) open.push(name);
  }
  return open;
}

const everywhere = Object.keys(PLACES);

describe('a story may be asked about', () => {
  it('in the one server of a bot with one story, and nowhere else', async () => {
    expect(await placesOpen(deskWith({}, membership(OURS)))).toEqual(['ours']);
  });

  it('in no server, once the bot is in two and none is named', async () => {
    expect(await placesOpen(deskWith({}, membership(OURS, OTHER)))).toEqual([]);
  });

  it('in no server, where the bot has two stories and none is named', async () => {
    const desk = deskWith({}, membership(OURS));
    const both = new Map([...desk.stories, ['another', [...desk.stories.values()][0] ?? expect.fail()] as const]);
    expect(await placesOpen({ ...desk, stories: both })).toEqual([]);
  });

  it('in the servers that story.yml names, if the bot is installed there', async () => {
    const both = membership(OURS, OTHER);
    expect(await placesOpen(deskWith({ servers: [OURS] }, both))).toEqual(['ours']);
    expect(await placesOpen(deskWith({ servers: [OURS, OTHER] }, both))).toEqual(['ours', 'other']);
    expect(await placesOpen(deskWith({ servers: [FOREIGN] }, both))).toEqual([]);
  });

  it('everywhere, where story.yml says that it is open', async () => {
    expect(await placesOpen(deskWith({ open: true }, membership(OURS, OTHER)))).toEqual(everywhere);
    expect(await placesOpen(deskWith({ open: false }, membership(OURS, OTHER)))).toEqual([]);
  });

  it('everywhere on the machine of whoever runs the bot', async () => {
    expect(await placesOpen(deskWith({ servers: [OURS] }, 'ownMachine'))).toEqual(everywhere);
  });

  it('without a story, where any story may be asked about', async () => {
    expect(await placesOpen(deskWith({ servers: [OURS] }, membership(OURS, OTHER)), null)).toEqual(['ours']);
  });

  it('in the server that curates it, though the bot has joined another one since', async () => {
    await using store = await openClosing();
    await store.curationClaims.claim(STORY, OURS, 'c');
    expect(await placesOpen(deskWith({}, membership(OURS, OTHER), { store }))).toEqual(['ours']);
    expect(await placesOpen(deskWith({}, membership(OTHER), { store }))).toEqual([]);
  });
});

describe('a claim', () => {
  it('counts for nothing once story.yml names other servers', async () => {
    await using store = await openClosing();
    await store.curationClaims.claim(STORY, OTHER, 'c');
    const desk = deskWith({ servers: [OURS], open: true }, membership(OURS, OTHER), { store });
    expect((await storyAccess(STORY, PLACES.other, desk)).curating).toBeNull();
  });

  it('needs no code only where one server can be meant', () => {
    const both = membership(OURS, OTHER);
    expect(isOnlyServer(STORY, OURS, deskWith({ servers: [OURS] }, both))).toBe(true);
    expect(isOnlyServer(STORY, OTHER, deskWith({ servers: [OURS] }, both))).toBe(false);
    expect(isOnlyServer(STORY, OURS, deskWith({ servers: [OURS, OTHER] }, both))).toBe(false);
    expect(isOnlyServer(STORY, OURS, deskWith({}, both))).toBe(false);
    expect(isOnlyServer(STORY, OURS, deskWith({}, membership(OURS)))).toBe(true);
  });

  it('takes the newest code of its story, once', async () => {
    await using store = await openClosing();
    const first = await store.curationClaims.makeCode(STORY);
    const second = await store.curationClaims.makeCode(STORY);
    const other = await store.curationClaims.makeCode('another');
    const claim = async (code: string) => store.curationClaims.claim(STORY, OURS, 'c', code);
    expect([await claim(first), await claim(other), await claim('')]).toEqual(Array(3).fill('wrong code'));
    expect(await store.curationClaims.of(STORY)).toBeNull();
    expect(await claim(second.toLowerCase().replaceAll('-', ' '))).toBe('claimed');
    await store.curationClaims.release(STORY, OURS);
    expect(await claim(second)).toBe('wrong code');
  });
});

describe('the list of servers', () => {
  it('does not know the only one from a part of them', () => {
    expect(createServerList(true).only()).toBeNull();
    expect(createServerList(false).only()).toBeNull();
    expect(createServerList(true).has(OURS)).toBe(false);
  });
});

async function openClosing() {
  const store = await openStore({ file: ':memory:' }, { clock: world.clock, secret: 'for a test' });
  return { ...store, [Symbol.asyncDispose]: async () => store.close() };
}
