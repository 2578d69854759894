import { startBot } from '../../src/discord/bot.ts';
import { card, line } from './cards.ts';
import { desk, openLog } from './joined.ts';

/** Each answer takes 15 ms in which the process can do nothing else. */
const busy = {
  data: { name: 'busy', description: 'For a test' },
  query: null,
  answer() {
    const until = performance.now() + 15;
    while (performance.now() < until);
    return card({ lead: [line('done')] });
  },
};

const { ROOM_API: api = '', ROOM_TOKEN: token = '' } = process.env;
await startBot({ token, api, desk: { ...desk, commands: [busy] }, log: openLog(), lost: () => process.exit(1) });
process.send?.('joined');
