import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/commands/permissions.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import { digest } from '../../../src/commands/digest/digest.ts';
import { parseWeekdays, parseTime, parseTimeZone } from '../../../src/commands/digest/parse-options.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { desk, NOW } from '../ask-command.ts';

const clock = { now: () => NOW };
const EDITOR: Origin = { ...TERMINAL, server: '1', channel: '10', user: '100', managesChannel: true };

describe('/digest', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ file: ':memory:' }, { clock });
  });
  afterEach(() => store.close());

  const say = async (options: Record<string, string>, from = EDITOR): Promise<string> => {
    const ask = { command: 'digest', options, now: NOW, locale: 'en', story: 'harbour-flood', from };
    return cardText(await digest.answer(ask, { ...desk, store }), 'en');
  };

  it('sets the brief of the channel and says when the next one comes', async () => {
    const text = await say({
      action: 'set',
      time: '7.30',
      zone: 'europe/belgrade',
      days: 'Mon-Fri',
      edition: 'morning',
    });
    expect(text).toContain('The brief “morning” is set for this channel');
    expect(text).toContain('“morning”: 07:30 Europe/Belgrade, Mon, Tue, Wed, Thu, Fri');
    // NOW is Sunday evening.
    expect(text).toContain('Next: Mon 17 March 2031, 07:30');
  });

  it('takes the zone of the story, every day and seven o’clock where nothing else is said', async () => {
    expect(await say({ action: 'set' })).toContain('“daily”: 07:00 Europe/London, every day');
  });

  it('pauses, goes on and removes, and says so when there is no such brief', async () => {
    await say({ action: 'set' });
    expect(await say({ action: 'pause' })).toContain('paused');
    expect(await say({ action: 'resume' })).toContain('goes on');
    expect(await say({ action: 'remove' })).toContain('No daily brief is set for this channel');
    await expect(say({ action: 'pause' })).rejects.toThrow('no brief called “daily”');
  });

  it('shows what would be posted, and all that would stop it', async () => {
    await say({ action: 'set' });
    const text = await say({ action: 'preview' }, { ...EDITOR, lacks: ['Send Messages', 'Embed Links'] });
    expect(text).toContain('This would stop it');
    expect(text).toContain('Send Messages, Embed Links');
    expect(text).toContain('Where it stands');
    expect(await say({ action: 'preview' })).not.toContain('This would stop it');
  });

  it('is not set where it could not be posted, nor by those who may not manage the channel', async () => {
    await expect(say({ action: 'set' }, { ...EDITOR, lacks: ['Send Messages'] })).rejects.toThrow('Send Messages');
    await expect(say({ action: 'set' }, { ...EDITOR, managesChannel: false })).rejects.toThrow(
      'may manage this channel',
    );
    await expect(say({ action: 'set' }, { ...EDITOR, server: null })).rejects.toThrow('direct message');
    expect(await store.digests.ofServer('1')).toEqual([]);
  });

  it('keeps the briefs of other channels to themselves', async () => {
    await say({ action: 'set' }, { ...EDITOR, channel: '11' });
    expect(await say({ action: 'list' })).toContain('No daily brief is set for this channel');
  });
});

describe('what is typed into /digest', () => {
  it.each([
    ['7:30', '07:30'],
    ['07.05', '07:05'],
    ['23h59', '23:59'],
  ])('reads the time %s', (typed, time) => {
    expect(parseTime(typed, 'en')).toBe(time);
  });

  it.each(['25:00', '7', '07:60', 'noon', '-1:00'])('refuses the time %s', (typed) => {
    expect(() => parseTime(typed, 'en')).toThrow('Write it like 07:30');
  });

  it.each([
    ['', [1, 2, 3, 4, 5, 6, 7]],
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['wed, mon', [1, 3]],
    ['sat-mon', [1, 6, 7]],
    ['135', [1, 3, 5]],
  ])('reads the days “%s”', (typed, days) => {
    expect(parseWeekdays(typed, 'en')).toEqual(days);
  });

  it.each([
    ['Δευ-Παρ', 'el', [1, 2, 3, 4, 5]],
    ['pon, sri, pet', 'hr', [1, 3, 5]],
    ['Sa-So', 'de', [6, 7]],
    ['lundi, mer', 'fr', [1, 3]],
    ['Mon-Fri', 'fr', [1, 2, 3, 4, 5]],
    ['κάθε ημέρα', 'el', [1, 2, 3, 4, 5, 6, 7]],
  ] as const)('reads the days “%s” in %s', (typed, language, days) => {
    expect(parseWeekdays(typed, language)).toEqual(days);
  });

  it('reads no day of a language that the reader does not have', () => {
    expect(() => parseWeekdays('pon', 'de')).toThrow('keine Wochentage');
  });

  it('refuses days and zones that are none', () => {
    expect(() => parseWeekdays('someday', 'en')).toThrow('not days of the week');
    expect(() => parseTimeZone('Mars/Olympus', 'en')).toThrow('not a time zone');
    expect(parseTimeZone('europe/belgrade', 'en')).toBe('Europe/Belgrade');
  });
});
