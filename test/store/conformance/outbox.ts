import { expect, it } from 'vitest';
import type { Payload, OutboxKey } from '../../../src/store/outbox/outbox-entry.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const START = '2026-03-01T08:00:00Z';
const brief: OutboxKey = {
  kind: 'brief',
  server: 's1',
  channel: 'c1',
  edition: 'morning',
  date: '2026-03-01',
  target: 'c1',
  due: START,
};
const fact = { story: 'kosovo', fact: 'f001', version: 'a' };
const text = (...contents: string[]): Payload => ({
  memo: 'what was known',
  messages: contents.map((content) => ({ body: { content }, facts: [fact] })),
});

async function begun(newPlace: NewPlace) {
  const clock = handClock(START);
  const store = await openStore(await newPlace(), { clock });
  const until = (): Temporal.Instant => clock.now().add({ minutes: 2 });
  const held = await store.outbox.enqueue(brief, text('one', 'two'), until());
  if (held === null) throw new Error('The first claim was refused.');
  return { clock, store, until, held, ledger: store.outbox };
}

const shownIn = async (store: Store): Promise<string[]> =>
  (await store.shown.of('kosovo', 'f001')).map(({ message }) => message);

export function keepsLedger(newPlace: NewPlace): void {
  it('lets a brief be claimed once for its channel, date and edition', async () => {
    const { store, held, until, ledger } = await begun(newPlace);
    expect(held.parts.map(({ body, state, tried }) => [body, state, tried])).toStrictEqual([
      [{ content: 'one' }, 'waiting', null],
      [{ content: 'two' }, 'waiting', null],
    ]);
    expect(await ledger.enqueue(brief, text('another'), until())).toBeNull();
    const others = [{ channel: 'c2' }, { date: '2026-03-02' }, { edition: 'evening' }, { kind: 'parked' as const }];
    for (const other of others) {
      expect(await ledger.enqueue({ ...brief, ...other }, text('another'), until())).toMatchObject(other);
    }
    expect(await ledger.briefs('2026-03-02')).toStrictEqual([
      { channel: 'c1', edition: 'morning', date: '2026-03-02' },
    ]);
    await store.close();
  });

  it('gives a posting to another process only when the lease has ended, and refuses its earlier owner from then on', async () => {
    const { clock, store, held, until, ledger } = await begun(newPlace);
    expect(await ledger.beginAttempt(held, 0, '7', until())).toBe(true);
    expect(await ledger.pending()).toStrictEqual([]);
    expect(await ledger.lease(held.id, until())).toBeNull();
    clock.pass('PT2M');
    expect(await ledger.pending()).toStrictEqual([held.id]);
    const taken = await ledger.lease(held.id, until());
    expect(taken?.parts[0]).toMatchObject({ tried: '2026-03-01T08:00:00.000Z', after: '7' });
    expect(await ledger.lease(held.id, until())).toBeNull();
    for (const write of [
      ledger.beginAttempt(held, 0, '9', until()),
      ledger.completePart(held, 0, 'm1'),
      ledger.release(held, clock.now(), { tries: 9, refusals: 9 }),
      ledger.finish(held, 'missed', 'late'),
    ]) {
      expect(await write).toBe(false);
    }
    expect(await ledger.replacePayload(held, text('other'), until())).toBeNull();
    expect(await shownIn(store)).toStrictEqual([]);
    await store.close();
  });

  it('keeps the first attempt of a part through later ones', async () => {
    const { clock, store, held, until, ledger } = await begun(newPlace);
    await ledger.beginAttempt(held, 0, '7', until());
    clock.pass('PT1M');
    await ledger.beginAttempt(held, 0, '9', until());
    clock.pass('PT1M30S');
    expect(await ledger.lease(held.id, until())).toBeNull();
    clock.pass('PT30S');
    const taken = await ledger.lease(held.id, until());
    expect(taken?.parts[0]).toMatchObject({ tried: '2026-03-01T08:00:00.000Z', after: '7' });
    await store.close();
  });

  it('is done with its last part, and knows where each fact was shown', async () => {
    const { clock, store, held, until, ledger } = await begun(newPlace);
    await ledger.beginAttempt(held, 0, '7', until());
    expect(await ledger.completePart(held, 0, 'm1')).toBe(true);
    expect(await shownIn(store)).toStrictEqual(['m1']);
    expect(await ledger.last('c1')).toBeNull();
    expect(await ledger.completePart(held, 1, null)).toBe(true);
    expect(await shownIn(store)).toStrictEqual(['m1']);
    expect(await ledger.last('c1')).toStrictEqual({ due: '2026-03-01T08:00:00.000Z', memo: 'what was known' });
    expect(await ledger.lastDate('c1', 'morning', '2026-03-05')).toBe('2026-03-01');
    expect(await ledger.lastDate('c1', 'evening', '2026-03-05')).toBeNull();
    clock.pass('PT48H');
    expect(await ledger.pending()).toStrictEqual([]);
    expect(await ledger.clear(clock.now())).toBe(2);
    expect(await ledger.enqueue(brief, text('again'), until())).toBeNull();
    await store.close();
  });

  it('writes another text, and remembers an attempt at the first part', async () => {
    const { clock, store, held, until, ledger } = await begun(newPlace);
    expect(held.written).toBe('2026-03-01T08:00:00.000Z');
    await ledger.beginAttempt(held, 0, '7', until());
    await ledger.release(held, clock.now(), { tries: 1, refusals: 1 });
    clock.pass('PT1H');
    const taken = await ledger.lease(held.id, until());
    expect(taken).toMatchObject({ tries: 1, refusals: 1 });
    const anew = taken && (await ledger.replacePayload(taken, text('late', 'and short'), until()));
    expect(anew?.written).toBe('2026-03-01T09:00:00.000Z');
    expect(anew?.parts.map(({ body, tried, after }) => [body, tried, after])).toStrictEqual([
      [{ content: 'late' }, '2026-03-01T08:00:00.000Z', '7'],
      [{ content: 'and short' }, null, null],
    ]);
    await store.close();
  });

  it('leaves an uncertain posting alone until an editor has decided', async () => {
    for (const verdict of ['there', 'again'] as const) {
      const { clock, store, held, until, ledger } = await begun(newPlace);
      await ledger.beginAttempt(held, 0, '7', until());
      expect(await ledger.finish(held, 'uncertain', 'history')).toBe(true);
      clock.pass('PT48H');
      expect(await ledger.pending()).toStrictEqual([]);
      expect(await ledger.lastDate('c1', 'morning', '2026-03-02')).toBe('2026-03-01');
      expect(await ledger.resolve(held.id, verdict)).toBe(true);
      expect(await ledger.resolve(held.id, verdict)).toBe(false);
      const taken = await ledger.lease(held.id, until());
      expect(taken?.parts.map(({ state, tried }) => [state, tried])).toStrictEqual([
        verdict === 'there' ? ['posted', '2026-03-01T08:00:00.000Z'] : ['waiting', null],
        ['waiting', null],
      ]);
      await store.close();
    }
  });
}
