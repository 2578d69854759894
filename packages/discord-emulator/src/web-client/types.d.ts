import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { createActions } from './actions.js';
import type { LogEntry, Message, State } from './protocol.d.ts';

export type Guild = State['guilds'][number];
export type Channel = Guild['channels'][number];
export type Command = Guild['commands'][number];

/** Something that a user did and that the bot has not finished answering. */
export interface Waiting {
  readonly nonce: string;
  readonly kind: 'command' | 'component' | 'modal';
  readonly guild: string | null;
  readonly channel: string;
  /** What was done, as the log line says it: the command's name or the button's label. */
  readonly label: string;
  readonly message?: string;
  /** The custom_id of the button or select. */
  readonly control?: string;
  /** Why it failed, in a sentence; null while it is still open. */
  readonly failed: string | null;
}

export interface OpenModal {
  readonly nonce: string;
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly guild: string | null;
  readonly channel: string;
  readonly message?: string;
}

export interface Picture {
  readonly url: string;
  readonly alt: string;
}

interface MenuItem {
  readonly label: string;
  readonly act: () => void;
  readonly heading?: string;
  readonly ticked?: boolean;
}

export interface OpenMenu {
  readonly title: string;
  readonly note?: string;
  readonly x: number;
  readonly y: number;
  readonly items: readonly MenuItem[];
}

/** Everything that the page shows, as one value. */
export interface View {
  readonly state: State | null;
  /** Whether the emulator answers. */
  readonly linked: boolean;
  readonly user: string;
  /** Null in the direct messages. */
  readonly guild: string | null;
  readonly channel: string;
  /** Of the open channel, oldest first; null while they are on their way. */
  readonly messages: readonly Message[] | null;
  /** Channels with something new: how many of the new messages name the user. */
  readonly unread: ReadonlyMap<string, number>;
  readonly waiting: readonly Waiting[];
  /** Words that something on the page puts into the composer; null once they are there. */
  readonly draft: string | null;
  readonly modal: OpenModal | null;
  readonly menu: OpenMenu | null;
  readonly lightbox: { readonly pictures: readonly Picture[]; readonly at: number } | null;
  /** The raw traffic: shut, or open on everything or on one message. */
  readonly traffic: { readonly message: Message | null } | null;
  readonly entries: readonly LogEntry[];
  /** What the emulator's own button said, and where it was pressed; null words while it has not said anything yet. */
  readonly said: { readonly channel: string; readonly words: string | null } | null;
  readonly drawer: 'channels' | 'members' | null;
  readonly members: boolean;
  readonly theme: 'dark' | 'light';
  /** Milliseconds since 1970, moved on now and then so that relative times keep up. */
  readonly now: number;
}

type Actions = ReturnType<typeof createActions>;

export interface Client {
  readonly view: View;
  readonly act: Actions;
}
