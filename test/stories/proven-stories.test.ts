import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { watchStories } from '../../src/stories/live-stories.ts';
import { openStore } from '../../src/store/store.ts';
import { handClock } from '../store/engines.ts';
import { newFolder, newsroom, START } from './newsroom.ts';

const APPROVED = 'The ferry dates from 1998.';
const FORGED = 'The ferry dates from 1066.';

/** Approves a change, stops, lets somebody write to the database, and starts again. */
async function startedAfter(tampering: string) {
  const file = join(newFolder(), 'store.db');
  const clock = handClock(START);
  const first = await openStore({ file }, { clock });
  const room = await newsroom({ store: first });
  await first.curationClaims.claim('aurelia', 's1', 'c1');
  await room.approve({ on: 'fact', id: 'f006', fields: { says: APPROVED } });
  await room.pass(2);
  expect(room.says('f006')).toBe(APPROVED);
  await room.live.stop();
  await first.close();
  const hand = new DatabaseSync(file);
  hand.exec(tampering);
  hand.close();
  const store = await openStore({ file }, { clock });
  const unproven: [string, readonly string[]][] = [];
  const live = await watchStories({
    folder: room.root,
    store,
    clock,
    report: (refused) => expect.fail(JSON.stringify(refused)),
    trouble: (error) => expect.fail(String(error)),
    unproven: (story, rows) => unproven.push([story, rows]),
  });
  onTestFinished(async () => {
    await live.stop();
    await store.close();
  });
  return { unproven, says: live.stories.get('aurelia')?.(clock.now()).story.facts.get('f006')?.says };
}

it('serves what was approved where nobody tampered, and tells of nothing', async () => {
  expect(await startedAfter('select 1')).toEqual({ unproven: [], says: APPROVED });
});

it('serves the sentence that was approved, where another was written over it, and names the row', async () => {
  const { unproven, says } = await startedAfter(`update revision set change = replace(change, '1998', '1066')`);
  expect(says).toBe(APPROVED);
  expect(says).not.toBe(FORGED);
  expect(unproven).toEqual([
    ['aurelia', [expect.stringMatching(/^Table revision, row \d+, of aurelia: change is not what the log tells\.$/u)]],
  ]);
});

it('serves a change that was taken out of its table', async () => {
  const { unproven, says } = await startedAfter('delete from revision');
  expect(says).toBe(APPROVED);
  expect(unproven[0]?.[1]).toEqual([expect.stringContaining('is missing')]);
});

it('serves no change that only the table has', async () => {
  const copy = `insert into revision select seq + 100, 'x', story, subject, act, replace(change, '1998', '1066'), reason, was, at,
    proposer, approvers, folded from revision`;
  expect(await startedAfter(copy)).toMatchObject({ says: APPROVED });
});

it('names a claim of another server', async () => {
  const { unproven } = await startedAfter(`update curator set server = 's9'`);
  expect(unproven).toEqual([
    ['aurelia', ['Table curator, row aurelia, of aurelia: server is not what the log tells.']],
  ]);
});

it('serves nothing that follows a broken row of the log', async () => {
  const { unproven, says } = await startedAfter(`update audit set body = replace(body, '1998', '1066')`);
  expect(says).not.toBe(FORGED);
  expect(says).not.toBe(APPROVED);
  expect(unproven[0]).toEqual(['', [expect.stringMatching(/^Table audit, row \d+: It is not what was written\.$/u)]]);
});
