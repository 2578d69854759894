import type { Ask } from '../../src/commands/command.ts';
import { TERMINAL } from '../../src/commands/ask.ts';
import type { Block, Card, Line } from '../../src/reply/model/card.ts';
import { parseMarkdown, plainText, type Node } from '@factdesk/discord-emulator/markdown';
import type { Message } from '../../src/discord/format/message.ts';

export const ask = (options: Ask['options'] = { name: 'ana petrova' }, command = 'who'): Ask => ({
  command,
  options,
  now: Temporal.Instant.from('2031-03-16T20:00:00Z'),
  locale: 'en-GB',
  story: null,
  from: TERMINAL,
});

export const line = (words: string, as: Line['as'] = 'text'): Line => ({ as, words: [words] });

export const card = (parts: Partial<Card>): Card => ({
  outcome: 'answer',
  title: ['Ana Petrova'],
  lead: [],
  sections: [],
  foot: [line('Flood in Vessmouth · 12 facts', 'small')],
  entity: null,
  facts: [],
  related: [],
  suggestions: [],
  checks: [],
  ...parts,
});

/** A fact as commands show it: statement, snippet, source line. */
export const factBlock = (says: string, quote: string): Block => ({
  lines: [line(says), line(quote, 'quote'), line('s1, Harbour Post, line 3', 'small')],
});

/** The texts of a message in order. */
export const textsOf = ({ components }: Message): string[] =>
  components.flatMap((component) =>
    component.type === 17 ? component.components.flatMap((inner) => (inner.type === 10 ? [inner.content] : [])) : [],
  );

export interface ShownButton {
  readonly label: string;
  readonly id: string;
  readonly disabled: boolean;
}

export const buttonsOf = ({ components }: { readonly components?: readonly unknown[] }): ShownButton[] =>
  (components ?? []).flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    if ('custom_id' in component && 'label' in component) {
      const disabled = 'disabled' in component && component.disabled === true;
      return [{ label: String(component.label), id: String(component.custom_id), disabled }];
    }
    return 'components' in component && Array.isArray(component.components)
      ? buttonsOf({ components: component.components })
      : [];
  });

/** Every node of a text as an independent reader of Discord's markdown sees it. */
export function nodesOf(text: string): Node[] {
  const inside = (node: Node): Node[] => [
    node,
    ...('children' in node ? node.children.flatMap(inside) : []),
    ...(node.type === 'list' ? node.items.flat().flatMap(inside) : []),
  ];
  return parseMarkdown(text).flatMap(inside);
}

export const read = (text: string): string => plainText(parseMarkdown(text));
