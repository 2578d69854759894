import { type InteractionReplyOptions, MessageFlags } from 'discord.js';
import type { Answers, Prepare, Start } from './answerer.ts';
import { joinPlainly } from './plain-bot.ts';

/** Repeats our recorded answers: shows the cost of library, network and emulator alone. */
const start: Start = async (emulator) => {
  let known: Answers = { messages: {}, choices: {} };
  const client = await joinPlainly(emulator, {
    offer: (typing, typed) => typing.respond([...(known.choices[typed] ?? [])]),
    reply: (asked, name) => {
      const { components = [] } = known.messages[name] ?? {};
      const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
      // discord.js accepts components in the form of the API.
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
