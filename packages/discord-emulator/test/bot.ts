import { Client, GatewayIntentBits, type ClientOptions, type Interaction } from 'discord.js';
import { startRoom, type Room, type RoomOptions } from '../src/emulator.ts';
import { DEFAULT_IDS } from '../src/world/default-world.ts';

export const ids = DEFAULT_IDS;

/** A room and a plain discord.js client in it: the second opinion on everything that the room says. */
export interface Pair {
  readonly room: Room;
  readonly client: Client<true>;
  /** Answers interactions from now on. What the handler throws fails the test that closes the pair. */
  answer(handler: (interaction: Interaction) => Promise<unknown>): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function pair(options: RoomOptions = {}, more: Partial<ClientOptions> = {}): Promise<Pair> {
  const room = await startRoom(options);
  const client = await login(room, more);
  const thrown: unknown[] = [];
  return {
    room,
    client,
    answer(handler) {
      client.removeAllListeners('interactionCreate');
      client.on('interactionCreate', (interaction) => {
        handler(interaction).catch((error: unknown) => thrown.push(error));
      });
    },
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await room.close();
      if (thrown.length > 0) throw thrown[0];
    },
  };
}

export async function login(room: Room, more: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: room.api }, ...more });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve);
  });
  await client.login(room.token);
  return ready;
}
