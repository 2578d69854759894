import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Row {
  readonly behaviour: string;
  readonly documentation: string;
  readonly file: string;
  readonly title: string;
}

function rowsOf(markdown: string): Row[] {
  const lines = markdown.split('\n').filter((line) => /^\| (?!behaviour|-)/.test(line));
  return lines.map((line) => {
    const [behaviour = '', documentation = '', shown = ''] = line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim());
    const at = shown.indexOf(': ');
    return { behaviour, documentation, file: shown.slice(0, at), title: shown.slice(at + 2) };
  });
}

/** The titles of a test file, single tests and rows of tables, as they are written there. */
function titlesIn(file: string): Set<string> {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  const literals = text.matchAll(/(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g);
  return new Set([...literals].map(([, one, other]) => (one ?? other ?? '').replaceAll(/\\(.)/g, '$1')));
}

const rows = rowsOf(readFileSync(join(import.meta.dirname, '../CONFORMANCE.md'), 'utf8'));

test('each row of the table names a line and a test that is there', () => {
  expect(rows.length).toBeGreaterThan(70);
  const missing = rows.filter(({ file, title }) => !titlesIn(file).has(title));
  expect(missing).toEqual([]);
  const bare = rows.filter(
    (row) => !/^(?:[\w/-]+\.mdx(?::\d+(?:, \d+)*)?|spec|discord-api-docs#\d+)$/.test(row.documentation),
  );
  expect(bare).toEqual([]);
});

test('a row that names no test is seen', () => {
  const [row] = rowsOf('| x | spec | gateway.test.ts: no such test |');
  expect(titlesIn(row?.file ?? '').has(row?.title ?? '')).toBe(false);
});
