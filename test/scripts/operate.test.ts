import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type DatabaseTarget, openStore } from '../../src/store/store.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { handClock, onBothEngines } from '../store/engines.ts';
import { newFolder, START, write } from '../stories/newsroom.ts';

const root = join(import.meta.dirname, '../..');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function operate(folder: string, target: DatabaseTarget, ...words: readonly string[]): Promise<Ran> {
  const store =
    'file' in target
      ? { DATABASE_FILE: target.file, DATABASE_URL: '' }
      : { DATABASE_URL: target.url, DATABASE_FILE: '' };
  return new Promise((resolve) => {
    const env = { ...process.env, STORIES_DIR: folder, ...store };
    execFile(process.execPath, [join(root, 'scripts/operate.ts'), ...words], { cwd: root, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

/** A store with a claim, a brief, an open proposal and a posting that waits. The bot's connection stays open. */
async function newsroom(target: DatabaseTarget) {
  const folder = newFolder();
  write(join(folder, 'aurelia'), SMALL_STORY);
  const store = await openStore(target, { clock: handClock(START) });
  await store.curationClaims.claim('aurelia', 's1', 'c1');
  await store.settings.set('server', 's2', { share: true });
  return { folder, store, run: (...words: readonly string[]) => operate(folder, target, ...words) };
}

onBothEngines((newPlace) => {
  it('shows who curates what, and releases it for another server', async () => {
    const { store, run } = await newsroom(await newPlace());
    expect((await run('status')).out).toMatch(/stories: 1 pass, 0 do not, 1 is curated\n[^]*audit log: 1 row/);
    expect((await run('stories')).out).toContain('curated in server s1, channel c1');
    expect((await run('servers')).out).toBe(
      's1: curates aurelia, 0 briefs, 0 settings\ns2: curates nothing, 0 briefs, 1 setting\n',
    );
    expect(await run('queue')).toMatchObject({ code: 0, out: 'Nothing waits.\n' });
    expect(await run('release', 'aurelia')).toMatchObject({ code: 0, err: '' });
    expect(await store.curationClaims.claim('aurelia', 's2', 'c2')).toBe('claimed');
    expect((await run('log', '--last', '2')).out).toMatch(/^3 .* claim {2}aurelia\n2 .* release {2}aurelia\n$/);
    expect((await run('release', 'ferry')).err).toContain('No server curates "ferry"');
    await store.close();
  });
});

describe('operate', () => {
  const place = () => ({ file: join(mkdtempSync(join(tmpdir(), 'operate-')), 'desk.sqlite') });

  it('answers while another process holds the lock of a writer', async () => {
    const target = place();
    const { store, run } = await newsroom(target);
    const writer = new DatabaseSync(target.file);
    writer.exec('begin immediate');
    for (const action of ['status', 'stories', 'servers', 'queue', 'log']) {
      expect(await run(action)).toMatchObject({ code: 0, err: '' });
    }
    writer.exec('rollback');
    writer.close();
    await store.close();
  });

  it('creates no store where there is none, and takes no other file for one', async () => {
    const target = place();
    expect(await operate(newFolder(), target, 'status')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no store at') as string,
    });
    expect(await operate(newFolder(), target, 'release', 'aurelia')).toMatchObject({ code: 1 });
    expect(existsSync(target.file)).toBe(false);
    writeFileSync(target.file, 'This is a letter.');
    expect((await operate(newFolder(), target, 'status')).err).toContain('No store of Factdesk could be read');
  });

  it.each([
    [['stat'], 'There is no "stat" here.'],
    [['queue', 'now'], '"queue" takes nothing after it, not "now".'],
    [['release'], '"release" takes the id of one story.'],
    [['log', '--last', 'all'], '--last takes a whole number from 1 to 1000, not "all".'],
    [['queue', '--last', '5'], '--last belongs to "log" alone.'],
    [['log', '--first'], '--first'],
    [['backup'], '"backup" takes create, verify or restore'],
    [['backup', 'verify'], 'Name the folder of the backup'],
    [['backup', 'create'], 'set BACKUP_DIR'],
    [['backup', 'create', 'there'], 'There is no store at'],
    [['backup', 'restore', '/nowhere'], 'is no backup'],
  ])('refuses %j with a sentence', async (words, sentence) => {
    const { code, out, err } = await operate(newFolder(), place(), ...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });
});
