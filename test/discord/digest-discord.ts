import type { Clock } from '../../src/clock.ts';
import type {
  PostResult,
  EditResult,
  ApiFailure,
  HistoryResult,
  ChannelApi,
  ReadResult,
} from '../../src/discord/delivery/channel-api.ts';

/**
 * What goes wrong with one call. `applied` does the work and loses the answer; `late` does it only before the next call,
 * and `very late` only before the next attempt to post, after somebody has looked whether it is there.
 */
export const CALL_FAULTS = ['refused', 'later', 'lost', 'applied', 'late', 'very late'] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  content: string;
  body: Readonly<Record<string, unknown>>;
  /** Names of the files that came with it. */
  readonly files?: readonly string[];
}

export interface Discord extends ChannelApi {
  /** Oldest first. */
  readonly messages: Posted[];
  /** Somebody else writes in a channel. */
  write(channel: string, content: string): void;
  /** Somebody deletes the message that begins so. */
  remove(content: string): void;
  calls(): number;
}

type Call = 'post' | 'history' | 'read' | 'edit';

export interface DiscordOptions {
  /** Discord's own time, which need not be the bot's. */
  readonly clock: Clock;
  /** The n-th call, from 1, and what it is. */
  readonly fault?: (n: number, call: Call) => CallFault | null;
  /** How long a nonce is remembered. */
  readonly window?: Temporal.Duration;
  /** Without the permission Discord answers with an empty list, and no error. */
  readonly mayRead?: () => boolean;
}

const BOT = '900';
const DISCORD_EPOCH = 1_420_070_400_000n;

/** Channels as Discord keeps them: nonces for some minutes, snowflakes by its own clock, histories of 100. */
export function openDiscord({ clock, fault = () => null, window, mayRead = () => true }: DiscordOptions): Discord {
  const remembered = window ?? Temporal.Duration.from({ minutes: 5 });
  const messages: Posted[] = [];
  const nonces = new Map<string, { id: string; until: Temporal.Instant }>();
  const late: Record<'late' | 'very late', (() => void)[]> = { late: [], 'very late': [] };
  let calls = 0;
  let made = 0n;

  const newId = (): string => {
    made += 1n;
    return String(((BigInt(clock.now().epochMilliseconds) - DISCORD_EPOCH) << 22n) + made);
  };
  const put = (channel: string, body: Readonly<Record<string, unknown>>, files: readonly string[]): PostResult => {
    const { nonce, content } = body;
    const key = typeof nonce === 'string' && body['enforce_nonce'] === true ? nonce : null;
    const known = key === null ? undefined : nonces.get(key);
    if (known !== undefined && Temporal.Instant.compare(clock.now(), known.until) < 0) {
      const there = messages.some(({ id }) => id === known.id);
      return there ? { is: 'posted', message: known.id } : { is: 'deleted' };
    }
    const id = newId();
    messages.push({ id, channel, author: BOT, content: typeof content === 'string' ? content : '', body, files });
    if (key !== null) nonces.set(key, { id, until: clock.now().add(remembered) });
    return { is: 'posted', message: id };
  };
  const next = (call: Call): CallFault | null => {
    for (const land of late.late.splice(0)) land();
    if (call === 'post' || call === 'edit') for (const land of late['very late'].splice(0)) land();
    calls += 1;
    return fault(calls, call);
  };

  const named = (channel: string, id: string): Posted | undefined =>
    messages.find((message) => message.channel === channel && message.id === id);
  const refusal = (wrong: CallFault | null): ApiFailure | null => {
    if (wrong === 'refused') return { is: 'refused', code: '50013' };
    return wrong === 'later' ? { is: 'later', ms: 2_000 } : null;
  };
  const change = (channel: string, id: string, body: Readonly<Record<string, unknown>>): EditResult => {
    const message = named(channel, id);
    if (message === undefined) return { is: 'deleted' };
    message.body = { ...message.body, ...body };
    if (typeof body['content'] === 'string') message.content = body['content'];
    return { is: 'edited' };
  };

  return {
    self: BOT,
    messages,
    write: (channel, content) => void messages.push({ id: newId(), channel, author: '7', content, body: {} }),
    remove(content) {
      const at = messages.findIndex((message) => message.content.startsWith(content));
      if (at >= 0) messages.splice(at, 1);
    },
    calls: () => calls,
    readable: () => Promise.resolve(mayRead()),
    post(channel, body, _signal, attached = []): Promise<PostResult> {
      const files = attached.map(({ name }) => name);
      const wrong = next('post');
      const refused = refusal(wrong);
      if (refused !== null) return Promise.resolve(refused);
      if (wrong === 'late' || wrong === 'very late') late[wrong].push(() => put(channel, body, files));
      if (wrong === 'applied') put(channel, body, files);
      return Promise.resolve(wrong === null ? put(channel, body, files) : { is: 'doubt' });
    },
    read(channel, id): Promise<ReadResult> {
      const wrong = next('read');
      if (wrong !== null) return Promise.resolve(refusal(wrong) ?? { is: 'doubt' });
      const message = named(channel, id);
      if (message === undefined) return Promise.resolve({ is: 'deleted' });
      const { body, content, author } = message;
      return Promise.resolve({ is: 'read', message: { ...body, id, content, author: { id: author } } });
    },
    edit(channel, id, body): Promise<EditResult> {
      const wrong = next('edit');
      const refused = refusal(wrong);
      if (refused !== null) return Promise.resolve(refused);
      if (wrong === 'late' || wrong === 'very late') late[wrong].push(() => change(channel, id, body));
      if (wrong === 'applied') change(channel, id, body);
      return Promise.resolve(wrong === null ? change(channel, id, body) : { is: 'doubt' });
    },
    history(channel, after, limit): Promise<HistoryResult> {
      const wrong = next('history');
      if (wrong === 'refused') return Promise.resolve({ is: 'refused', code: '50001' });
      if (wrong !== null) return Promise.resolve({ is: 'failed' });
      const visible = mayRead() ? messages.filter((message) => message.channel === channel) : [];
      const chosen =
        after === null ? visible.slice(-limit) : visible.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
      return Promise.resolve({
        is: 'read',
        messages: chosen.toReversed().map(({ id, author, content, body }) => ({
          id,
          author,
          text: JSON.stringify([content, body['components']]),
        })),
      });
    },
  };
}
