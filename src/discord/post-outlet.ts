/** The channel's side of posting: two calls, and every way in which they can end. */
export interface Outlet {
  /** The bot's own user id. */
  readonly self: string;
  post(channel: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Attempt>;
  /** At most 100 messages: the first ones after the snowflake, or the newest. */
  history(channel: string, after: string | null, limit: number, signal: AbortSignal): Promise<History>;
  /** Whether the bot may read what was written in the channel before; null when that cannot be found out now. */
  readable(channel: string): Promise<boolean | null>;
}

/** `doubt` says that the message may or may not be in the channel; every other answer proves what it says. */
export type Attempt =
  | { readonly is: 'posted'; readonly message: string }
  | { readonly is: 'deleted' }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'later'; readonly ms: number }
  | { readonly is: 'doubt' };

export interface Seen {
  readonly id: string;
  readonly author: string;
  /** Everything that it says, in whatever shape. */
  readonly text: string;
}

export type History =
  | { readonly is: 'read'; readonly messages: readonly Seen[] }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'failed' };
