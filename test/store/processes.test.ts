import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { assert, asyncProperty, integer } from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openStore, type DatabaseTarget } from '../../src/store/store.ts';
import { onBothEngines } from './engines.ts';

interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly said: string[];
  readonly ready: Promise<unknown>;
  /** The exit code, null for a process that was killed. */
  readonly ended: Promise<number | null>;
}

const children: Child[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.process.kill('SIGKILL');
});

function child(
  place: DatabaseTarget,
  what: string,
  name: string,
  heard: (count: number) => void = () => undefined,
): Child {
  const [file, url] = 'file' in place ? [place.file, ''] : ['', place.url];
  const started = spawn(
    process.execPath,
    [fileURLToPath(new URL('./child.ts', import.meta.url)), file, url, what, name],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'factdesk-compiled') },
    },
  );
  const said: string[] = [];
  const lines = createInterface(started.stdout);
  const ready = once(lines, 'line').then(() =>
    lines.on('line', (line) => {
      said.push(line);
      heard(said.length);
    }),
  );
  const ended = Promise.all([once(started, 'exit'), once(lines, 'close')]).then(() => started.exitCode);
  const made = { process: started, said, ready, ended };
  children.push(made);
  return made;
}

/** Lets them go at the same moment, and waits for all. */
async function together(group: readonly Child[]): Promise<string[]> {
  await Promise.all(group.map(({ ready }) => ready));
  for (const one of group) one.process.stdin.end('go\n');
  expect(await Promise.all(group.map(({ ended }) => ended))).toStrictEqual(group.map(() => 0));
  return group.flatMap(({ said }) => said);
}

const four = (place: DatabaseTarget, what: string): Child[] =>
  ['a', 'b', 'c', 'd'].map((name) => child(place, what, name));

/** What the engine says of its own files; PostgreSQL has checksums of its own and no such question. */
function integrity(place: DatabaseTarget): unknown[] {
  if ('url' in place) return ['ok'];
  const database = new DatabaseSync(place.file);
  const rows = database.prepare('pragma integrity_check').all();
  database.close();
  return rows.map((row) => row['integrity_check']);
}

onBothEngines((newPlace) => {
  it('starts four processes at once on a place where nothing is yet, with one key between them', async () => {
    const said = await together(four(await newPlace(), 'start'));
    expect(said).toHaveLength(4);
    expect(new Set(said).size).toBe(1);
  });

  it('gives each of 100 briefs to one of four processes that race for them, and each left one to one other', async () => {
    const place = await newPlace();
    const claimed = await together(four(place, 'claim'));
    expect(claimed).toHaveLength(100);
    expect(new Set(claimed).size).toBe(100);
    const dayLater = { now: () => systemClock.now().add({ hours: 24 }) };
    const store = await openStore(place, { clock: dayLater });
    const waiting = await store.outbox.pending();
    expect(new Set(waiting)).toStrictEqual(new Set(claimed));
    for (const id of waiting) {
      const held = await store.outbox.lease(id, systemClock.now().add({ hours: 24 }));
      if (held !== null) await store.outbox.release(held, systemClock.now(), { tries: 0, refusals: 0 });
    }
    await store.close();
    const taken = await together(four(place, 'take'));
    expect(taken).toHaveLength(100);
    expect(new Set(taken)).toStrictEqual(new Set(claimed));
  });

  it('loses nothing that was acknowledged when the process is killed', async () => {
    const place = await newPlace();
    const acknowledged: string[] = [];
    let rounds = 0;
    const afterLines = integer({ min: 1, max: 40 });
    await assert(
      asyncProperty(afterLines, async (enough) => {
        rounds += 1;
        const writer = child(place, 'write', `round ${rounds}`, (count) => {
          if (count === enough) writer.process.kill('SIGKILL');
        });
        await writer.ready;
        writer.process.stdin.end('go\n');
        expect(await writer.ended).toBeNull();
        acknowledged.push(...writer.said);
      }),
      { numRuns: process.env['FACTDESK_FULL'] === '1' ? 30 : 3, endOnFailure: true },
    );
    const store = await openStore(place, { clock: systemClock });
    for (const name of acknowledged) {
      expect(await store.settings.get('channel', name)).toStrictEqual({ story: 'kept', share: true });
    }
    await store.close();
    expect(acknowledged.length).toBeGreaterThan(rounds);
    expect(integrity(place)).toStrictEqual(['ok']);
  });
});
