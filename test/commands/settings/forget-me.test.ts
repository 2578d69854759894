import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/commands/command.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import { forgetMe } from '../../../src/commands/settings/forget-me.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { desk, NOW } from '../ask-command.ts';

const askBy = (user: string | null): Ask => ({
  command: 'forget-me',
  options: {},
  now: NOW,
  locale: 'en',
  story: null,
  from: { ...TERMINAL, server: '1', channel: '2', user },
});

/** A store in which `user` called answers wrong, and logged questions, so many times. */
async function filled(user: string, times: number): Promise<Store> {
  const store = await openStore({ file: ':memory:' }, { clock: { now: () => NOW }, secret: 'for a test' });
  const asker = store.users.hash(user);
  const where = { story: 'harbour-flood', server: '1', channel: '2', asker };
  for (let n = 0; n < times; n += 1) {
    await store.feedback.add({ ...where, kind: 'wrong', command: 'who', asked: `a${n}`, expected: 'x', locale: 'en' });
    await store.questions.open({ ...where, asks: `q${n}` });
  }
  return store;
}

const told = async (store: Store | null, user: string | null): Promise<string> =>
  cardText(await forgetMe.answer(askBy(user), { ...desk, store }), 'en');

describe('/forget-me', () => {
  it('deletes what is kept about the asker, and says how much that was', async () => {
    const store = await filled('300', 2);
    const text = await told(store, '300');
    expect(text).toContain('Deleted: what was kept about you');
    expect(text).toContain('2 notes of yours');
    expect(text).toContain('2 open questions of the desk are no longer tied to you');
    expect(await store.feedback.list({ story: 'harbour-flood', server: '1', limit: 10 })).toEqual([]);
    const open = await store.questions.list({ story: 'harbour-flood', server: '1', limit: 10 });
    expect(open.map(({ asks }) => asks).toSorted()).toEqual(['q0', 'q1']);
    expect(open.flatMap(({ askers }) => askers.map(({ asker }) => asker))).toEqual([null, null]);
    expect(await told(store, '300')).toContain('Nothing is kept about you');
    await store.close();
  });

  it('erases the name of somebody who curates, and withdraws what is not decided', async () => {
    const store = await filled('300', 0);
    const actor = await store.pseudonyms.of('300', 'Ana');
    const change = { on: 'fact', id: 'f001', fields: { says: 'It was Monday.' } } as const;
    const rest = { reason: null, was: null, base: null, question: null, state: 'open', act: 'correct' } as const;
    const proposal = await store.proposals.add({
      story: 'harbour-flood',
      server: '1',
      change,
      proposer: actor,
      ...rest,
    });
    const text = await told(store, '300');
    expect(text).toContain('1 proposal of yours that was not decided is withdrawn');
    expect(text).toContain('Your name no longer stands behind what you proposed and approved');
    expect(await store.pseudonyms.names([actor])).toEqual(new Map());
    expect(await store.proposals.get(proposal.id)).toMatchObject({ state: 'withdrawn' });
    expect(await told(store, '300')).toContain('Nothing is kept about you');
    await store.close();
  });

  it('leaves alone what is kept about others', async () => {
    const store = await filled('300', 1);
    expect(await told(store, '301')).toContain('Nothing is kept about you');
    expect(await store.feedback.list({ story: 'harbour-flood', server: '1', limit: 10 })).toHaveLength(1);
    await store.close();
  });

  it('says in a terminal that nothing is kept there', async () => {
    await expect(told(null, null)).rejects.toThrow('Nothing is kept about anybody here.');
  });
});
