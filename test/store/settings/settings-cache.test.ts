import { describe, expect, it } from 'vitest';
import { cachedReads } from '../../../src/store/settings/settings-cache.ts';

/** A table of one row that others write to as well, and that answers when it is told to. */
function table(): {
  story: string;
  version: number;
  reads: number;
  readonly held: (() => void)[];
  holds: boolean;
} {
  return { story: 'floods', version: 1, reads: 0, held: [], holds: false };
}

function readerOf(rows: ReturnType<typeof table>): (scope: string, id: string) => Promise<{ story: string }> {
  return async () => {
    rows.reads += 1;
    const { story } = rows;
    if (rows.holds) await new Promise<void>((resolve) => rows.held.push(resolve));
    return { story };
  };
}

describe('settings that are kept', () => {
  it('are read once, and again when another process has written', async () => {
    const rows = table();
    const { get } = cachedReads(readerOf(rows), () => rows.version);
    expect([await get('channel', 'c'), await get('channel', 'c'), rows.reads]).toEqual([
      { story: 'floods' },
      { story: 'floods' },
      1,
    ]);
    Object.assign(rows, { story: 'kosovo', version: 2 });
    expect(await get('channel', 'c')).toEqual({ story: 'kosovo' });
  });

  it('would be stale if nobody asked whether another process has written (the control)', async () => {
    const rows = table();
    const { get } = cachedReads(readerOf(rows), () => 1);
    await get('channel', 'c');
    Object.assign(rows, { story: 'kosovo', version: 2 });
    expect(await get('channel', 'c')).toEqual({ story: 'floods' });
  });

  it('are not kept when they were changed while they were being read', async () => {
    const rows = table();
    const { get, changed } = cachedReads(readerOf(rows), () => rows.version);
    rows.holds = true;
    const late = get('channel', 'c');
    Object.assign(rows, { story: 'kosovo', holds: false });
    changed();
    for (const go of rows.held) go();
    // A read that began before the change may return the old value; a later read may not.
    expect(await late).toEqual({ story: 'floods' });
    expect(await get('channel', 'c')).toEqual({ story: 'kosovo' });
  });

  it('do not grow with the number of channels', async () => {
    const rows = table();
    const { get } = cachedReads(readerOf(rows), () => rows.version);
    for (let n = 0; n <= 2_000; n += 1) await get('channel', String(n));
    expect(rows.reads).toBe(2_001);
    await get('channel', '0');
    expect(rows.reads).toBe(2_002);
  });
});
