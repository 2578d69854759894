import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { assert, asyncProperty, integer } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { noPostgres, type PostgresServer, startPostgres } from './postgres-server.ts';

const full = process.env['FACTDESK_FULL'] === '1';

describe.skipIf(noPostgres !== null)(`PostgreSQL${noPostgres === null ? '' : ` (skipped: ${noPostgres})`}`, () => {
  let server: PostgresServer;
  let url: string;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.database();
    store = await openStore({ url }, { clock: systemClock });
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
  });

  it(
    'loses nothing that was acknowledged when it is stopped hard in the middle of writes',
    { timeout: full ? 600_000 : 60_000 },
    async () => {
      const acknowledged: string[] = [];
      let refused = 0;
      let writes = 0;
      const crash = async (after: number): Promise<void> => {
        const enough = acknowledged.length + after;
        const stopped = new AbortController();
        const crashing: Promise<void>[] = [];
        const writer = async (): Promise<void> => {
          while (!stopped.signal.aborted) {
            const name = `write ${(writes += 1)}`;
            try {
              await store.settings.set('channel', name, { story: 'kept', share: false });
              acknowledged.push(name);
            } catch {
              refused += 1;
            }
            if (acknowledged.length < enough || crashing.length > 0) continue;
            crashing.push(server.stop('immediate').then(() => stopped.abort()));
          }
        };
        await Promise.all(Array.from({ length: 8 }, writer));
        await Promise.all(crashing);
        await server.start();
        await store.ping();
      };
      await assert(asyncProperty(integer({ min: 1, max: 300 }), crash), {
        numRuns: full ? 50 : 4,
        endOnFailure: true,
      });
      const kept = await Promise.all(acknowledged.map((name) => store.settings.get('channel', name)));
      expect(kept.filter(({ story, share }) => story !== 'kept' || share !== false)).toStrictEqual([]);
      // The crash has to have met writes that were under way, or nothing was tried here.
      expect(refused).toBeGreaterThan(0);
    },
  );

  it('lets go of a line that is dead but does not end', { timeout: 60_000 }, async () => {
    const sockets: Socket[] = [];
    const proxy = createServer((from) => {
      const to = connect(Number(new URL(url).port), '127.0.0.1');
      sockets.push(from, to);
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      to.on('error', () => from.destroy());
      from.pipe(to).pipe(from);
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
    const through = new URL(url);
    through.port = String(address.port);
    const behind = await openStore({ url: String(through) }, { clock: systemClock });
    await behind.ping();
    for (const socket of sockets) socket.unpipe().pause();
    await expect(behind.ping()).rejects.toThrow('silent');
    await behind.ping();
    await behind.close();
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
});
