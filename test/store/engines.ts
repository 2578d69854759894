import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { DatabaseTarget } from '../../src/store/store.ts';
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

/** Gives a new, empty place for a store. */
export type NewPlace = () => Promise<DatabaseTarget>;

/** Runs the same tests on SQLite and, where there is one, on a real PostgreSQL. */
export function onBothEngines(tests: (newPlace: NewPlace) => void): void {
  describe('on SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'factdesk-sqlite-'));
    let files = 0;
    afterAll(() => rmSync(folder, { recursive: true }));
    tests(() => {
      files += 1;
      return Promise.resolve({ file: join(folder, `${files}.db`) });
    });
  });
  describe.skipIf(noPostgres !== null)(`on PostgreSQL${noPostgres === null ? '' : ` (skipped: ${noPostgres})`}`, () => {
    let server: PostgresServer | null = null;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.remove());
    tests(async () => {
      if (server === null) throw new Error('PostgreSQL was not started.');
      return { url: await server.database() };
    });
  });
}

/** A clock that moves only when it is set. */
export function handClock(
  start: string,
): Clock & { set(to: Temporal.Instant | string): void; pass(time: string): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set(to) {
      now = Temporal.Instant.from(to);
    },
    pass(time) {
      now = now.add(time);
    },
  };
}
