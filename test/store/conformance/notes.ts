import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const START = '2026-03-01T08:00:00Z';
const here = { story: 'kosovo', server: 's1', channel: 'c1' };
const asked = { ...here, kind: 'miss', command: 'who', expected: null, locale: 'en-GB' } as const;

/** Misses, open questions, people and what was shown. */
export function keepsNotes(newPlace: NewPlace): void {
  it('lists misses of one server and story, newest first, and clears old ones', async () => {
    const clock = handClock(START);
    const store = await openStore(await newPlace(), { clock });
    const asker = store.users.hash('u1');
    await store.feedback.add({ ...asked, asked: 'first', asker });
    clock.pass('PT0.5S');
    await store.feedback.add({ ...asked, kind: 'wrong', asked: 'second', expected: 'three \0 \uD800', asker });
    await store.feedback.add({ ...asked, server: null, asked: 'in a direct message', asker });
    await store.feedback.add({ ...asked, story: 'floods', asked: 'another story', asker });
    const list = await store.feedback.list({ story: 'kosovo', server: 's1', limit: 10 });
    expect(list.map((miss) => [miss.asked, miss.kind, miss.expected, miss.at])).toStrictEqual([
      ['second', 'wrong', 'three \uFFFD \uFFFD', '2026-03-01T08:00:00.500Z'],
      ['first', 'miss', null, '2026-03-01T08:00:00.000Z'],
    ]);
    expect(await store.feedback.list({ story: 'kosovo', server: null, limit: 10 })).toHaveLength(1);
    expect(await store.feedback.clear(Temporal.Instant.from('2026-03-01T08:00:00.100Z'))).toBe(1);
    expect(await store.feedback.list({ story: 'kosovo', server: 's1', limit: 10 })).toHaveLength(1);
    await store.close();
  });

  it('keeps one open question for the same words, and reopens it after an answer', async () => {
    const clock = handClock(START);
    const store = await openStore(await newPlace(), { clock });
    const question = { ...here, asks: 'Who called the protest?', asker: store.users.hash('u1') };
    const id = await store.questions.open(question);
    clock.pass('PT1H');
    expect(await store.questions.open({ ...question, asker: store.users.hash('u2') })).toBe(id);
    expect(await store.questions.open({ ...question, server: 's2' })).not.toBe(id);
    const open = { story: 'kosovo', server: 's1', limit: 5 };
    const { channel, asker, ...asked } = question;
    const other = { channel, asker: store.users.hash('u2') };
    const unanswered = { ...asked, id, state: 'open', owner: null, answer: null, at: '2026-03-01T08:00:00.000Z' };
    const [only] = await store.questions.list(open);
    expect(only).toMatchObject(unanswered);
    expect(new Set(only?.askers.map((one) => one.asker))).toStrictEqual(new Set([asker, other.asker]));
    expect(await store.questions.own(id, 'a1')).toBe(true);
    expect(await store.questions.answer(id, 'f001')).toBe(true);
    for (const late of [store.questions.drop(id), store.questions.answer(id, 'f2'), store.questions.own(id, null)]) {
      expect(await late).toBe(false);
    }
    expect(await store.questions.list(open)).toStrictEqual([]);
    expect(await store.questions.list({ ...open, states: ['answered'] })).toMatchObject([
      { answer: 'f001', owner: 'a1' },
    ]);
    expect(await store.questions.open({ ...question, channel: 'c2' })).toBe(id);
    expect(await store.questions.get(id)).toStrictEqual({
      ...unanswered,
      askers: [{ channel: 'c2', asker }],
      at: '2026-03-01T09:00:00.000Z',
    });
    expect(await store.questions.drop(id)).toBe(true);
    expect(await store.questions.get(id)).toMatchObject({ state: 'dropped' });
    await store.close();
  });

  it('knows a user by a keyed hash alone, the same in every process, and forgets one without the others', async () => {
    const clock = handClock(START);
    const place = await newPlace();
    const store = await openStore(place, { clock });
    const [mine, theirs] = [store.users.hash('u1'), store.users.hash('u2')];
    expect(mine).not.toBe(theirs);
    for (const asker of [mine, theirs]) {
      await store.feedback.add({ ...asked, asked: 'x', asker });
      await store.questions.open({ ...here, asks: `of ${asker}`, asker });
    }
    const nothing = { misses: 0, questions: 0, proposals: 0, named: false };
    expect(await store.users.forget(mine)).toStrictEqual({ ...nothing, misses: 1, questions: 1 });
    expect(await store.users.forget(mine)).toStrictEqual(nothing);
    const where = { story: 'kosovo', server: 's1', limit: 5 };
    expect((await store.feedback.list(where)).map(({ asker }) => asker)).toStrictEqual([theirs]);
    const askers = (await store.questions.list(where)).flatMap(({ askers }) => askers.map(({ asker }) => asker));
    expect(new Set(askers)).toStrictEqual(new Set([null, theirs]));
    const other = await openStore(place, { clock });
    expect(other.users.hash('u1')).toBe(mine);
    const elsewhere = await openStore(await newPlace(), { clock });
    expect(elsewhere.users.hash('u1')).not.toBe(mine);
    const given = await openStore(place, { clock, secret: 'from the settings' });
    expect(given.users.hash('u1')).not.toBe(mine);
    await Promise.all([store, other, elsewhere, given].map((one) => one.close()));
  });

  it('says where a version of a fact was shown, once a message', async () => {
    const clock = handClock(START);
    const store = await openStore(await newPlace(), { clock });
    const fact = { story: 'kosovo', fact: 'f001', version: 'a' };
    const message = { server: 's1', channel: 'c1', message: 'm1', at: clock.now() };
    await store.shown.add(message, [fact, { ...fact, fact: 'f002' }]);
    await store.shown.add({ ...message, server: null, message: 'm2', at: clock.now().add({ seconds: 1 }) }, [fact]);
    await store.shown.add({ ...message, at: clock.now().add({ seconds: 2 }) }, [{ ...fact, version: 'b' }]);
    expect(await store.shown.of('kosovo', 'f001')).toStrictEqual([
      { ...fact, server: null, channel: 'c1', message: 'm2', at: '2026-03-01T08:00:01.000Z' },
      { ...fact, server: 's1', version: 'b', channel: 'c1', message: 'm1', at: '2026-03-01T08:00:02.000Z' },
    ]);
    expect(await store.shown.of('floods', 'f001')).toStrictEqual([]);
    await store.close();
  });
}
