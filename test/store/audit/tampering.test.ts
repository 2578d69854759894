import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { hashEntry } from '../../../src/store/audit/hash-chain.ts';
import { GENESIS_HASH } from '../../../src/store/database/timestamp.ts';
import { openStore } from '../../../src/store/store.ts';
import { numbers } from '../../numbers.ts';
import { handClock } from '../engines.ts';
import { tamperer } from './tampering.ts';

const SEED = Number(process.env['FACTDESK_SEED'] ?? 20_310_320);
const FULL = process.env['FACTDESK_FULL'] === '1';
/** Each is looked through from the start: a log of 10,000 rows 10,000 times takes half an hour. */
const [ROWS, TAMPERINGS] = FULL ? [10_000, 10_000] : [300, 1000];

const folder = mkdtempSync(join(tmpdir(), 'factdesk-tampering-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows like those that the store writes, at once: one by one each would wait for the disk. */
async function filled(file: string, rows: number, hash = hashEntry) {
  const clock = handClock('2031-03-18T09:00:00Z');
  const store = await openStore({ file }, { clock });
  const database = new DatabaseSync(file);
  const insert = database.prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?, ?)');
  let prev = GENESIS_HASH;
  database.exec('begin');
  for (let seq = 1; seq <= rows; seq += 1) {
    const at = `2031-03-18T09:00:00.${String(seq % 1000).padStart(3, '0')}Z`;
    const link = {
      seq,
      at,
      actor: seq % 3 === 0 ? null : `a${seq % 7}`,
      act: 'propose',
      subject: `p${seq}`,
      body: `{"n":${seq}}`,
      prev,
    };
    const own = hash(link);
    insert.run(seq, at, link.actor, link.act, link.subject, link.body, prev, own);
    prev = own;
  }
  database.prepare('update chain set seq = ?, hash = ?').run(rows, prev);
  database.exec('commit');
  database.close();
  return store;
}

describe(`a log of ${ROWS} rows (seed ${SEED}; FACTDESK_SEED sets another)`, () => {
  it(
    `shows each of ${TAMPERINGS} tamperings, and the row where it begins`,
    { timeout: FULL ? 3_600_000 : 60_000 },
    async () => {
      const draw = numbers(SEED);
      const file = join(folder, 'log.db');
      const store = await filled(file, ROWS);
      const printed = (await store.audit.head()) ?? expect.fail();
      const hand = tamperer(file);
      const ways = Object.entries(hand.ways);
      const missed: unknown[] = [];
      for (let n = 0; n < TAMPERINGS; n += 1) {
        const [way, tamper] = ways[n % ways.length] ?? expect.fail();
        const { first, undo } = tamper(ROWS, draw);
        const found = await store.audit.verify(printed);
        // What follows from a changed hash is seen at that row or at the next one.
        if (!('broken' in found) || (found.broken !== first && found.broken !== first + 1))
          missed.push([way, first, found]);
        undo();
      }
      expect(missed).toStrictEqual([]);
      expect(await store.audit.verify(printed)).toStrictEqual({ rows: ROWS, head: printed.hash });
      process.stdout.write(`tampering: ${TAMPERINGS} of ${TAMPERINGS} found in a log of ${ROWS} rows\n`);
      hand.close();
      await store.close();
    },
  );

  it('would not show a cut end without the head that was printed, nor anything if its hashes left a field out', async () => {
    const draw = numbers(SEED);
    const file = join(folder, 'control.db');
    const store = await filled(file, 50);
    const hand = tamperer(file);
    const { undo } = hand.ways['the end cut off, and the head with it'](50, draw);
    expect(await store.audit.verify()).toHaveProperty('rows');
    undo();
    // The same log, its bodies in no hash: the rows do not follow from our own way of counting.
    const other = join(folder, 'weak.db');
    const weak = await filled(other, 50, (link) => hashEntry({ ...link, body: '' }));
    expect(await weak.audit.verify()).toMatchObject({ broken: 1 });
    hand.close();
    await Promise.all([store.close(), weak.close()]);
  });

  it('is looked through in two seconds a hundred thousand rows', { timeout: 60_000 }, async () => {
    const rows = FULL ? 100_000 : 20_000;
    const store = await filled(join(folder, 'long.db'), rows);
    const begun = process.cpuUsage();
    expect(await store.audit.verify()).toHaveProperty('rows', rows);
    const { user, system } = process.cpuUsage(begun);
    const seconds = (user + system) / 1_000_000;
    process.stdout.write(`a log of ${rows} rows is looked through in ${seconds.toFixed(2)} s of the processor\n`);
    await store.close();
  });
});
