import { EventEmitter } from 'node:events';
import { Client, GatewayIntentBits, Options, REST } from 'discord.js';
import type { Shard } from '../../config.ts';
import { INTERACTION_DEADLINE_MS } from '../limits.ts';
import { NO_MENTIONS } from '../format/message.ts';
import { REFUSAL_WARNING_STEP } from './watchdog.ts';

/**
 * The connection. The one intent is the one that every bot needs; what would grow with the number of people or messages is
 * not kept: a hundred thousand people who once used a command cost 52 MB by default, and nothing so (measured).
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
    // Off by default, and the only warning before a ban.
    rest: { api, invalidRequestWarningInterval: REFUSAL_WARNING_STEP },
  });
}

/**
 * A second way to Discord, for answers to interactions. It holds no token, so that no answer can cost it; it repeats
 * nothing by itself (`courier.ts` does); and it does not count to 50 a second, as discord.js would, because Discord leaves
 * these requests out of that limit: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createInteractionRest(api: string): REST {
  return new REST({
    api,
    version: '10',
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    invalidRequestWarningInterval: REFUSAL_WARNING_STEP,
    // Nobody waits longer for an answer, and discord.js would keep the process from ending.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > INTERACTION_DEADLINE_MS,
  });
}

/**
 * To be called before `destroy`. discord.js lets go of a connection that is still being made, and does not listen to it any
 * more: its failure would end the process as an error that nobody caught (@discordjs/ws 1.2.3, `WebSocketShard.destroy`).
 */
export function ignoreSocketErrors(client: Client): void {
  const shards = at(at(at(client.ws, '_ws'), 'strategy'), 'shards');
  if (!(shards instanceof Map)) return;
  for (const shard of shards.values()) {
    const connection = at(shard, 'connection');
    if (connection instanceof EventEmitter) connection.on('error', () => {});
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
