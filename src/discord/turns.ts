import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Gives each that asks a turn of the event loop of its own, in the order of asking. Questions that arrive together would
 * else be answered back to back before the first answer leaves the process, and all of them would be late.
 */
export function takingTurns(): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const turn = last.then(() => nextTurn());
    last = turn;
    await turn;
  };
}
