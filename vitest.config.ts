import { defineConfig } from 'vitest/config';

/** Tests of browsers, of whole processes and of storms: two at a time would take each other's three seconds. */
const ALONE = [
  'test/main-job.test.ts',
  'test/room/page/{accessible,composer,controls,frame,messages,options}.test.ts',
  'test/discord/{asking,burst,digest-kill,joining,process,sharding,storm}.test.ts',
];

export default defineConfig({
  test: {
    reporters: ['default', './test/tally.ts'],
    pool: 'threads',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        // On a machine with other work, what is late once and not again is the machine's doing. A fault comes again.
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, retry: 1 },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, retry: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
