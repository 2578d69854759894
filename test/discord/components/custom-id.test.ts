import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/commands/command.ts';
import { decodeCustomIds, encodeCustomIds } from '../../../src/discord/components/custom-id.ts';
import { fitsCustomIds, decodeAsk, encodeAsk } from '../../../src/discord/components/ask-state.ts';
import { cleanInput } from '../../../src/discord/format/text.ts';
import { ask } from '../sample-commands.ts';
import { anything } from '../hostile-text.ts';

const PRESSES = [
  { action: 'page', argument: '-1' },
  { action: 'page', argument: '0' },
  { action: 'page', argument: '1' },
  { action: 'post', argument: '0' },
];

const idsFor = (state: string): string[] => encodeCustomIds(PRESSES, state) ?? [];

const typed = anything.map(cleanInput).filter((text) => text !== '');

describe('a question in the ids of buttons', () => {
  it('stands there in no form that a client could take for a link or a mention', () => {
    const state = encodeAsk(ask({ name: 'see https://evil.example and <@123456789012345678>' }));
    expect(idsFor(state).join('')).not.toMatch(/https?:|<@\d/);
  });

  it('comes back as it was typed, to the second', () => {
    fc.assert(
      fc.property(
        typed,
        typed,
        fc.constantFrom(null, 'harbour-flood'),
        fc.nat(2_000_000_000),
        (name, from, story, seconds) => {
          const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
          const { from: _, ...kept } = ask({ query: name, from }, 'timeline');
          const asked = { ...kept, story, now };
          fc.pre(fitsCustomIds(asked));
          const ids = idsFor(encodeAsk(asked));
          expect(ids).toHaveLength(4);
          for (const id of ids) {
            expect(id.length).toBeLessThanOrEqual(100);
            expect(id.isWellFormed()).toBe(true);
            const back = decodeAsk(decodeCustomIds(id, ids.toReversed())?.state ?? '');
            expect(back).toMatchObject({ command: 'timeline', options: { query: name, from }, locale: 'en-GB', story });
            expect(back?.now.toString()).toBe(now.toString());
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('takes any one option of 100 letters, whatever they are', () => {
    for (const letter of ['a', 'ж', '字', '~', '|', '😀']) {
      const name = cleanInput(letter.repeat(100));
      expect(fitsCustomIds(ask({ name }, 'timeline'))).toBe(true);
      const state = encodeAsk(ask({ name }, 'timeline'));
      expect(decodeAsk(decodeCustomIds(idsFor(state)[1] ?? '', idsFor(state))?.state ?? '')?.options).toEqual({ name });
    }
  });

  it('does not fit when it is longer than the ids of the page buttons', () => {
    const long = { query: 'a'.repeat(100), from: 'b'.repeat(100), to: 'c'.repeat(100) };
    expect(fitsCustomIds(ask(long, 'timeline'))).toBe(false);
    expect(encodeCustomIds(PRESSES.slice(0, 3), 'x'.repeat(300))).toBeNull();
  });
});

describe('ids that are not as they were sent', () => {
  const state = encodeAsk(
    ask({ query: 'what the harbour office said about the boats that were torn from the quay on Friday' }, 'search'),
  );
  const ids = idsFor(state);
  const other = idsFor(
    encodeAsk(ask({ query: 'another question of the same length, more or less, about something else' }, 'search')),
  );

  it('are refused with one letter changed, in whichever part', () => {
    for (const place of ids.keys()) {
      for (let at = 0; at < (ids[place] ?? '').length; at += 1) {
        const changed = ids.map((id, n) => (n === place ? `${id.slice(0, at)}\u00A4${id.slice(at + 1)}` : id));
        expect(decodeCustomIds(changed[place] ?? '', changed)).toBeNull();
      }
    }
  });

  it('are refused with a part missing, doubled, or from another message', () => {
    expect(decodeCustomIds(ids[0] ?? '', ids)?.state).toBe(state);
    expect(decodeCustomIds(ids[0] ?? '', ids.slice(0, 1))).toBeNull();
    expect(decodeCustomIds(ids[0] ?? '', [ids[0] ?? '', ids[0] ?? '', ...ids.slice(2)])).toBeNull();
    expect(decodeCustomIds(ids[0] ?? '', [ids[0] ?? '', ...other.slice(1)])).toBeNull();
  });

  it('are refused when the pressed one is not on the message', () => {
    expect(decodeCustomIds(other[0] ?? '', ids)).toBeNull();
    expect(decodeCustomIds('', ids)).toBeNull();
  });

  it('never throw, whatever was sent in their place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, fc.constantFrom(...ids)), { maxLength: 5 }), (forged) => {
        expect([state, undefined]).toContain(decodeCustomIds(forged[0] ?? '', forged)?.state);
        expect([null, 'object']).toContain(decodeAsk(forged.join('|')) && 'object');
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a state that no button of ours holds', () => {
  const far = Temporal.Instant.from('+100000-01-01T00:00:00Z');

  it.each<[string, Partial<Ask>]>([
    ['no command', { command: '' }],
    ['a command that cannot be', { command: 'WHO; rm' }],
    ['a time beyond all calendars', { now: far }],
    ['no language', { locale: '' }],
    ['a language that cannot be', { locale: 'en/../x' }],
    ['a story outside the folder', { story: '../x' }],
    ['an option without a value', { options: { name: '' } }],
    ['an option of the language itself', { options: { ['__proto__']: 'a' } }],
    ['text that nobody can type', { options: { name: 'a\u202Eb' } }],
    ['a value of 101 letters', { options: { name: 'a'.repeat(101) } }],
  ])('is refused: %s', (_what, wrong) => {
    expect(decodeAsk(encodeAsk({ ...ask({ name: 'a' }), ...wrong }))).toBeNull();
  });

  it('is refused with an option in it twice, or with nothing in it', () => {
    const once = encodeAsk(ask({ name: 'a' }));
    const twice = encodeAsk(ask({ name: 'a', xame: 'a' }))
      .replace('xame', 'name')
      .replace('emax', 'eman');
    expect(twice).toHaveLength(once.length + 7);
    expect(decodeAsk(twice)).toBeNull();
    expect(decodeAsk('')).toBeNull();
  });

  it('is told from one that is right', () => {
    expect(decodeAsk(encodeAsk(ask({ name: 'a' })))?.options).toEqual({ name: 'a' });
  });
});
