import type { Command } from '../../src/commands/command.ts';
import { buttonsOf, card, factBlock } from './sample-commands.ts';
import type { Joined } from './joined-bot.ts';

/** What a user sees come of something: a message, or nothing. */
export type Shown = Awaited<ReturnType<Joined['reporter']['slash']>>['message'];

export const labels = (message: Shown): string[] => buttonsOf(message ?? {}).map(({ label }) => label);

export const pageOf = (message: Shown): string | undefined =>
  labels(message).find((label) => label.startsWith('Page '));

/** The id of the button that says so. */
export function idOf(message: Shown, label: string): string {
  const found = buttonsOf(message ?? {}).find((button) => button.label === label);
  if (found === undefined) throw new Error(`no button "${label}" among ${labels(message).join(', ')}`);
  return found.id;
}

/** Every id of a message, menus included. */
export function allIds(message: Shown): string[] {
  const ids: string[] = [];
  JSON.stringify(message?.components ?? [], (key, value: unknown) => {
    if (key === 'custom_id' && typeof value === 'string') ids.push(value);
    return value;
  });
  return ids;
}

/** A command of forty facts: more than two pages. It says at which instant it was asked, as an answer about "yesterday" would. */
export const long: Command = {
  definition: {
    name: 'long',
    description: 'For a test',
    options: [
      { type: 3, name: 'words', description: 'Words' },
      { type: 5, name: 'share', description: 'Show it to all' },
    ],
  },
  queryOption: 'words',
  answer: ({ now, options }) =>
    card({
      title: [`Asked ${now.toString()} about ${options['words'] ?? 'all'}`],
      sections: [
        {
          blocks: Array.from({ length: 40 }, (_, n) =>
            factBlock(`Statement ${n + 1}.`, `Snippet ${n + 1}. `.repeat(10)),
          ),
        },
      ],
    }),
};
