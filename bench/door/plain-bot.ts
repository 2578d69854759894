import { once } from 'node:events';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
} from 'discord.js';

const OPTION = { type: 3, name: 'name', description: 'A name', autocomplete: true } as const;

interface Says {
  readonly offer: (typing: AutocompleteInteraction, typed: string) => Promise<unknown>;
  readonly reply: (asked: ChatInputCommandInteraction, name: string) => Promise<unknown>;
}

/** A bot of one command, as discord.js's guide writes it. */
export async function joinPlainly(
  { api, token }: { readonly api: string; readonly token: string },
  { offer, reply }: Says,
): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  const ready = once(client, Events.ClientReady);
  client.on(Events.InteractionCreate, (interaction) => {
    // What comes too late or is refused is counted by the emulator; such a bot has nothing to say about it.
    if (interaction.isAutocomplete()) {
      offer(interaction, interaction.options.getFocused()).catch(() => {});
    } else if (interaction.isChatInputCommand()) {
      reply(interaction, interaction.options.getString('name', true)).catch(() => {});
    }
  });
  await client.login(token);
  await ready;
  await client.application?.commands.set([{ name: 'who', description: 'Says something', options: [OPTION] }]);
  return client;
}
