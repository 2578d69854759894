import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const START = '2026-03-01T08:00:00Z';
const morning = {
  server: 's1',
  channel: 'c1',
  edition: 'morning',
  time: '07:30',
  zone: 'Europe/Belgrade',
  days: [1, 2],
};

export function keepsDigests(newPlace: NewPlace): void {
  it('sets, changes, pauses, resumes, parks and removes a digest', async () => {
    const clock = handClock(START);
    const store = await openStore(await newPlace(), { clock });
    const { digests } = store;
    await digests.set(morning);
    await digests.set({ ...morning, edition: 'evening', time: '18:00' });
    await digests.set({ ...morning, server: 's2', channel: 'c9' });
    clock.pass('PT1H');
    await digests.set({ ...morning, days: [7] });
    const since = '2026-03-01T09:00:00.000Z';
    const changed = { ...morning, days: [7], state: 'on', reason: null, since };
    const list = await digests.ofServer('s1');
    expect(list.map(({ edition }) => edition)).toStrictEqual(['evening', 'morning']);
    expect(list[1]).toStrictEqual(changed);
    expect(await digests.pause('c1', 'morning')).toBe(true);
    expect(await digests.pause('c1', 'morning')).toBe(false);
    expect(await digests.on()).toHaveLength(2);
    clock.pass('PT1H');
    expect(await digests.resume('c1', 'morning')).toBe(true);
    expect((await digests.ofServer('s1'))[1]).toStrictEqual({ ...changed, since: '2026-03-01T10:00:00.000Z' });
    expect(await digests.park('c1', 'morning', '50013')).toBe(true);
    expect(await digests.park('c1', 'morning', '10003')).toBe(false);
    expect((await digests.ofServer('s1'))[1]).toMatchObject({ state: 'parked', reason: '50013' });
    expect(await digests.resume('c1', 'morning')).toBe(true);
    expect(await digests.remove('c1', 'morning')).toBe(true);
    expect(await digests.remove('c1', 'morning')).toBe(false);
    expect(await digests.ofServer('s1')).toHaveLength(1);
    await store.close();
  });

  it('refuses a time or a zone that does not exist, before it is stored', async () => {
    const store = await openStore(await newPlace(), { clock: handClock(START) });
    await expect(store.digests.set({ ...morning, time: '25:00' })).rejects.toThrow(RangeError);
    await expect(store.digests.set({ ...morning, zone: 'Europe/Zvecan' })).rejects.toThrow(RangeError);
    expect(await store.digests.ofServer('s1')).toStrictEqual([]);
    await store.close();
  });

  it('says when the next one comes', async () => {
    const store = await openStore(await newPlace(), { clock: handClock(START) });
    const timing = { ...morning, since: START };
    expect(store.digests.next(timing)).toStrictEqual({
      date: '2026-03-02',
      at: Temporal.Instant.from('2026-03-02T06:30:00Z'),
    });
    expect(store.digests.next({ ...timing, days: [] })).toBeNull();
    await store.close();
  });
}
