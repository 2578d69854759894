import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataSet } from '../../../bench/search/data-set.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const CLAIMS = '# id, text, names\nc1\tThe dam broke at dawn.\tZelengrad | Ana Petrović\nc2\tThe bridge is closed.\n';
const QUERIES = 'q1\tdam broken\tkeywords\n\nq2\tis the bridge open\nq3\tnobody knows\n';
const RELEVANCE = 'q1\tc1\nq1\tc2\t0\r\nq2\tc2\t2\nq2\tc2\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'factdesk-data-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const files = { 'claims.tsv': CLAIMS, 'queries.tsv': QUERIES, 'relevance.tsv': RELEVANCE };

describe('a retrieval set of others', () => {
  it('is read: names and classes where there are any, wrong grades and unanswered queries left out', () => {
    expect(readDataSet(folderWith(files))).toEqual({
      docs: [
        { id: 'c1', names: ['Zelengrad', 'Ana Petrović'], text: 'The dam broke at dawn.' },
        { id: 'c2', names: [], text: 'The bridge is closed.' },
      ],
      queries: [
        { kind: 'keywords', text: 'dam broken', right: ['c1'] },
        { kind: 'all', text: 'is the bridge open', right: ['c2'] },
      ],
    });
  });

  it.each([
    ['queries.tsv', null, 'queries.tsv cannot be read'],
    ['claims.tsv', `${CLAIMS}c1\tAgain.\n`, 'have the same id'],
    ['claims.tsv', 'c1 without a tab\n', 'claims.tsv:1: write at least two columns'],
    ['relevance.tsv', `${RELEVANCE}q1\tc9\n`, 'relevance.tsv:5: there is no claim "c9"'],
    ['relevance.tsv', 'q9\tc1\n', 'relevance.tsv:1: there is no query "q9"'],
    ['relevance.tsv', '# none\n', 'No query'],
  ])('with a wrong %s is refused in a sentence (%#)', (name, text, sentence) => {
    const others = Object.fromEntries(Object.entries(files).filter(([file]) => file !== name));
    const folder = folderWith(text === null ? others : { ...others, [name]: text });
    expect(() => readDataSet(folder)).toThrow(sentence);
  });
});
