import MiniSearch from 'minisearch';
import type { Options } from 'minisearch';
import { folded, MINISEARCH, MOST, stemmed, tellingFolds, unaccented } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import type { Build, Kind } from './engine.ts';

const fields = ['names', 'text'];
const extractField = (doc: Doc, field: string): string =>
  field === 'id' ? doc.id : field === 'names' ? doc.names.join(' ') : doc.text;

function search(docs: readonly Doc[], kind: Kind, words: Partial<Options<Doc>>) {
  const index = new MiniSearch<Doc>({ fields, extractField, ...words });
  index.addAll(docs);
  const { boost, fuzzy, maxFuzzy, prefix } = MINISEARCH;
  const options = {
    fuzzy: fuzzy[kind],
    maxFuzzy,
    prefix: (...word: Parameters<typeof prefix>) => prefix(...word),
    boost: boost[kind],
  };
  return (query: string): string[] =>
    index
      .search(query, options)
      .slice(0, MOST)
      .map(({ id }) => String(id));
}

export const minisearch: Build = (docs, kind) => search(docs, kind, { processTerm: unaccented });

/** Our words, those that tell nothing left out, and for facts their stems. */
export const minisearchBest: Build = (docs, kind) =>
  search(docs, kind, {
    tokenize: kind === 'facts' ? tellingFolds : folded,
    processTerm: kind === 'facts' ? stemmed : (word) => word,
    ...(kind === 'names' ? { searchOptions: { tokenize: tellingFolds } } : {}),
  });
