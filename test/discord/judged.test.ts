import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/commands/command.ts';
import { LANGUAGES } from '../../src/reply/say.ts';
import { openStore } from '../../src/store/store.ts';
import { buttonsOf } from './cards.ts';
import { desk, ids, joined, refusals, requests } from './joined.ts';

const clock = { now: () => Temporal.Instant.from('2031-03-16T20:00:00Z') };
/** A one-pixel picture: what is judged is how it is sent. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** One that hits and one that misses, for every command. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  who: ['edda-brandt', 'Brandt', 'the astronaut'],
  where: ['North Quay', 'customs house', 'the moon'],
  quote: ['edda-brandt', 'town council'],
  source: ['s1', 'the Times'],
  brief: ['2031-03-15'],
  check: ['Three boats were torn from the North Quay. Edda Brandt is the harbour master.'],
};
const USUAL = ['the flood', 'a motorcycle race on the moon'];

/** A command, or each of its subcommands. */
const each = ({ data, query }: Command): { readonly name: string; readonly query: string | null }[] => {
  const subcommands = (data.options ?? []).filter(({ type }) => type === 1);
  return subcommands.length === 0
    ? [{ name: data.name, query }]
    : subcommands.map(({ name }) => ({ name: `${data.name} ${name}`, query: null }));
};

describe('everything that the bot sends', () => {
  it('is valid: each command, each of its buttons, each language', { timeout: 120_000 }, async () => {
    const store = await openStore({ file: ':memory:' }, { clock, secret: 'for a test' });
    await using it = await joined({ store, bot: { draw: async () => PNG } });
    const ines = it.room.as(ids.administrator).in(ids.desk);
    for (const [n, language] of LANGUAGES.entries()) {
      await store.settings.set('channel', ids.desk, { language });
      for (const { name, query } of desk.commands.flatMap(each)) {
        const words = query === null ? [null] : (WORDS[name] ?? USUAL);
        for (const one of n === 0 ? words : words.slice(0, 1)) {
          const { message } = await ines.slash(name, query === null || one === null ? {} : { [query]: one });
          for (const { id, disabled } of buttonsOf(message ?? {})) {
            // A turned page has other ids: whatever is still on the message is pressed.
            const there = buttonsOf(it.room.stored(message?.id ?? '')?.message ?? {}).some(
              (button) => button.id === id,
            );
            if (!disabled && there) await ines.press(message ?? '', id);
          }
        }
      }
    }
    expect(requests(it.room, /callback/).length).toBeGreaterThan(200);
    expect(refusals(it.room)).toEqual([]);
    expect(it.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
    await store.close();
  });

  it('would be found out if it were not', async () => {
    const it = await joined();
    await fetch(`${it.room.api}/v10/channels/${ids.desk}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bot ${it.room.token}` },
      body: JSON.stringify({ content: 'x'.repeat(2_001) }),
    });
    expect(refusals(it.room)).toHaveLength(1);
    await expect(it[Symbol.asyncDispose]()).rejects.toThrow('Discord would not have taken');
  });
});
