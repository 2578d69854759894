import type { Prepare, Start } from './answerer.ts';
import { joinPlainly } from './plain-bot.ts';

/** The least that a bot can do: what is asked comes back. */
const start: Start = async (emulator) => {
  const client = await joinPlainly(emulator, {
    offer: (typing, typed) => typing.respond([{ name: typed, value: typed }]),
    reply: (asked, name) => asked.reply(name),
  });
  return { stop: () => client.destroy() };
};

export const prepare: Prepare = async () => start;
