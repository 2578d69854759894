import { Pairs, eachIn, hash } from './hash-buckets.ts';
import type { Buckets } from './hash-buckets.ts';

/** From an id to its place in a list, as a table that is saved: a Map of 100,000 ids took as long as all else of a start. */
export function fileIds(ids: Iterable<string>): Buckets {
  const pairs = new Pairs();
  let at = 0;
  for (const id of ids) pairs.add(hash(id), at++);
  return pairs.file();
}

/** The place of an id in the list that was filed, or undefined. */
export function placeOf(list: readonly { readonly id: string }[], filed: Buckets, id: string): number | undefined {
  let found: number | undefined;
  eachIn(filed, hash(id), (at) => {
    if (list[at]?.id === id) found = at;
  });
  return found;
}
