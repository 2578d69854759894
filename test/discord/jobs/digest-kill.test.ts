import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { noPostgres, startPostgres } from '../../store/postgres-server.ts';
import { killAndPost, type KillOptions } from './digest-kill.ts';

const full = process.env['FACTDESK_FULL'] === '1';
const seed = Number(process.env['FACTDESK_SEED'] ?? 20_260_301);
const minutes = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'factdesk-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inFile = (name: string): KillOptions['place'] => ({ file: join(folder, `${name}.db`) });
const RIGHT = { lost: [], doubled: [], disordered: [], errors: [] };

// Most of the time goes into processes that start one after the other, so there are several such rows at a time.
describe.concurrent(`briefs through kills -9 and a failing Discord (seed ${seed}; FACTDESK_SEED sets another)`, () => {
  it(
    'come once, whole and in order from one process',
    { timeout: full ? 90 * minutes : 5 * minutes },
    async ({ expect }) => {
      const kills = full ? 600 : 36;
      const outcome = await killAndPost({ seed, kills, place: inFile('one'), processes: 1 });
      expect(outcome).toMatchObject(RIGHT);
      expect(outcome.kills).toBeGreaterThanOrEqual(kills);
      expect(outcome.parts).toBeGreaterThan(kills);
    },
  );

  it.skipIf(noPostgres !== null)(
    `come once, whole and in order from two processes on PostgreSQL${noPostgres === null ? '' : ` (skipped: ${noPostgres})`}`,
    { timeout: full ? 90 * minutes : 5 * minutes },
    async ({ expect }) => {
      const kills = full ? 400 : 24;
      const server = await startPostgres();
      const place = { url: await server.database() };
      const outcome = await killAndPost({ seed: seed + 1, kills, place, processes: 2 });
      await server.remove();
      expect(outcome).toMatchObject(RIGHT);
      expect(outcome.kills).toBeGreaterThanOrEqual(kills);
    },
  );

  it.for(['nonce', 'look back'] as const)(
    'double without the %s',
    { timeout: 5 * minutes },
    async (without, { expect }) => {
      const control = { place: inFile(without), processes: 1, without, untilWrong: true } as const;
      const outcome = await killAndPost({ ...control, seed: seed + 2, kills: 60 });
      expect(outcome.doubled).not.toStrictEqual([]);
    },
  );
});
