import type { ChannelApi, ChannelMessage } from './channel-api.ts';

/** Of 100 messages. A channel that gets more between an attempt and the look back is no channel of a newsroom. */
const MOST_PAGES = 50;
const PAGE = 100;
const DISCORD_EPOCH = 1_420_070_400_000n;
/** The two clocks may differ, and the first attempt's instant is taken before it is sent. */
const MARGIN_MS = 5_000n;

/** The smallest id that a message of that instant may have. */
function snowflakeAt(ms: bigint): bigint {
  return ms > DISCORD_EPOCH ? (ms - DISCORD_EPOCH) << 22n : 0n;
}

const msOf = (snowflake: bigint): bigint => (snowflake >> 22n) + DISCORD_EPOCH;

/**
 * The id after which a message that is sent now must appear: five seconds before this clock, or before the newest message
 * of the channel where that is earlier, so that a clock that runs ahead does not hide what was sent.
 */
export async function searchAfterId(
  outlet: ChannelApi,
  channel: string,
  now: Temporal.Instant,
  signal: AbortSignal,
): Promise<string> {
  const own = BigInt(now.epochMilliseconds);
  const newest = await outlet.history(channel, null, 1, signal);
  const seen = newest.is === 'read' ? newest.messages.map(({ id }) => msOf(BigInt(id))) : [];
  const earliest = seen.reduce((least, ms) => (ms < least ? ms : least), own);
  return String(snowflakeAt(earliest - MARGIN_MS));
}

export type FindResult =
  | { readonly is: 'found'; readonly message: string }
  | { readonly is: 'absent' }
  | { readonly is: 'unreadable'; readonly code: string }
  | { readonly is: 'failed' };

/** Whether the channel holds a message of our own with the mark. */
export async function findPosted(
  outlet: ChannelApi,
  channel: string,
  { after, mark }: { after: string; mark: string },
  signal: AbortSignal,
): Promise<FindResult> {
  const ours = (message: ChannelMessage): boolean => message.author === outlet.self && message.text.includes(mark);
  let from = BigInt(after);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const history = await outlet.history(channel, String(from), PAGE, signal);
    if (history.is === 'failed') return history;
    if (history.is === 'refused') return { is: 'unreadable', code: history.code };
    const found = history.messages.find(ours);
    if (found !== undefined) return { is: 'found', message: found.id };
    if (page === 0 && history.messages.length === 0) return emptied(outlet, channel);
    if (history.messages.length < PAGE) return { is: 'absent' };
    from = history.messages.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), from);
  }
  return { is: 'unreadable', code: 'too-long' };
}

/** An empty list says nothing where the permission is missing: Discord gives one in place of an error. */
async function emptied(outlet: ChannelApi, channel: string): Promise<FindResult> {
  const readable = await outlet.readable(channel);
  if (readable === null) return { is: 'failed' };
  return readable ? { is: 'absent' } : { is: 'unreadable', code: 'history' };
}
