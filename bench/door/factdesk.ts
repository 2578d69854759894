import { systemClock } from '../../src/clock.ts';
import { startBot } from '../../src/discord/bot.ts';
import type { Log } from '../../src/discord/log.ts';
import { openDesk } from '../../src/open-desk.ts';
import type { Start } from './answerer.ts';

const nothing = (): void => {};
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Our own bot over the story that comes with it, as `npm start` runs it. */
export const start: Start = async ({ api, token }) => {
  const stories = new URL('../../src/data/stories', import.meta.url).pathname;
  const { desk } = await openDesk({ STORIES_DIR: stories }, systemClock);
  return startBot({
    token,
    api,
    desk,
    log: silent,
    lost(reason) {
      throw reason;
    },
  });
};
