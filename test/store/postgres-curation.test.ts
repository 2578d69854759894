import { assert, asyncProperty, integer } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

const full = process.env['FACTDESK_FULL'] === '1';
const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_322);

describe.skipIf(noPostgres !== null)(`PostgreSQL${noPostgres === null ? '' : ` (skipped: ${noPostgres})`}`, () => {
  let server: PostgresServer;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
    store = await openStore({ url: await server.database() }, { clock: systemClock });
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
  });

  it(
    `keeps every approval that was acknowledged, and each one wholly or not at all, when it is stopped hard (seed ${SEED})`,
    { timeout: full ? 900_000 : 120_000 },
    async () => {
      const ana = await store.pseudonyms.of('u1', 'Ana');
      const bo = await store.pseudonyms.of('u2', 'Bo');
      const acknowledged: string[] = [];
      const doubtful: string[] = [];
      let made = 0;
      const propose = async (): Promise<string> => {
        made += 1;
        const change = { on: 'fact', id: `f${made}`, fields: { says: `It was ${made}.` } } as const;
        const rest = { reason: null, was: 'It was not.', base: null, question: null, state: 'open' } as const;
        return (
          await store.proposals.add({ story: 'kosovo', server: 's1', act: 'correct', change, proposer: ana, ...rest })
        ).id;
      };
      const crash = async (after: number): Promise<void> => {
        const enough = acknowledged.length + after;
        const stopping: Promise<void>[] = [];
        const down = new AbortController();
        const editor = async (): Promise<void> => {
          while (!down.signal.aborted) {
            let id: string | null = null;
            try {
              id = await propose();
              if ((await store.proposals.approve(id, 1, bo, 1)) === 'approved') acknowledged.push(id);
            } catch {
              if (id !== null) doubtful.push(id);
            }
            if (acknowledged.length < enough || stopping.length > 0) continue;
            stopping.push(server.stop('immediate').then(() => down.abort()));
          }
        };
        await Promise.all(Array.from({ length: 6 }, editor));
        await Promise.all(stopping);
        await server.start();
        await store.ping();
        // Whoever pressed and got no answer presses again: it is approved once, then or now.
        for (const id of doubtful.splice(0)) {
          const said = await store.proposals.approve(id, 1, bo, 1);
          expect(['approved', 'closed']).toContain(said);
          acknowledged.push(id);
        }
      };
      await assert(asyncProperty(integer({ min: 1, max: 60 }), crash), {
        numRuns: full ? 50 : 4,
        seed: SEED,
        endOnFailure: true,
      });
      const revisions = await store.revisions.all('kosovo');
      expect(revisions.map(({ id }) => id).toSorted()).toStrictEqual(acknowledged.toSorted());
      for (const { id, seq } of revisions) {
        expect(await store.proposals.get(id)).toMatchObject({ state: 'approved', approvals: [bo] });
        expect(seq).toBeGreaterThan(0);
      }
      const waiting = await store.proposals.list({ story: 'kosovo', server: 's1', states: ['open'], limit: 10_000 });
      for (const { approvals } of waiting) expect(approvals).toStrictEqual([]);
      const found = await store.audit.verify();
      // A row for each proposal that was made, and one for each that was approved.
      expect(found).toHaveProperty('rows', waiting.length + 2 * revisions.length);
      process.stdout.write(`stopped hard: ${revisions.length} approvals, none lost, none twice\n`);
    },
  );
});
