import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const STORY = join(root, 'src/data/stories/kosovo-mayors-2023');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function facts(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const { STORIES_DIR: _, ...env } = process.env;
    execFile(process.execPath, [join(root, 'scripts/facts.ts'), ...words], { cwd: root, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('the stories as they are', () => {
  test('have no mistakes', async () => {
    const { code, out, err } = await facts('check');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('kosovo-mayors-2023:');
  });

  test('leave no sentence of the article uncited', async () => {
    const { code, out } = await facts('coverage');
    expect({ code, out }).toEqual({ code: 0, out: 'kosovo-mayors-2023: 19 of 19 sentences are cited.\n' });
  });

  test('list every fact with citations that lead back to the article', async () => {
    const { code, out } = await facts('list', '--json');
    const listed = JSON.parse(out) as readonly {
      id: string;
      citations: readonly { source: string; quote: string; start: number; end: number; line: number }[];
    }[];
    const article = Array.from(await readFile(join(STORY, 'sources/s1.txt'), 'utf8'));
    expect(code).toBe(0);
    expect(listed.length).toBeGreaterThanOrEqual(50);
    for (const { citations } of listed) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { quote, start, end, line } of citations) {
        expect(article.slice(start, end).join('')).toBe(quote);
        expect(article.slice(0, start).filter((sign) => sign === '\n')).toHaveLength(line - 1);
      }
    }
    expect((await facts('list')).out).toContain(`  ${listed[0]?.id ?? ''}  `);
  });
});

describe('stories with mistakes', () => {
  let stories = '';

  beforeEach(async () => {
    stories = await mkdtemp(join(tmpdir(), 'facts-'));
    await cp(STORY, join(stories, 'broken'), { recursive: true });
    const file = join(stories, 'broken/who.yml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('  type: person', '  tpye: person'));
  });

  afterEach(async () => {
    await rm(stories, { recursive: true });
  });

  test('fail the check, with the place, the line, a caret and a cure', async () => {
    const { code, err } = await facts('check', '--stories', stories);
    expect(code).toBe(1);
    expect(err).toMatch(/broken\/who\.yml:\d+:3 {2}There is no field called 'tpye' in an entry of who\.yml\.\n/);
    expect(err).toMatch(/ \| {3}tpye: person\n +\^\n +Did you mean 'type'\?\n/);
  });

  test('are named, with exit 1, where others are listed', async () => {
    await cp(STORY, join(stories, 'whole'), { recursive: true });
    const { code, out, err } = await facts('list', '--json', '--stories', stories);
    expect(code).toBe(1);
    expect((JSON.parse(out) as readonly { story: string }[]).every(({ story }) => story === 'whole')).toBe(true);
    expect(err).toContain('broken');
  });

  test('a folder without stories, or none, is no success', async () => {
    expect(await facts('check', '--stories', join(stories, 'broken'))).toMatchObject({ code: 1 });
    expect(await facts('check', '--stories', join(stories, 'nowhere'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read') as string,
    });
  });
});

test('anything else is answered with what there is', async () => {
  expect(await facts('chek')).toMatchObject({ code: 1, err: expect.stringContaining('facts -- check') as string });
  expect(await facts('list', '--jason')).toMatchObject({ code: 1, err: expect.stringContaining('--jason') as string });
});
