import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readFolder, type StoryFiles } from '../../src/data/files/read-folder.ts';
import { applyRevisions, type Change } from '../../src/data/revisions/revision.ts';
import { openStore } from '../../src/store/store.ts';
import { SMALL_STORY } from '../data/small-story.ts';
import { newFolder, START, write } from '../stories/newsroom.ts';
import { handClock } from '../store/engines.ts';

const root = join(import.meta.dirname, '../..');

/** A story in a folder and a store with approved changes, and the terminal. */
async function desk() {
  const folder = newFolder();
  write(join(folder, 'aurelia'), SMALL_STORY);
  const file = join(folder, '.store.sqlite');
  const store = await openStore({ file }, { clock: handClock(START) });
  const [ana, bo] = [await store.pseudonyms.of('u1', 'Ana'), await store.pseudonyms.of('u2', 'Bo')];
  const facts = (...words: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const env = { ...process.env, STORIES_DIR: folder, DATABASE_FILE: file, DATABASE_URL: '' };
      execFile(process.execPath, [join(root, 'scripts/facts.ts'), ...words], { cwd: root, env }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });
  const approve = async (change: Change, was: string | null = null): Promise<void> => {
    const rest = { act: 'correct', reason: 'It was misheard.', base: null, question: null, state: 'open' } as const;
    const { id } = await store.proposals.add({ story: 'aurelia', server: 's1', change, was, proposer: ana, ...rest });
    expect(await store.proposals.approve(id, 1, bo, 1)).toBe('approved');
  };
  return { folder: join(folder, 'aurelia'), file, store, facts, approve };
}

const textsOf = (yaml: StoryFiles['yaml']) =>
  [...yaml].map(([name, stored]) => [name, 'bytes' in stored && Buffer.from(stored.bytes).toString()]);

const says = (id: string, text: string): Change => ({ on: 'fact', id, fields: { says: text } });

describe('facts -- export', () => {
  it('writes the text that is served, keeps the comments, and marks the changes as written', async () => {
    const { folder, store, facts, approve } = await desk();
    await approve(says('f001', 'The ferry Aurelia ran aground.'));
    await approve(says('f006', 'The ferry dates from 1998.'), 'The ferry was built in 1998.');
    const { files: served } = applyRevisions(await readFolder(folder), await store.revisions.list('aurelia'));
    const first = await facts('export');
    expect(first).toStrictEqual({ code: 0, err: '', out: 'aurelia: 2 changes are in facts.yml, facts/later.yml.\n' });
    expect(textsOf((await readFolder(folder)).yaml)).toStrictEqual(textsOf(served.yaml));
    expect(readFileSync(join(folder, 'facts.yml'), 'utf8')).toBe(
      SMALL_STORY['facts.yml']?.replace('ran aground off Port Sillan.', 'ran aground.'),
    );
    expect(await store.revisions.list('aurelia')).toStrictEqual([]);
    expect(await store.audit.verify()).toMatchObject({ rows: 6 });
    expect(await facts('export')).toStrictEqual({ code: 0, err: '', out: '' });
    await store.close();
  });

  it('writes nothing where the story would not pass, and says why', async () => {
    const { folder, store, facts, approve } = await desk();
    await approve(says('f001', 'The ferry Aurelia ran aground.'));
    write(folder, { 'where.yml': (SMALL_STORY['where.yml'] ?? '').replace('lat: 38.7', 'lat: 138.7') });
    const { code, err } = await facts('export');
    expect(code).toBe(1);
    expect(err).toMatch(/where\.yml:6:8 {2}/);
    expect(err).toContain('nothing is written');
    expect(readFileSync(join(folder, 'facts.yml'), 'utf8')).toBe(SMALL_STORY['facts.yml']);
    expect(await store.revisions.list('aurelia')).toHaveLength(1);
    await store.close();
  });
});

describe('facts -- audit', () => {
  it('finds the log whole, and names the row that was changed', async () => {
    const { file, store, facts, approve } = await desk();
    await approve(says('f001', 'The ferry Aurelia ran aground.'));
    await approve(says('f006', 'The ferry dates from 1998.'));
    await store.close();
    const whole = await facts('audit');
    const anchor = /4:[0-9a-f]{64}/.exec(whole.out)?.[0] ?? '';
    expect(whole).toStrictEqual({ code: 0, err: '', out: `The log is whole: 4 rows, the last one ${anchor}\n` });
    expect(await facts('audit', '--anchor', anchor)).toMatchObject({ code: 0 });
    expect(await facts('audit', '--anchor', `4:${'f'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await facts('audit', '--anchor', '4')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--anchor') as string,
    });
    const database = new DatabaseSync(file);
    database.exec(`update audit set body = replace(body, 'misheard', 'invented') where seq = 3`);
    database.close();
    const broken = 'Row 3 of the log is broken. It is not what was written.\n';
    expect(await facts('audit')).toStrictEqual({ code: 1, out: '', err: broken });
  });
});
