import { defineConfig } from 'vitest/config';

/**
 * Nothing of these goes on once a file is through: no server, no timer, no environment that was changed. And nothing of
 * `src` keeps a state, so each file takes over what another has loaded; loading was most of their time.
 */
const PURE = [
  'test/{config,docs,layers,memoize}.test.ts',
  'test/{bench/search,commands,data,draft-check,reply,search}/**/*.test.ts',
];
/** Browsers and killed processes are slow to begin with: they wait for what comes, and for no clock. */
const PATIENT = [
  'packages/discord-emulator/test/web-client/{accessible,composer,controls,frame,messages,options}.test.ts',
  'test/discord/jobs/digest-kill.test.ts',
];
/**
 * Whole processes that are asked one thing at a time, and the storm, which waits for more than half of its time: two
 * beside each other have a processor each.
 */
const PROCESSES = [
  'test/main-job.test.ts',
  'test/discord/connection/{joining,process,sharding}.test.ts',
  'test/discord/handlers/storm.test.ts',
];
/** More work at once than a processor does in time: two such would take each other's three seconds. */
const ALONE = ['test/discord/handlers/{questions-under-load,burst}.test.ts'];

// On a machine with other work, what is late once and not again is the machine's doing; the tally names it. A fault comes
// again.
const retry = 1;

const project = (name: string, include: string[], groupOrder: number) => ({
  name,
  include,
  retry,
  sequence: { groupOrder },
});

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
      { extends: true, test: { ...project('pure', PURE, 0), isolate: false } },
      {
        extends: true,
        test: {
          ...project('together', ['test/**/*.test.ts', 'packages/*/test/**/*.test.ts'], 0),
          exclude: [...PURE, ...PATIENT, ...PROCESSES, ...ALONE],
        },
      },
      { extends: true, test: { ...project('patient', PATIENT, 1), maxWorkers: 3 } },
      { extends: true, test: project('processes', PROCESSES, 2) },
      { extends: true, test: { ...project('alone', ALONE, 3), maxWorkers: 1 } },
    ],
  },
});
