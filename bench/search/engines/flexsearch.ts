import flexsearch from 'flexsearch';
import { FLEXSEARCH, folded, MOST } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import { lineOf } from './engine.ts';
import type { Build } from './engine.ts';

function search(docs: readonly Doc[], encode: typeof flexsearch.Charset.Normalize | ((text: string) => string[])) {
  const index = new flexsearch.Index({ ...FLEXSEARCH, encode } as ConstructorParameters<typeof flexsearch.Index>[0]);
  for (const [at, doc] of docs.entries()) index.add(at, lineOf(doc));
  const ids = docs.map(({ id }) => id);
  return (query: string): string[] =>
    index.search(query, { limit: MOST, suggest: true }).map((at) => ids[Number(at)] ?? '');
}

export const flex: Build = (docs) => search(docs, flexsearch.Charset.Normalize);
export const flexFold: Build = (docs) => search(docs, folded);
