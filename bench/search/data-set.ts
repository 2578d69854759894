import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../../src/errors.ts';
import type { Base, Doc } from './text/base.ts';
import type { Query } from './text/fact-queries.ts';

/**
 * A retrieval set of others: a folder with three files of tab-separated columns, in UTF-8, one record a line; empty lines
 * and lines that begin with # are left out.
 *
 * - claims.tsv: id, text, and if there are any, names, divided by " | "
 * - queries.tsv: id, text, and if there is one, a class, by which figures are given
 * - relevance.tsv: id of a query, id of a claim, and if there is one, a grade, of which 0 is wrong
 */
export function readDataSet(folder: string): Base {
  const docs = rows(folder, 'claims.tsv').map(({ cells: [id = '', text = '', names = ''] }): Doc => ({
    id,
    names: names.split(' | ').filter((name) => name !== ''),
    text,
  }));
  const known = new Set(docs.map(({ id }) => id));
  if (known.size < docs.length) throw new ReaderError(`Two claims in ${join(folder, 'claims.tsv')} have the same id.`);
  const asked = rows(folder, 'queries.tsv');
  const right = new Map(asked.map(({ cells: [id = ''] }) => [id, [] as string[]]));
  for (const { line, cells } of rows(folder, 'relevance.tsv')) {
    const [query = '', claim = '', grade = '1'] = cells;
    const list = right.get(query);
    if (list === undefined || !known.has(claim)) {
      const [what, id] = list === undefined ? ['query', query] : ['claim', claim];
      throw new ReaderError(`${join(folder, 'relevance.tsv')}:${line}: there is no ${what} "${id}".`);
    }
    if (Number(grade) > 0) list.push(claim);
  }
  const queries = asked.flatMap(({ cells: [id = '', text = '', kind = 'all'] }): Query[] => {
    const claims = right.get(id) ?? [];
    return claims.length === 0 ? [] : [{ kind, text, right: [...new Set(claims)] }];
  });
  if (queries.length === 0) throw new ReaderError(`No query in ${folder} has a relevant claim.`);
  return { docs, queries };
}

function rows(folder: string, name: string): { line: number; cells: string[] }[] {
  const file = join(folder, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ReaderError(`${file} cannot be read: a set has claims.tsv, queries.tsv and relevance.tsv.`);
  }
  return text.split(/\r?\n/).flatMap((one, at) => {
    if (one.trim() === '' || one.startsWith('#')) return [];
    const cells = one.split('\t').map((cell) => cell.trim());
    if (cells.length < 2 || cells[0] === '' || cells[1] === '') {
      throw new ReaderError(`${file}:${at + 1}: write at least two columns with a tab between them.`);
    }
    return [{ line: at + 1, cells }];
  });
}
