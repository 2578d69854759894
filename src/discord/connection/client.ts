import { EventEmitter } from 'node:events';
import { Client, GatewayIntentBits, Options, REST } from 'discord.js';
import type { Shard } from '../../config.ts';
import { INTERACTION_DEADLINE_MS } from '../limits.ts';
import { NO_MENTIONS } from '../format/message.ts';
import { REFUSAL_WARNING_STEP } from './watchdog.ts';

/**
 * The gateway client. Its one intent is the one that every bot needs. Caches that grow with people or messages are off or
 * bounded: a hundred thousand people who once used a command cost 52 MB by default (measured).
 */
export function createClient(api: string, shard: Shard | null = null): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    ...(shard === null ? { shards: 'auto' as const } : { shards: [shard.id], shardCount: shard.count }),
    allowedMentions: { parse: [...NO_MENTIONS.parse], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 50, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
    // Off by default, although it is the only warning before a ban.
    rest: { api, invalidRequestWarningInterval: REFUSAL_WARNING_STEP },
  });
}

/**
 * A second REST client, for answers to interactions. It holds no token, so that no answer can lose it. It retries nothing by
 * itself (`InteractionResponder` does). It has no limit of 50 requests a second, because Discord does not count these: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createInteractionRest(api: string): REST {
  return new REST({
    api,
    version: '10',
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    invalidRequestWarningInterval: REFUSAL_WARNING_STEP,
    // After 3 s the interaction has expired, and a waiting request would keep the process alive.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > INTERACTION_DEADLINE_MS,
  });
}

/**
 * To be called before `destroy`. discord.js then stops listening to a connection that is still opening, and its failure
 * would end the process as an uncaught error (@discordjs/ws 1.2.3, `WebSocketShard.destroy`).
 */
export function ignoreSocketErrors(client: Client): void {
  const shards = at(at(at(client.ws, '_ws'), 'strategy'), 'shards');
  if (!(shards instanceof Map)) return;
  for (const shard of shards.values()) {
    const connection = at(shard, 'connection');
    if (connection instanceof EventEmitter) connection.on('error', () => {});
  }
}

/**
 * To be called before the login. discord.js reads events as if each were well-formed, and what it throws at one that is not
 * would end the process (discord.js 14.28.1, `WebSocketManager.attachEvents`). Interactions reach it beside our own listener.
 */
export function guardDispatches(client: Client, dropped: (error: unknown) => void): void {
  const attach = at(client.ws, 'attachEvents');
  if (typeof attach !== 'function')
    throw new TypeError('This version of discord.js attaches its events in another way.');
  Reflect.set(client.ws, 'attachEvents', () => {
    Reflect.apply(attach, client.ws, []);
    const gateway = at(client.ws, '_ws');
    if (!isEmitter(gateway)) throw new TypeError('discord.js has no gateway to listen to.');
    for (const event of ['dispatch', 'ready']) {
      const listeners = gateway.listeners(event);
      gateway.removeAllListeners(event);
      for (const listener of listeners) {
        gateway.on(event, (...given: unknown[]) => {
          try {
            listener(...given);
          } catch (error) {
            dropped(error);
          }
        });
      }
    }
  });
}

type Listener = (...given: unknown[]) => unknown;

/** The emitter of @discordjs/ws, which is not Node's. */
interface Emitter {
  listeners(event: string): Listener[];
  removeAllListeners(event: string): unknown;
  on(event: string, listener: Listener): unknown;
}

const isEmitter = (value: unknown): value is Emitter =>
  ['listeners', 'removeAllListeners', 'on'].every((name) => typeof at(value, name) === 'function');

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
