import type { APIButtonComponentWithCustomId, APIMessageTopLevelComponent } from 'discord-api-types/v10';

/**
 * The body of a message as it is sent. Nobody is ever pinged by it: not by the answer to an interaction, and not by a post,
 * where Discord would ping everybody who is named. Text displays can ping like any other text.
 */
export interface Message {
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly never[] };
  readonly components: readonly APIMessageTopLevelComponent[];
}

export const NOBODY: Message['allowed_mentions'] = { parse: [] };

/** Kinds of components, as Discord counts them: https://docs.discord.com/developers/components/reference#component-object-component-types */
export const KIND = { row: 1, button: 2, text: 10, separator: 14, container: 17 } as const;

export const LOOK = { main: 1, plain: 2 } as const;

export type Button = APIButtonComponentWithCustomId;
