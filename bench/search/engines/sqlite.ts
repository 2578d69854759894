import { DatabaseSync } from 'node:sqlite';
import { folded, MOST, SQLITE } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import type { Build } from './engine.ts';

interface How {
  readonly table: string;
  readonly read: (text: string) => string;
  /** A query in FTS5 syntax; empty if no word is left. */
  readonly match: (text: string) => string;
}

function search(docs: readonly Doc[], { table, read, match }: How) {
  const base = new DatabaseSync(':memory:');
  base.exec(`CREATE VIRTUAL TABLE t USING fts5(names, text, ${table})`);
  const insert = base.prepare('INSERT INTO t (rowid, names, text) VALUES (?, ?, ?)');
  base.exec('BEGIN');
  for (const [at, { names, text }] of docs.entries()) insert.run(at, read(names.join(' ')), read(text));
  base.exec("COMMIT; INSERT INTO t (t) VALUES ('optimize')");
  const ids = docs.map(({ id }) => id);
  const find = base.prepare(`SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, ${SQLITE.weights}) LIMIT ${MOST}`);
  return (query: string): string[] => {
    const asked = match(read(query));
    return asked === '' ? [] : find.all(asked).map(({ rowid }) => ids[Number(rowid)] ?? '');
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const quoted = (parts: Iterable<string>): string => [...new Set(parts)].map((part) => `"${part}"`).join(' OR ');
const inFolds = (text: string): string => folded(text).join(' ');

const byWord = (text: string): string => {
  const words = wordsOf(text);
  return words.length === 0 ? '' : `${quoted(words)}*`;
};

const byTrigram = (text: string): string =>
  quoted(
    wordsOf(text.toLowerCase()).flatMap((word) => {
      const letters = [...word];
      return letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''));
    }),
  );

const asIs = (text: string): string => text;

export const fts5: Build = (docs) => search(docs, { table: SQLITE.fts5, read: asIs, match: byWord });
export const fts5Fold: Build = (docs) => search(docs, { table: SQLITE.fts5, read: inFolds, match: byWord });
export const trigram: Build = (docs) => search(docs, { table: SQLITE.trigram, read: asIs, match: byTrigram });
export const trigramFold: Build = (docs) => search(docs, { table: SQLITE.trigram, read: inFolds, match: byTrigram });
