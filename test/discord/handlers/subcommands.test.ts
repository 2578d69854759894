import { describe, expect, it } from 'vitest';
import type { Ask, Command } from '../../../src/commands/command.ts';
import { toAsk } from '../../../src/discord/interactions/parse-ask.ts';
import { idOf } from '../press-buttons.ts';
import { card } from '../sample-commands.ts';
import { joined, textIn } from '../joined-bot.ts';

/** A command with two subcommands, which says what it was asked. */
const desk: Command = {
  definition: {
    name: 'desk',
    description: 'For a test',
    options: [
      {
        type: 1,
        name: 'open',
        description: 'Opens it',
        options: [
          { type: 3, name: 'words', description: 'Words', autocomplete: true },
          { type: 5, name: 'share', description: 'Show it to all' },
        ],
      },
      { type: 1, name: 'shut', description: 'Shuts it', options: [] },
    ],
  },
  queryOption: 'words',
  answer: ({ options }) => card({ title: [JSON.stringify(Object.entries(options))], suggestions: [] }),
  autocomplete: ({ options, focused }) => [
    { name: `${options['action'] ?? 'none'} ${focused} ${options[focused] ?? ''}`, value: 'x' },
  ],
};

describe('a subcommand', () => {
  it('is asked as the command with its name in the option "action", and its own options beside it', async () => {
    await using it = await joined({ more: [desk] });
    const open = await it.reporter.slash('desk open', { words: 'the door' });
    expect(textIn(open.message)).toContain('action\\",\\"open');
    expect(textIn(open.message)).toContain('words\\",\\"the door');
    const shut = await it.reporter.slash('desk shut');
    expect(textIn(shut.message)).toContain('action\\",\\"shut');
  });

  it('is completed while it is typed', async () => {
    await using it = await joined({ more: [desk] });
    expect(await it.reporter.type('desk open', 'words', 'do')).toEqual([{ name: 'open words do', value: 'x' }]);
  });

  it('can be shown to everybody, and asked again by a button', async () => {
    await using it = await joined({ more: [desk] });
    const own = await it.reporter.slash('desk open', { words: 'a' });
    await it.restart();
    await it.reporter.press(own.message ?? '', idOf(own.message, 'Post here'));
    await it.reporter.slash('desk open', { words: 'b', share: true });
    const [first, second] = it.editor.messages().map(textIn);
    expect(first).toContain('/desk open · a');
    expect(second).toContain('/desk open · b');
  });

  it('cannot be named by an option that somebody made up', () => {
    const circumstances = { locale: 'en', story: null, from: {} as Ask['from'], share: false, theme: 'dark' } as const;
    const options = [{ type: 3, name: 'action', value: 'open' } as const];
    const clock = { now: () => Temporal.Instant.from('2031-03-16T20:00:00Z') };
    expect(toAsk({ data: { name: 'desk', options } }, clock, circumstances).ask.options).toEqual({});
  });
});
