import type { HandlerContext } from '../../src/discord/interactions/reply.ts';
import { openLog } from './joined-bot.ts';

/** What answers at a desk without a Discord: nothing is drawn, and no card of a proposal is shown anywhere. */
export const answersAt = (desk: HandlerContext['desk']): HandlerContext => ({
  desk,
  commands: new Map(desk.commands.map((command) => [command.definition.name, command])),
  menus: new Map(),
  log: openLog(),
  pictureOptions: { draw: null, timeoutMs: 1, log: openLog() },
  turn: async () => {},
  updateProposalCard: async () => {},
  api: '',
});
