import { Client, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/discord/connection/client.ts';

const API = 'http://127.0.0.1:1/api';

/** How many people a client keeps after each of a thousand has used a command. */
async function keptBy(client: Client): Promise<number> {
  Reflect.set(client, 'user', { id: '1' });
  for (let n = 0; n < 1_000; n += 1) {
    const id = String(1_000_000_000_000_000_000n + BigInt(n));
    const user = { id, username: `user${n}`, discriminator: '0', global_name: null, avatar: null };
    Reflect.apply(Reflect.get(client.users, '_add') as (user: object) => unknown, client.users, [user]);
  }
  const { size } = client.users.cache;
  await client.destroy();
  return size;
}

describe('the client', () => {
  it('keeps a bounded number of the people who use commands', async () => {
    expect(await keptBy(createClient(API))).toBeLessThanOrEqual(50);
  });

  it('would keep all of them with the caches of discord.js (the control)', async () => {
    expect(await keptBy(new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: API } }))).toBe(1_000);
  });
});
