import { once } from 'node:events';
import { type APIInteraction, Client, Events, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/discord/connection/client.ts';
import { DEFAULT_IDS as ids } from '@factdesk/discord-emulator';
import { startEmulator } from '@factdesk/discord-emulator';

/** One question, and what a client of discord.js has made of it besides telling that it came: objects, and whom it keeps. */
async function asked(open: (api: string) => Client): Promise<{ made: number; keeps: boolean }> {
  const room = await startEmulator();
  const client = open(room.api);
  try {
    let made = 0;
    client.on(Events.InteractionCreate, () => (made += 1));
    const ready = once(client, Events.ClientReady);
    await client.login(room.token);
    await ready;
    await client.application?.commands.set([{ name: 'who', description: 'Who' }]);
    const came = once(client.ws, GatewayDispatchEvents.InteractionCreate);
    void room.as(ids.reporter).in(ids.desk).slash('who');
    const [{ member }] = (await came) as [APIInteraction];
    expect(member?.user.id).toBe(ids.reporter);
    // What discord.js does with it, it has done when this goes on.
    await Promise.resolve();
    return { made, keeps: client.users.cache.has(ids.reporter) };
  } finally {
    await client.destroy();
    await room.close();
  }
}

describe('the connection', () => {
  it('makes nothing of an interaction that it has passed on, and keeps nobody', async () => {
    expect(await asked((api) => createClient(api))).toEqual({ made: 0, keeps: false });
  });

  it('would make an object of each and keep its asker if it were discord.js alone (the control)', async () => {
    const plain = (api: string): Client => new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
    expect(await asked(plain)).toEqual({ made: 1, keeps: true });
  });
});
