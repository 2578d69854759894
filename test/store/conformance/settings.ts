import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { handClock, type NewPlace } from '../engines.ts';

const clock = handClock('2026-03-01T08:00:00Z');

export function keepsSettings(newPlace: NewPlace): void {
  it('keeps a setting over a restart', async () => {
    const place = await newPlace();
    const first = await openStore(place, { clock });
    await first.settings.set('server', 's1', { story: 'kosovo', share: true });
    await first.settings.set('server', 's1', { language: 'el' });
    await first.close();
    const second = await openStore(place, { clock });
    expect(await second.settings.get('server', 's1')).toStrictEqual({ story: 'kosovo', share: true, language: 'el' });
    expect(await second.settings.get('channel', 's1')).toStrictEqual({});
    await second.close();
  });

  it('lets a channel differ from its server, and takes a setting away', async () => {
    const store = await openStore(await newPlace(), { clock });
    const roles = { reporter: ['1', '2'], editor: ['3'], administrator: [] };
    await store.settings.set('server', 's1', { story: 'kosovo', roles, share: true });
    await store.settings.set('channel', 'c1', { story: 'floods', share: false });
    expect(await store.settings.at('s1', 'c1')).toStrictEqual({ story: 'floods', roles, share: false });
    expect(await store.settings.at('s1', 'c2')).toStrictEqual({ story: 'kosovo', roles, share: true });
    expect(await store.settings.at(null, 'c1')).toStrictEqual({ story: 'floods', share: false });
    await store.settings.set('channel', 'c1', { story: null });
    expect(await store.settings.at('s1', 'c1')).toStrictEqual({ story: 'kosovo', roles, share: false });
    await store.close();
  });

  it('tells at once what another process has set, and what was set here', async () => {
    const place = await newPlace();
    const [here, there] = [await openStore(place, { clock }), await openStore(place, { clock })];
    const roles = (...editor: string[]) => ({ roles: { reporter: [], editor, administrator: [] } });
    await here.settings.set('server', 's1', roles('1'));
    // Read twice, so that it would be kept.
    for (const store of [here, there, here, there]) expect(await store.settings.at('s1', 'c1')).toEqual(roles('1'));
    await there.settings.set('server', 's1', roles());
    for (const store of [here, there]) expect(await store.settings.at('s1', 'c1')).toEqual(roles());
    await here.settings.set('channel', 'c1', { story: 'floods' });
    for (const store of [here, there])
      expect(await store.settings.at('s1', 'c1')).toEqual({ ...roles(), story: 'floods' });
    await Promise.all([here.close(), there.close()]);
  });

  it('keeps any text letter for letter', async () => {
    const store = await openStore(await newPlace(), { clock });
    const story = `'; drop table setting; -- \u202E Приштина “ΚΟΣΟΒΟ” \u{1F4F0} $1 ?`;
    await store.settings.set('channel', story, { story });
    expect(await store.settings.get('channel', story)).toStrictEqual({ story });
    await store.close();
  });

  it('stores nothing of a change that is wrong in part', async () => {
    const store = await openStore(await newPlace(), { clock });
    const wrong: object = { story: 'kosovo', theme: 'purple' };
    await expect(store.settings.set('server', 's1', wrong)).rejects.toThrow('theme');
    expect(await store.settings.get('server', 's1')).toStrictEqual({});
    await store.close();
  });
}
