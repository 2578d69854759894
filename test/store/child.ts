import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/clock.ts';
import { openStore, type DatabaseTarget } from '../../src/store/store.ts';

/**
 * A process of its own that works on a store: `node child.ts <place as JSON> <what to do>`. It starts at a line on its
 * input, so that several start at the same moment, and says one line for each thing that is done.
 */
const [file, url, what = '', name = ''] = process.argv.slice(2);
const place: DatabaseTarget = url === undefined || url === '' ? { file: file ?? '' } : { url };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const lines = createInterface(process.stdin);
say('ready');
await once(lines, 'line');
lines.close();
process.stdin.destroy();

const store = await openStore(place, { clock: systemClock });
const hour = (): Temporal.Instant => systemClock.now().add({ hours: 1 });
const subject = {
  kind: 'brief',
  server: 's',
  channel: 'c',
  edition: '',
  target: 'c',
  due: '2026-01-01T00:00:00Z',
} as const;

switch (what) {
  case 'start':
    say(store.users.hash('u1'));
    break;
  case 'claim':
    for (let n = 0; n < 100; n += 1) {
      const held = await store.outbox.enqueue(
        { ...subject, date: String(n) },
        { messages: [{ body: { by: name }, facts: [] }], memo: null },
        hour(),
      );
      if (held !== null) say(held.id);
    }
    break;
  case 'take':
    for (const id of await store.outbox.pending()) {
      if ((await store.outbox.lease(id, hour())) !== null) say(id);
    }
    break;
  case 'write':
    for (let n = 0; ; n += 1) {
      await store.settings.set('channel', `${name} ${n}`, { story: 'kept', share: true });
      say(`${name} ${n}`);
    }
  default:
    throw new Error(`There is nothing called ${what} to do.`);
}
await store.close();
