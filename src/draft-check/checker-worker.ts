import { parentPort, workerData } from 'node:worker_threads';
import type { Story } from '../data/model/fact.ts';
import { makeChecker } from './check-draft.ts';
import type { CheckRequest } from './checker-pool.ts';

/** Thread of one story: it reads the story once, then checks each draft it receives. */
const { story } = workerData as { readonly story: Story };
const checker = makeChecker({ story });

parentPort?.on('message', ({ id, draft, now, day }: CheckRequest) => {
  const options = { now: Temporal.Instant.from(now), ...(day === undefined ? {} : { day }) };
  try {
    parentPort?.postMessage({ id, checks: checker.check(draft, options) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
