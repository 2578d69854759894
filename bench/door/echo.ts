import type { Prepare, Start } from './answerer.ts';
import { joinPlainly } from './plain-bot.ts';

/** The smallest possible bot: it returns the query. */
const start: Start = async (emulator) => {
  const client = await joinPlainly(emulator, {
    offer: (typing, typed) => typing.respond([{ name: typed, value: typed }]),
    reply: (asked, name) => asked.reply(name),
  });
  return { stop: () => client.destroy() };
};

export const prepare: Prepare = async () => start;
