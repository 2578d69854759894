import { describe, expect, it } from 'vitest';
import { createTurnQueue } from '../../../src/discord/interactions/turn-queue.ts';

const loop = async (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('turns', () => {
  it('are taken at once by whoever is alone', async () => {
    const turn = createTurnQueue();
    for (let n = 0; n < 3; n += 1) {
      let looped = false;
      setImmediate(() => {
        looped = true;
      });
      await turn();
      expect(looped).toBe(false);
      await loop();
      await loop();
    }
  });

  it('come one by one, in order, and the loop goes round between two', async () => {
    const turn = createTurnQueue();
    const seen: (number | 'loop')[] = [];
    const look = (): void => {
      seen.push('loop');
      if (seen.length < 12) setImmediate(look);
    };
    setImmediate(look);
    await Promise.all(
      [1, 2, 3, 4].map(async (n) => {
        await turn();
        seen.push(n);
      }),
    );
    expect(seen.filter((one) => one !== 'loop')).toEqual([1, 2, 3, 4]);
    for (let at = 1; at < seen.length; at += 1) {
      expect([seen[at - 1], seen[at]].filter((one) => one === 'loop').length).toBeGreaterThan(0);
    }
  });
});
