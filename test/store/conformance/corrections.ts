import { expect, it } from 'vitest';
import type { NewCorrection } from '../../../src/store/corrections/correction-queue.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const START = '2026-03-01T08:00:00Z';
const correction: NewCorrection = {
  id: 'k1',
  story: 'kosovo',
  fact: 'f001',
  act: 'correct',
  day: '2026-03-01',
  version: 'new',
};

async function begun(newPlace: NewPlace) {
  const clock = handClock(START);
  const store = await openStore(await newPlace(), { clock });
  const until = (): Temporal.Instant => clock.now().add({ minutes: 2 });
  const show = async (message: string, version: string, channel = 'c1'): Promise<void> =>
    store.shown.add({ server: 's1', channel, message, at: clock.now() }, [{ story: 'kosovo', fact: 'f001', version }]);
  const look = async (): Promise<string[]> => {
    for (const known of await store.corrections.openCorrections()) {
      await store.corrections.queueAffected(known, clock.now().subtract({ minutes: 1 }));
    }
    return marked(store);
  };
  return { clock, store, marks: store.corrections, until, show, look };
}

const marked = async (store: Store, id = 'k1'): Promise<string[]> =>
  (await store.corrections.affectedBy(id)).map(({ message, state }) => `${message} ${state}`);

/** Corrections, and the messages that they still have to reach. */
export function keepsMarks(newPlace: NewPlace): void {
  it('notes a correction once, with every version of the fact that has it', async () => {
    const { clock, store, marks } = await begun(newPlace);
    await marks.record([correction]);
    clock.pass('PT1M');
    await marks.record([correction, { ...correction, day: '2026-03-02', version: 'newer' }]);
    const { version: _version, ...kept } = correction;
    expect(await marks.openCorrections()).toStrictEqual([{ ...kept, at: '2026-03-01T08:00:00.000Z' }]);
    await marks.close('k1');
    await marks.record([correction]);
    expect(await marks.openCorrections()).toStrictEqual([]);
    await store.close();
  });

  it('finds each message that showed the fact without it, once, and none that showed it with it', async () => {
    const { clock, store, marks, show, look } = await begun(newPlace);
    await show('1', 'old');
    await show('2', 'older', 'c2');
    await show('3', 'new');
    await show('10', 'old');
    clock.pass('PT1S');
    await marks.record([correction]);
    expect(await look()).toStrictEqual(['1 waiting', '2 waiting', '10 waiting']);
    expect(await look()).toStrictEqual(['1 waiting', '2 waiting', '10 waiting']);
    expect((await marks.pending()).map(({ message }) => message)).toStrictEqual(['10', '2', '1']);
    expect((await marks.affectedBy('k1'))[1]).toStrictEqual({
      server: 's1',
      channel: 'c2',
      message: '2',
      state: 'waiting',
      reason: null,
    });
    await store.close();
  });

  it('finds what was shown late without it, and not what has a version that another process has still to note', async () => {
    const { clock, store, marks, show, look } = await begun(newPlace);
    await marks.record([correction]);
    clock.pass('PT1S');
    await show('1', 'old');
    await show('2', 'newer');
    expect(await look()).toStrictEqual([]);
    await marks.record([{ ...correction, version: 'newer' }]);
    clock.pass('PT1M');
    expect(await look()).toStrictEqual(['1 waiting']);
    await store.close();
  });

  it('gives a message to one process at a time, with all corrections of it, and refuses an earlier owner', async () => {
    const { clock, store, marks, until, show, look } = await begun(newPlace);
    await show('1', 'old');
    await marks.record([correction, { ...correction, id: 'k0', act: 'retract' }]);
    await look();
    expect(await marks.pending()).toStrictEqual([{ message: '1', channel: 'c1' }]);
    const held = await marks.lease('1', until());
    expect(held).toMatchObject({ channel: 'c1', server: 's1', corrections: ['k0', 'k1'], tries: 0 });
    expect(await marks.lease('1', until())).toBeNull();
    expect(await marks.pending()).toStrictEqual([]);
    clock.pass('PT2M');
    const other = await marks.lease('1', until());
    if (held === null || other === null) throw new Error('Nobody has it.');
    const outcomes = held.corrections.map((one) => ({ correction: one, state: 'marked' as const, reason: null }));
    expect(await marks.complete(held, outcomes)).toBe(false);
    expect(await marks.release(held, clock.now(), { tries: 7, refusals: 7 })).toBe(false);
    expect(await marks.release(other, clock.now(), { tries: 1, refusals: 1 })).toBe(true);
    const third = await marks.lease('1', until());
    if (third === null) throw new Error('Nobody has it.');
    expect(third).toMatchObject({ tries: 1, refusals: 1 });
    expect(await marks.complete(third, outcomes)).toBe(true);
    expect([await marked(store), await marked(store, 'k0')]).toStrictEqual([['1 marked'], ['1 marked']]);
    expect(await marks.pending()).toStrictEqual([]);
    expect(await marks.lease('1', until())).toBeNull();
    await store.close();
  });

  it('gives a message once to two that take it at the same moment', async () => {
    const { store, marks, until, show, look } = await begun(newPlace);
    await show('1', 'old');
    await marks.record([correction]);
    await look();
    const taken = await Promise.all(Array.from({ length: 6 }, async () => marks.lease('1', until())));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    await store.close();
  });
}
