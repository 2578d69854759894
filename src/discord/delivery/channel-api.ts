import type { PictureFile } from '../../store/outbox/outbox-entry.ts';

/** The calls of Discord's API that the jobs need, with every result that a call may have. */
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
  /** One message as Discord returns it. */
  read(channel: string, message: string, signal: AbortSignal): Promise<ReadResult>;
  /** Replaces the fields that the body names. Idempotent. */
  edit(
    channel: string,
    message: string,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<EditResult>;
  /** Whether the bot may read earlier messages of the channel; null when it cannot find out now. */
  readable(channel: string): Promise<boolean | null>;
}

/** `doubt`: it may have been done. Every other result is certain. */
export type ApiFailure =
  /** The message was there and is deleted. */
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
  /** Everything in it as JSON: content, components and embeds. */
  readonly text: string;
}

export type HistoryResult =
  | { readonly is: 'read'; readonly messages: readonly ChannelMessage[] }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'failed' };
