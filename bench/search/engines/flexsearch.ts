import { Charset, Index } from 'flexsearch';
import type { IndexOptions } from 'flexsearch';
import { FLEXSEARCH, folded, MOST } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import { lineOf } from './engine.ts';
import type { Build } from './engine.ts';

function search(docs: readonly Doc[], reading: Pick<IndexOptions, 'encode' | 'encoder'>) {
  const index = new Index({ ...FLEXSEARCH, ...reading });
  for (const [at, doc] of docs.entries()) index.add(at, lineOf(doc));
  const ids = docs.map(({ id }) => id);
  return (query: string): string[] =>
    index.search({ query, limit: MOST, suggest: true, resolve: true }).map((at) => ids[Number(at)] ?? '');
}

export const flex: Build = (docs) => search(docs, { encoder: Charset.Normalize });
export const flexFold: Build = (docs) => search(docs, { encode: folded });
