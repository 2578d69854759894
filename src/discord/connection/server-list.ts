import type { GatewayGuildDeleteDispatchData, GatewayReadyDispatchData } from 'discord-api-types/v10';
import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { ServerList } from '../../commands/command.ts';

/** The servers of this process, as the gateway tells them. */
export interface GatewayServers extends ServerList {
  /** To be called before the login. @param left called when the bot was removed from a server. */
  follow(client: Pick<Client, 'ws'>, left: (server: string) => void): void;
}

/**
 * discord.js's cache is not used: it forgets a server that has two outages in a row.
 * @param isWhole whether this process serves all servers of the bot; a part of them does not tell which is the only one.
 */
export function createServerList(isWhole: boolean): GatewayServers {
  /** By shard: each one that joins tells all its servers. */
  const shards = new Map<number, Set<string>>();
  const all = (): string[] => [...shards.values()].flatMap((ids) => [...ids]);
  return {
    has: (server) => [...shards.values()].some((ids) => ids.has(server)),
    only() {
      const [first = null, second] = isWhole ? all() : [];
      return second === undefined ? first : null;
    },
    follow({ ws }, left) {
      const of = (shard: number): Set<string> => {
        const ids = shards.get(shard) ?? new Set<string>();
        shards.set(shard, ids);
        return ids;
      };
      ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData, shard: number) => {
        shards.set(shard, new Set(guilds.map(({ id }) => id)));
      });
      ws.on(GatewayDispatchEvents.GuildCreate, ({ id }: { id: string }, shard: number) => of(shard).add(id));
      ws.on(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }: GatewayGuildDeleteDispatchData, shard: number) => {
        // An outage: https://docs.discord.com/developers/events/gateway-events#guild-delete
        if (unavailable === true) return;
        of(shard).delete(id);
        left(id);
      });
    },
  };
}
