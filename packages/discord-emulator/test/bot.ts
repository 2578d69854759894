import { Client, GatewayIntentBits, type ClientOptions, type Interaction } from 'discord.js';
import { startEmulator, type Emulator, type EmulatorOptions } from '../src/emulator.ts';
import { DEFAULT_IDS } from '../src/world/default-world.ts';

export const ids = DEFAULT_IDS;

/** An emulator and a plain discord.js client in it: the second opinion on everything that the emulator says. */
export interface Pair {
  readonly emulator: Emulator;
  readonly client: Client<true>;
  /** Answers interactions from now on. What the handler throws fails the test that closes the pair. */
  answer(handler: (interaction: Interaction) => Promise<unknown>): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function pair(options: EmulatorOptions = {}, more: Partial<ClientOptions> = {}): Promise<Pair> {
  const emulator = await startEmulator(options);
  const client = await login(emulator, more);
  const thrown: unknown[] = [];
  return {
    emulator,
    client,
    answer(handler) {
      client.removeAllListeners('interactionCreate');
      client.on('interactionCreate', (interaction) => {
        handler(interaction).catch((error: unknown) => thrown.push(error));
      });
    },
    async [Symbol.asyncDispose]() {
      await client.destroy();
      await emulator.close();
      if (thrown.length > 0) throw thrown[0];
    },
  };
}

export async function login(emulator: Emulator, more: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: emulator.api }, ...more });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve);
  });
  await client.login(emulator.token);
  return ready;
}
