import type { ChannelApi, ChannelMessage } from './channel-api.ts';

/** 5,000 messages: no newsroom writes more between an attempt and the look back. */
const MAX_PAGES = 50;
const PAGE_SIZE = 100;
const DISCORD_EPOCH = 1_420_070_400_000n;
/** Discord's clock may differ, and the instant is taken before the request is sent. */
const MARGIN_MS = 5_000n;

/** The smallest id of a message of that instant. */
function snowflakeAt(ms: bigint): bigint {
  return ms > DISCORD_EPOCH ? (ms - DISCORD_EPOCH) << 22n : 0n;
}

const msOf = (snowflake: bigint): bigint => (snowflake >> 22n) + DISCORD_EPOCH;

/**
 * A message that is sent now has a larger id: that of five seconds ago, or of five seconds before the channel's newest
 * message where that is earlier. So a clock that runs ahead does not hide the message.
 */
export async function searchAfterId(
  channelApi: ChannelApi,
  channel: string,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<string> {
  const own = BigInt(now.epochMilliseconds);
  const newest = await channelApi.history(channel, null, 1, signal);
  const seen = newest.is === 'read' ? newest.messages.map(({ id }) => msOf(BigInt(id))) : [];
  const earliest = seen.reduce((least, ms) => (ms < least ? ms : least), own);
  return String(snowflakeAt(earliest - MARGIN_MS));
}

export type FindResult =
  | { readonly is: 'found'; readonly message: string }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly code: string }
  | { readonly is: 'failed' };

/** Looks for a message of the bot that contains `mark`. */
export async function findPosted(
  channelApi: ChannelApi,
  channel: string,
  { after, mark }: { after: string; mark: string },
  signal: AbortSignal,
): Promise<FindResult> {
  const isPosted = (message: ChannelMessage): boolean =>
    message.author === channelApi.self && message.text.includes(mark);
  let from = BigInt(after);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const history = await channelApi.history(channel, String(from), PAGE_SIZE, signal);
    if (history.is === 'failed') return history;
    if (history.is === 'refused') return { is: 'unreadable', code: history.code };
    const found = history.messages.find(isPosted);
    if (found !== undefined) return { is: 'found', message: found.id };
    if (page === 0 && history.messages.length === 0) return emptyResult(channelApi, channel);
    if (history.messages.length < PAGE_SIZE) return { is: 'absent' };
    from = history.messages.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), from);
  }
  return { is: 'unreadable', code: 'too-long' };
}

/** Without permission to read the history, Discord answers with an empty list and no error. */
async function emptyResult(channelApi: ChannelApi, channel: string): Promise<FindResult> {
  const readable = await channelApi.readable(channel);
  if (readable === null) return { is: 'failed' };
  return readable ? { is: 'absent' } : { is: 'unreadable', code: 'history' };
}
