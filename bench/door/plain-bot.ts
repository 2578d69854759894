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

/** A bot with one command, as in the guide of discord.js. */
export async function joinPlainly(
  { api, token }: { readonly api: string; readonly token: string },
  { offer, reply }: Says,
): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  const ready = once(client, Events.ClientReady);
  client.on(Events.InteractionCreate, (interaction) => {
    // The emulator counts late and refused answers; this bot ignores them.
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
