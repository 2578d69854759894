import { type Client, Events, type REST } from 'discord.js';
import type { ReaderError } from '../../errors.ts';
import { describeError, type Log } from '../log.ts';
import { closeCodeError, invalidRequestError, silenceError, invalidTokenError } from './connection-errors.ts';

export interface WatchdogOptions {
  readonly silence: number;
  readonly log: Log;
  /** Called once, when the bot is no longer really connected. */
  readonly lost: (reason: ReaderError) => void;
}

/** Requests that Discord refused within ten minutes; at 10,000 it bans the address: https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const REFUSED_MOST = 5_000;
export const REFUSAL_WARNING_STEP = 500;
const LOOKS = 6;

/**
 * Notices when the bot is connected in name only. discord.js stays "ready" after a fatal close code, and drops its token
 * for good after one 401 while the gateway stays up (both measured).
 * Returns a function that ends the watch.
 */
export function watchConnection(
  client: Client,
  webhooks: REST,
  token: string,
  { silence, log, lost }: WatchdogOptions,
): () => void {
  let over = false;
  const end = (reason: ReaderError): void => {
    if (over) return;
    over = true;
    lost(reason);
  };

  client.on(Events.ShardDisconnect, ({ code }) => end(closeCodeError(code)));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!over) log.info({ shard }, 'the connection was lost; trying again');
  });
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, error: describeError(error) }, 'the connection failed'),
  );
  client.on(Events.Error, (error) => log.error({ error: describeError(error) }, 'discord.js reported an error'));

  let refusals = 0;
  client.rest.on('response', ({ data }, { status }) => {
    if (status !== 401 || !data.auth) return;
    refusals += 1;
    if (refusals > 1) return end(invalidTokenError());
    // A single 401 may be Discord's own mistake. discord.js drops the token right after this event.
    setImmediate(() => client.rest.setToken(token));
  });
  for (const rest of [client.rest, webhooks]) {
    rest.on('rateLimited', ({ global, route, retryAfter }) => {
      log.info({ global, route, ms: retryAfter }, 'waiting for a rate limit');
    });
    rest.on('invalidRequestWarning', ({ count }) => {
      log.warn({ count }, 'Discord refuses many requests');
      if (count >= REFUSED_MOST) end(invalidRequestError(count));
    });
  }

  // Counts looks and not time: after a machine was suspended, a gap of hours proves nothing.
  let quiet = 0;
  let pulse = '';
  client.on(Events.Raw, () => {
    quiet = 0;
  });
  const timer = setInterval(() => {
    const beats = client.ws.shards.map((shard) => shard.lastPingTimestamp).join();
    quiet = beats === pulse ? quiet + 1 : 0;
    pulse = beats;
    if (quiet >= LOOKS) end(silenceError(Math.round(silence / 1000)));
  }, silence / LOOKS);

  return () => {
    over = true;
    clearInterval(timer);
  };
}
