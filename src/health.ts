import { createServer } from 'node:http';
import { Gauge, Registry } from 'prom-client';

/** The health of a process: every part that it needs. */
export interface Vitals {
  /** Whether the gateway is open. */
  readonly gateway: () => boolean;
  /** Rejects when the store does not answer. */
  readonly store: () => Promise<void>;
  /** Postings that are due and not finished. */
  readonly waiting: () => Promise<number>;
  /** Seconds since the newest backup; null where there is none. */
  readonly backupAge: () => Promise<number | null>;
  /** The version of each story's facts, by the story's id. */
  readonly facts: () => ReadonlyMap<string, string>;
}

export interface Health {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz` (200 or 503, with a line for each part) and `/metrics` for Prometheus, on a loopback address. Neither contains
 * questions or user names.
 */
export async function openHealth(port: number, vitals: Vitals): Promise<Health> {
  const registry = metrics(vitals);
  const server = createServer((request, response) => {
    const answer = async (): Promise<{ status: number; type: string; text: string }> => {
      if (request.method !== 'GET') return { status: 405, type: 'text/plain', text: 'Only GET.\n' };
      if (request.url === '/healthz') return report(vitals);
      if (request.url === '/metrics')
        return { status: 200, type: registry.contentType, text: await registry.metrics() };
      return { status: 404, type: 'text/plain', text: 'Here are /healthz and /metrics.\n' };
    };
    void answer()
      .catch(() => ({ status: 500, type: 'text/plain', text: 'The state of the process could not be read.\n' }))
      .then(({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function report(vitals: Vitals): Promise<{ status: number; type: string; text: string }> {
  const gateway = vitals.gateway();
  const store = await reached(vitals.store);
  const lines = [
    `gateway ${gateway ? 'open' : 'closed'}`,
    `store ${store ? 'answers' : 'does not answer'}`,
    ...[...vitals.facts()].map(([id, version]) => `story ${id} ${version}`),
  ];
  return { status: gateway && store ? 200 : 503, type: 'text/plain', text: `${lines.join('\n')}\n` };
}

const reached = (store: Vitals['store']): Promise<boolean> =>
  store().then(
    () => true,
    () => false,
  );

function metrics(vitals: Vitals): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, read: () => number | Promise<number>): Gauge =>
    new Gauge({
      name: `factdesk_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge('gateway_open', 'Whether the gateway is open: 1 or 0.', () => Number(vitals.gateway()));
  gauge('store_answers', 'Whether the store answers: 1 or 0.', async () => Number(await reached(vitals.store)));
  gauge('briefs_waiting', 'Postings that are due and not finished; -1 where the store does not answer.', () =>
    vitals.waiting().catch(() => -1),
  );
  gauge('backup_age_seconds', 'Seconds since the newest backup in BACKUP_DIR; -1 where there is none.', async () =>
    vitals.backupAge().then(
      (age) => age ?? -1,
      () => -1,
    ),
  );
  const versions = new Gauge({
    name: 'factdesk_story_info',
    help: 'The version of each loaded story.',
    labelNames: ['story', 'version'],
    registers: [],
    collect() {
      this.reset();
      for (const [story, version] of vitals.facts()) this.set({ story, version }, 1);
    },
  });
  registry.registerMetric(versions);
  return registry;
}
