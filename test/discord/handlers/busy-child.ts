import { startBot } from '../../../src/discord/bot.ts';
import { card, line } from '../sample-commands.ts';
import { desk, openLog, openToAll } from '../joined-bot.ts';

/** Each answer takes 15 ms in which the process can do nothing else. */
const busy = {
  definition: { name: 'busy', description: 'For a test' },
  queryOption: null,
  answer() {
    const until = performance.now() + 15;
    while (performance.now() < until);
    return card({ lead: [line('done')] });
  },
};

const { ROOM_API: api = '', ROOM_TOKEN: token = '' } = process.env;
const open = { ...desk, commands: [busy], rules: new Map(openToAll(busy)) };
await startBot({ token, api, desk: open, log: openLog(), onLost: () => process.exit(1) });
process.send?.('joined');
