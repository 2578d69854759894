import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankOf, type Origin } from '../../../src/commands/permissions.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import { settings } from '../../../src/commands/settings/settings.ts';
import { story } from '../../../src/commands/settings/story.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { desk, NOW } from '../ask-command.ts';

const CHIEF: Origin = {
  ...TERMINAL,
  server: '1',
  channel: '10',
  user: '100',
  managesChannel: true,
  managesServer: true,
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ file: ':memory:' }, { clock: { now: () => NOW } });
});
afterEach(() => store.close());

const ask = (command: string, options: Record<string, string>, from: Origin) => ({
  command,
  options,
  now: NOW,
  locale: 'en',
  story: null,
  from,
});
const set = async (options: Record<string, string>, from = CHIEF): Promise<string> =>
  cardText(await settings.answer(ask('settings', options, from), { ...desk, store }), 'en');

describe('/settings', () => {
  it('shows what holds: private, in the asker’s language, until something is set', async () => {
    const text = await set({});
    expect(text).toContain('Answers: private');
    expect(text).toContain('that of whoever asks');
  });

  it('sets for the channel, which goes before its server', async () => {
    await set({ answers: 'shared', language: 'de', scope: 'server' });
    await set({ answers: 'private' });
    expect(await store.settings.at('1', '10')).toMatchObject({ share: false, language: 'de' });
    expect(await store.settings.at('1', '11')).toMatchObject({ share: true, language: 'de' });
  });

  it('gives the language back to the asker', async () => {
    await set({ language: 'fr' });
    await set({ language: 'asker' });
    expect((await store.settings.at('1', '10')).language).toBeUndefined();
  });

  it('says where it is told what goes wrong with briefs', async () => {
    expect(await set({ notices: 'here', scope: 'server' })).toContain('Notices about briefs: in this channel');
    expect(await set({}, { ...CHIEF, channel: '11' })).toContain('in another channel');
    expect(await set({ notices: 'nowhere', scope: 'server' })).toContain('Notices about briefs: nowhere');
  });

  it('gives a role of the server a rank, takes it from another, and takes it away', async () => {
    const rolesOf = async () => (await store.settings.get('server', '1')).roles;
    expect(await set({ role: '7', may: 'editor' })).toContain('May approve: @7');
    await set({ role: '8', may: 'editor' });
    await set({ role: '7', may: 'reporter' });
    expect(await rolesOf()).toEqual({ reporter: ['7'], editor: ['8'], administrator: [] });
    expect(rankOf(['8', '7'], await rolesOf())).toBe('editor');
    expect(rankOf(['9'], await rolesOf())).toBe('reader');
    await set({ role: '8', may: 'reader' });
    expect(await rolesOf()).toEqual({ reporter: ['7'], editor: [], administrator: [] });
    await expect(set({ role: '7' })).rejects.toThrow('Choose both');
    await expect(set({ may: 'editor' })).rejects.toThrow('Choose both');
    await expect(set({ role: '<@&7>', may: 'editor' })).rejects.toThrow('Choose both');
  });

  it('gives no rank for anybody but administrators of the desk and those who manage the server', async () => {
    const change = { role: '7', may: 'editor' };
    for (const rank of ['reader', 'reporter', 'editor'] as const) {
      await expect(set(change, { ...CHIEF, managesServer: false, rank })).rejects.toThrow('Only administrators');
    }
    await expect(set(change, { ...CHIEF, server: null })).rejects.toThrow('direct message');
    expect((await store.settings.get('server', '1')).roles).toBeUndefined();
    await set(change, { ...CHIEF, managesServer: false, rank: 'administrator' });
    expect((await store.settings.get('server', '1')).roles?.editor).toEqual(['7']);
  });

  it('has the proposals of the story wait in the channel, where that works, and gives the story up again', async () => {
    const flood = { ...CHIEF, server: '1' };
    await expect(set({ curation: 'here' }, { ...flood, lacks: ['Send Messages'] })).rejects.toThrow('Send Messages');
    expect(await store.curationClaims.of('harbour-flood')).toBeNull();
    expect(await set({ curation: 'here' })).toContain('Proposals about its story: they wait in #10');
    expect(await set({ curation: 'here' }, { ...CHIEF, channel: '11' })).toContain('they wait in #11');
    const other = { ...CHIEF, server: '2', channel: '20' };
    await expect(set({ curation: 'here' }, other)).rejects.toThrow('Another server curates this story already');
    await expect(set({ curation: 'nowhere' }, other)).rejects.toThrow('does not curate this story');
    expect(await set({}, other)).toContain('another server curates it');
    expect(await set({ curation: 'nowhere' })).toContain('nobody curates it yet');
    await expect(set({ curation: 'here' }, { ...CHIEF, managesServer: false })).rejects.toThrow('Only administrators');
  });

  it('is changed by nobody else, and read by everybody', async () => {
    const reader = { ...CHIEF, managesChannel: false, managesServer: false };
    await expect(set({ answers: 'shared' }, reader)).rejects.toThrow('may manage this channel');
    await expect(set({ answers: 'shared', scope: 'server' }, { ...reader, managesChannel: true })).rejects.toThrow(
      'may manage',
    );
    expect(await set({}, reader)).toContain('Answers: private');
  });
});

describe('/story', () => {
  const choose = (name: string, from = CHIEF) => story.answer(ask('story', { story: name }, from), { ...desk, store });

  it('sets the story of the channel and of no other', async () => {
    expect(cardText(await choose('harbour-flood'), 'en')).toContain('asks about this story from now on');
    expect((await store.settings.at('1', '10')).story).toBe('harbour-flood');
    expect((await store.settings.at('1', '11')).story).toBeUndefined();
  });

  it('refuses a story that is not there, and members who may not manage the channel', async () => {
    await expect(choose('atlantis')).rejects.toThrow('No story is called “atlantis”');
    await expect(choose('harbour-flood', { ...CHIEF, managesChannel: false })).rejects.toThrow(
      'may manage this channel',
    );
  });
});
