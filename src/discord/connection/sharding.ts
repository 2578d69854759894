import { ShardingManager } from 'discord.js';
import { ReaderError } from '../../errors.ts';

export interface ShardManager {
  stop(): Promise<void>;
}

interface ShardsOptions {
  /** The program of each process. Its environment names its shard. */
  readonly file: string;
  readonly processes: number;
  readonly token: string;
  /** Called when a process has ended by itself. */
  readonly lost: (reason: ReaderError) => void;
}

/**
 * Several processes, each with a part of the servers. When one ends, all end: discord.js would restart it at once without
 * end, and a crashing process would use up the sign-ins of a day in minutes. A supervisor restarts the manager, with pauses.
 * @throws ReaderError when a process does not come up.
 */
export async function startShards({ file, processes, token, lost }: ShardsOptions): Promise<ShardManager> {
  const manager = new ShardingManager(file, { totalShards: processes, token, respawn: false });
  let stopping = false;
  const ended: Promise<void>[] = [];
  manager.on('shardCreate', (shard) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ended.push(promise);
    shard.once('death', () => {
      resolve();
      if (!stopping)
        lost(
          new ReaderError(`Process ${shard.id + 1} of ${processes} has ended, so all end. Its reason stands above.`),
        );
    });
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    for (const shard of manager.shards.values()) shard.kill();
    await Promise.all(ended);
  };
  try {
    await manager.spawn();
  } catch {
    await stop();
    throw new ReaderError('The processes could not all join Discord. The reason stands above.');
  }
  return { stop };
}
