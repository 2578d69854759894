import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readFolder, type StoryFiles } from '../../src/data/files/read-folder.ts';
import { applyRevisions, type Act, type Change } from '../../src/data/revisions/revision.ts';
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
  const approve = async (change: Change, was: string | null = null, act: Act = 'correct'): Promise<void> => {
    const rest = { act, reason: 'It was misheard.', base: null, question: null, state: 'open' } as const;
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

describe('facts -- export, of facts that were edited by hand meanwhile', () => {
  const cite = [{ source: 's1', quote: 'The ferry was built in 1998.' }];
  const added: Change = {
    on: 'fact',
    id: 'f100',
    fields: { kind: 'state', says: 'The ferry is old.', status: 'reported', cite },
  };

  it('writes nothing where somebody gave the number of an approved fact to another one', async () => {
    const { folder, store, facts, approve } = await desk();
    await approve(added, null, 'add');
    const byHand = `${SMALL_STORY['facts/later.yml']}
- id: f100
  kind: state
  says: The ferry has two decks.
  when: 2031-03-15
  when_how: inferred
  status: reported
  cite:
    - source: s1
      quote: |-
        The ferry was built in 1998.
`;
    write(folder, { 'facts/later.yml': byHand });
    const { code, err } = await facts('export');
    expect(code).toBe(1);
    expect(err).toMatch(/facts\/later\.yml:\d+:7 {2}'f100' is the id of this fact/);
    expect(err).toContain('The ferry is old.');
    expect(readFileSync(join(folder, 'facts/later.yml'), 'utf8')).toBe(byHand);
    expect(readFileSync(join(folder, 'facts.yml'), 'utf8')).toBe(SMALL_STORY['facts.yml']);
    expect(await store.revisions.list('aurelia')).toHaveLength(1);
    // With another number both are there.
    write(folder, { 'facts/later.yml': byHand.replace('f100', 'f101') });
    expect(await facts('export')).toStrictEqual({ code: 0, err: '', out: 'aurelia: 1 changes are in facts.yml.\n' });
    await store.close();
  });

  it('names both values of a field, and counts only what it wrote', async () => {
    const { folder, store, facts, approve } = await desk();
    const base = { says: 'The ferry was built in 1998.' };
    await approve({ on: 'fact', id: 'f006', fields: { says: 'The ferry dates from 1998.' }, base });
    await approve(says('f999', 'Nobody has this fact.'));
    const later = SMALL_STORY['facts/later.yml'] ?? '';
    write(folder, { 'facts/later.yml': later.replace('says: The ferry was built in 1998.', 'says: It is of 1998.') });
    const { code, err } = await facts('export');
    expect(code).toBe(1);
    for (const value of ['It is of 1998.', 'The ferry dates from 1998.', 'The ferry was built in 1998.']) {
      expect(err).toContain(`“${value}”`);
    }
    write(folder, { 'facts/later.yml': later });
    const second = await facts('export');
    expect(second.code).toBe(0);
    expect(second.out).toContain('aurelia: 1 changes are in facts/later.yml.\n');
    expect(second.out).toContain('The change "correct" of f999, approved at ');
    // What is not written is not marked as written.
    expect((await store.revisions.list('aurelia')).map(({ change }) => change.id)).toStrictEqual(['f999']);
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
