import { describe, expect, it } from 'vitest';
import { answerAsOf, parseInstant } from '../../../src/commands/lookup/as-of.ts';
import { commands } from '../../../src/commands/index.ts';
import { TERMINAL } from '../../../src/commands/ask.ts';
import { cardText } from '../../../src/reply/plain-text.ts';
import { desk, NOW } from '../ask-command.ts';

/** Of the flood: London, in winter time until 30 March 2031. */
const ZONE = 'Europe/London';

describe('a time as people type it', () => {
  it.each([
    ['2031-03-15T14:00Z', '2031-03-15T14:00:00Z'],
    ['15 March 2031 14:00', '2031-03-15T14:00:00Z'],
    ['15 March, 9.30', '2031-03-15T09:30:00Z'],
    ['yesterday 18:00', '2031-03-15T18:00:00Z'],
    ['18h05', '2031-03-16T18:05:00Z'],
    ['15.3.2031', '2031-03-15T23:59:59.999Z'],
    ['15.3.2031 8:15', '2031-03-15T08:15:00Z'],
    ['gestern', '2031-03-15T23:59:59.999Z'],
    ['today', NOW.toString()],
    ['1 July 2030, 12:00', '2030-07-01T11:00:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text, NOW, ZONE)?.toString()).toBe(instant);
  });

  it.each(['', 'the flood', '31 February 2031', '25:00', '12:60'])('"%s" is none', (text) => {
    expect(parseInstant(text, NOW, ZONE)).toBeNull();
  });
});

describe('as_of', () => {
  const look = (command: string, options: Record<string, string>, history = desk.history) => {
    const found = commands.find(({ definition: data }) => data.name === command) ?? expect.fail(command);
    const ask = { command, options, now: NOW, locale: 'en', story: 'harbour-flood', from: TERMINAL };
    return answerAsOf(found, ask, { ...desk, history });
  };

  it('is an option of every look-up', () => {
    const lookUps = [
      'who',
      'where',
      'timeline',
      'when',
      'what',
      'quote',
      'figure',
      'source',
      'search',
      'claim',
      'brief',
    ];
    const takes = commands.filter(({ definition: data }) => data.options?.some(({ name }) => name === 'as_of'));
    expect(takes.map(({ definition: data }) => data.name)).toEqual(expect.arrayContaining(lookUps));
    // A command that acts must not act on the past.
    const acts = (of: (typeof takes)[number]['notRepeatable']): boolean => of === true || Array.isArray(of);
    expect(takes.filter(({ notRepeatable }) => acts(notRepeatable))).toEqual([]);
  });

  it('says so where nothing of earlier times is kept', async () => {
    await expect(look('who', { name: 'edda-brandt', as_of: 'yesterday' })).rejects.toThrow('Nothing is kept here');
  });

  it('is refused for what is no time, and for what is still ahead', async () => {
    const history = { at: async () => null, dryRun: async () => null, refresh: async () => {} };
    await expect(look('who', { name: 'x', as_of: 'the flood' }, history)).rejects.toThrow('is no time that I can read');
    await expect(look('who', { name: 'x', as_of: '1 May 2031' }, history)).rejects.toThrow('is still ahead');
    const before = await look('who', { name: 'x', as_of: 'yesterday' }, history);
    expect(cardText(before, 'en')).toContain(
      'Nothing is kept of The flood in Vessmouth harbour before Sat 15 March 2031, 23:59',
    );
    expect(before.outcome).toBe('nothing');
  });
});

describe('a fact past its shelf life', () => {
  it('says how long ago somebody looked, counted from the check, else from its source', async () => {
    const ask = (now: string, fact: string) => {
      const command = commands.find(({ definition: data }) => data.name === 'search') ?? expect.fail();
      const asked = {
        command: 'search',
        options: { words: fact },
        locale: 'en',
        story: 'harbour-flood',
        from: TERMINAL,
      };
      return answerAsOf(command, { ...asked, now: Temporal.Instant.from(now) }, desk);
    };
    // States of this story live for two days, figures for three; an event for ever. h02 is a state of 15 March.
    expect(cardText(await ask('2031-03-17T12:00:00Z', 'h02'), 'en')).not.toContain('verified');
    expect(cardText(await ask('2031-03-18T12:00:00Z', 'h02'), 'en')).toContain(
      'Not verified since its source of 3 days ago',
    );
    expect(cardText(await ask('2031-05-18T12:00:00Z', 'h01'), 'en')).not.toContain('verified');
  });
});
