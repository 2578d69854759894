import type { PictureFile } from '../../store/outbox/outbox-entry.ts';

/** The channel's side of posting: every call, and every way in which it can end. */
export interface ChannelApi {
  /** The bot's own user id. */
  readonly self: string;
  post(
    channel: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
    files?: readonly PictureFile[],
  ): Promise<PostResult>;
  /** At most 100 messages: the first ones after the snowflake, or the newest. */
  history(channel: string, after: string | null, limit: number, signal: AbortSignal): Promise<HistoryResult>;
  /** One message, as Discord has it. */
  read(channel: string, message: string, signal: AbortSignal): Promise<ReadResult>;
  /** Puts what the body names in place of what the message had; the same edit twice is the same message. */
  edit(
    channel: string,
    message: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<EditResult>;
  /** Whether the bot may read what was written in the channel before; null when that cannot be found out now. */
  readable(channel: string): Promise<boolean | null>;
}

/** `doubt` says that it may or may not have been done; every other answer proves what it says. */
export type ApiFailure =
  /** The message was there, and is gone. */
  | { readonly is: 'deleted' }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'later'; readonly ms: number }
  | { readonly is: 'doubt' };

export type PostResult = { readonly is: 'posted'; readonly message: string } | ApiFailure;
export type ReadResult = { readonly is: 'read'; readonly message: Readonly<Record<string, unknown>> } | ApiFailure;
export type EditResult = { readonly is: 'edited' } | ApiFailure;

export interface ChannelMessage {
  readonly id: string;
  readonly author: string;
  /** Everything that it says, in whatever shape. */
  readonly text: string;
}

export type HistoryResult =
  | { readonly is: 'read'; readonly messages: readonly ChannelMessage[] }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'failed' };
