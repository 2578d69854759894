import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { Prepare, Start } from './answerer.ts';

const OPTION = { type: 3, name: 'name', description: 'A name', autocomplete: true } as const;

/** The least that a bot can do, as discord.js's guide writes it: what is asked comes back. */
const start: Start = async ({ api, token }) => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
  const ready = once(client, Events.ClientReady);
  client.on(Events.InteractionCreate, (interaction) => {
    // What comes too late or is refused is counted by the room; an echo has nothing to say about it.
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused();
      interaction.respond([{ name: typed, value: typed }]).catch(() => {});
    } else if (interaction.isChatInputCommand()) {
      interaction.reply(interaction.options.getString('name', true)).catch(() => {});
    }
  });
  await client.login(token);
  await ready;
  await client.application?.commands.set([{ name: 'who', description: 'Says it back', options: [OPTION] }]);
  return { stop: () => client.destroy() };
};

export const prepare: Prepare = async () => start;
