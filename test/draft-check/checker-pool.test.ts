import { describe, expect, it } from 'vitest';
import { makeChecker } from '../../src/draft-check/check-draft.ts';
import { createDraftChecker } from '../../src/draft-check/checker-pool.ts';
import { desk, NOW } from '../commands/ask-command.ts';

const index = desk.stories.get('harbour-flood')?.(NOW) ?? expect.fail();
const SENTENCE = 'Three boats were torn from the North Quay. The warning of the flood came too late. ';
const LONG = SENTENCE.repeat(60);

describe('a long draft', () => {
  it('is held against the facts in a thread as it would be here', async () => {
    const far = await createDraftChecker().check(index, LONG, { now: NOW });
    expect(far).toHaveLength(120);
    expect(far).toEqual(makeChecker(index).check(LONG, { now: NOW }));
  });

  it('leaves the event loop free meanwhile', async () => {
    let turns = 0;
    const tick = (): NodeJS.Immediate =>
      setImmediate(() => {
        turns += 1;
        handle = tick();
      });
    let handle = tick();
    await createDraftChecker().check(index, LONG, { now: NOW });
    clearImmediate(handle);
    // Worked on here, the loop would have turned once or twice at the most.
    expect(turns).toBeGreaterThan(10);
  });

  it('does not mix up drafts that are asked at the same time', async () => {
    const checking = createDraftChecker();
    const drafts = [LONG, `The river Tessel flooded the harbour of Vessmouth. ${LONG}`];
    const [first, second] = await Promise.all(drafts.map((draft) => checking.check(index, draft, { now: NOW })));
    expect(first).toHaveLength(120);
    expect(second).toHaveLength(121);
  });

  it('is checked to its end when newer versions of the story take its thread away', async () => {
    const checking = createDraftChecker();
    // Each version is another value, as after a change of the files.
    const versions = Array.from({ length: 6 }, () => ({ ...index }));
    const checks = await Promise.all(versions.map((version) => checking.check(version, LONG, { now: NOW })));
    expect(checks.map((found) => found.length)).toEqual(versions.map(() => 120));
  });
});
