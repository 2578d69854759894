import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { takingTurns } from '../../src/discord/turns.ts';

it('lets the event loop turn between two that ask at the same time, in the order of asking', async () => {
  const turn = takingTurns();
  const order: string[] = [];
  const all = ['first', 'second', 'third'].map((name) => turn().then(() => order.push(name)));
  await nextTurn();
  await nextTurn();
  // The loop has turned, and not everybody has had a turn yet: answers can leave in between.
  expect(order.length).toBeLessThan(3);
  await Promise.all(all);
  expect(order).toEqual(['first', 'second', 'third']);
});
