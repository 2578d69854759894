import { type InteractionReplyOptions, MessageFlags } from 'discord.js';
import type { Answers, Prepare, Start } from './answerer.ts';
import { joinPlainly } from './plain-bot.ts';

/** Says what our bot says, learnt by heart: what such answers cost the library, the wire and the emulator by themselves. */
const start: Start = async (emulator) => {
  let known: Answers = { messages: {}, choices: {} };
  const client = await joinPlainly(emulator, {
    offer: (typing, typed) => typing.respond([...(known.choices[typed] ?? [])]),
    reply: (asked, name) => {
      const { components = [] } = known.messages[name] ?? {};
      const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
      // discord.js passes on components that are written as the API has them.
      return asked.reply({ components, flags } as InteractionReplyOptions);
    },
  });
  return {
    learn(answers) {
      known = answers;
    },
    stop: () => client.destroy(),
  };
};

export const prepare: Prepare = async () => start;
