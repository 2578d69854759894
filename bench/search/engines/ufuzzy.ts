import uFuzzy from '@leeoniya/ufuzzy';
import { folded, MOST, UFUZZY } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import { lineOf } from './engine.ts';
import type { Build } from './engine.ts';

function search(docs: readonly Doc[], options: uFuzzy.Options, read: (text: string) => string) {
  const finder = new uFuzzy(options);
  const lines = docs.map((doc) => read(lineOf(doc)));
  const ids = docs.map(({ id }) => id);
  return (query: string): string[] => {
    const [found, info, order] = finder.search(lines, read(query), UFUZZY.outOfOrder, UFUZZY.weighed);
    const places = order?.map((at) => info.idx[at] ?? -1) ?? found ?? [];
    return places.slice(0, MOST).map((at) => ids[at] ?? '');
  };
}

/** Its expressions cover only A to Z unless other letters are configured. */
export const ufuzzy: Build = (docs) =>
  search(docs, { ...UFUZZY.options, unicode: true, interSplit: '[^\\p{L}\\d’]+' }, (text) => uFuzzy.latinize(text));
export const ufuzzyFold: Build = (docs) => search(docs, UFUZZY.options, (text) => folded(text).join(' '));
