import { defineConfig } from 'vitest/config';

/** Each has a browser of its own, and is slow to begin with: they wait for what comes, and for no clock. */
const BROWSERS = ['test/room/page/{accessible,composer,controls,frame,messages,options}.test.ts'];
/** Tests of whole processes and of storms: two at a time would take each other's three seconds. */
const ALONE = [
  'test/main-job.test.ts',
  'test/discord/{asking,burst,digest-kill,joining,process,sharding,storm}.test.ts',
];

// On a machine with other work, what is late once and not again is the machine's doing; the tally names it. A fault comes
// again.
const retry = 1;

export default defineConfig({
  test: {
    reporters: ['default', './test/tally.ts'],
    pool: 'threads',
    // For a machine with other work too: how long a test takes is nowhere its promise.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one processor is left to the runner, which of two is half of the machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: [...ALONE, ...BROWSERS], retry },
      },
      {
        extends: true,
        test: { name: 'browsers', include: BROWSERS, retry, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, retry, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
