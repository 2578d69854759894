import { systemClock } from '../../src/clock.ts';
import { startBot } from '../../src/discord/bot.ts';
import type { Log } from '../../src/discord/log.ts';
import { loadDesk } from '../../src/create-desk.ts';
import { openStore } from '../../src/store/store.ts';
import type { Prepare } from './answerer.ts';

const nothing = (): void => {};
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Our bot with its bundled story, as `npm start` runs it, with a temporary store. */
export const prepare: Prepare = async () => {
  const stories = new URL('../../src/data/stories', import.meta.url).pathname;
  const store = await openStore({ file: ':memory:' }, { clock: systemClock });
  const { desk } = await loadDesk({ STORIES_DIR: stories }, systemClock, store);
  const lost = (reason: Error): never => {
    throw reason;
  };
  return ({ token, api }) => startBot({ token, api, desk, log: silent, onLost: lost });
};
