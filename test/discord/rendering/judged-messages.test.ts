import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/commands/command.ts';
import { LANGUAGES } from '../../../src/reply/model/language.ts';
import { buttonsOf } from '../sample-commands.ts';
import { BOARD, curating } from '../curation-newsroom.ts';
import { desk, ids, joined, refusals, requests, until } from '../joined-bot.ts';

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

/** What subcommands cannot do without. */
const NEEDED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fact show': { fact: 'h04' },
  'fact propose': { kind: 'quote', source: 's1', speaker: 'edda-brandt' },
  'fact correct': { fact: 'h03' },
  'fact update': { fact: 'h02', source: 's2' },
  'fact retract': { fact: 'h05' },
  'fact verify': { fact: 'h03', source: 's1' },
  'fact approve': { proposal: 'none' },
  'fact edit': { proposal: 'none' },
  'fact reject': { proposal: 'none' },
  'fact withdraw': { proposal: 'none' },
  'question ask': { words: 'How high did the water stand?' },
  'question own': { question: 'none' },
  'question answer': { question: 'none', fact: 'h03' },
  'question drop': { question: 'none' },
  'question link': { words: 'Vesmuth', name: 'vessmouth' },
};

/** What is written into windows. */
const WRITTEN: Readonly<Record<string, string>> = {
  says: 'It had rained for two days; nobody knew.',
  snippet: '“Nobody sets foot on the quay before I do,”',
  words: 'Nobody sets foot on the quay before I do,',
  when: '',
  reason: 'Somebody * rang _ the @office.',
  why: 'No.',
  value: '400',
};

/** A command, or each of its subcommands, with what it is asked. */
function each({
  definition: data,
  queryOption: query,
}: Command): { readonly name: string; readonly asked: readonly Record<string, string>[] }[] {
  const subcommands = (data.options ?? []).filter(({ type }) => type === 1);
  if (subcommands.length > 0) {
    return subcommands.map(({ name }) => `${data.name} ${name}`).map((name) => ({ name, asked: [NEEDED[name] ?? {}] }));
  }
  const words = WORDS[data.name] ?? USUAL;
  return [{ name: data.name, asked: query === null ? [{}] : words.map((word) => ({ [query]: word })) }];
}

describe('everything that the bot sends', () => {
  it('is valid: each command, each of its buttons and windows, each language', { timeout: 240_000 }, async () => {
    await using it = await curating({ bot: { draw: async () => PNG } });
    const { store } = it;
    const ines = it.room.as(ids.administrator).in(ids.desk);
    const pressAll = async (message: APIMessage | null, person = ines): Promise<void> => {
      for (const { id, disabled } of buttonsOf(message ?? {})) {
        // A turned page has other ids: whatever is still on the message is pressed.
        const there = buttonsOf(it.room.stored(message?.id ?? '')?.message ?? {}).some((button) => button.id === id);
        if (!disabled && there) await filled(person, await person.press(message ?? '', id));
      }
    };
    const filled = async (person: typeof ines, { modal, message }: Awaited<ReturnType<typeof ines.slash>>) => {
      const fields = [...JSON.stringify(modal ?? {}).matchAll(/"custom_id":"(1\.form\.(\w+)\.[^"]*)"/g)];
      if (fields.length === 0) return message;
      const values = fields.map(
        ([, id = '', option = '']) => [JSON.parse(`"${id}"`) as string, WRITTEN[option] ?? 'x'] as const,
      );
      return (await person.submit(modal ?? {}, Object.fromEntries(values))).message;
    };
    for (const [n, language] of LANGUAGES.entries()) {
      await store.settings.set('channel', ids.desk, { language });
      await store.settings.set('server', ids.harbour, { language });
      for (const { name, asked } of desk.commands.flatMap(each)) {
        for (const options of n === 0 ? asked : asked.slice(0, 1)) {
          await pressAll(await filled(ines, await ines.slash(name, options)));
        }
      }
    }
    const editor = it.room.as(ids.editor).in(BOARD);
    await until(() => it.cards().length > 3);
    for (const card of it.cards()) await pressAll(card, editor);
    expect(requests(it.room, /callback/).length).toBeGreaterThan(200);
    expect(refusals(it.room)).toEqual([]);
    expect(it.log.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
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
