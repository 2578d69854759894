import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { folded, MOST, ORAMA, stemmed, tellingFolds } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import type { Build, Kind, Search } from './engine.ts';

const schema = { id: 'string', names: 'string', text: 'string' } as const;
const properties: ('names' | 'text')[] = ['names', 'text'];

async function search(docs: readonly Doc[], kind: Kind, own: ((text: string) => string[]) | null): Promise<Search> {
  const tokenizer = { language: 'english', normalizationCache: new Map<string, string>() };
  const base = create({
    schema,
    ...(own === null ? {} : { components: { tokenizer: { ...tokenizer, tokenize: own } } }),
  });
  await insertMultiple(
    base,
    docs.map(({ id, names, text }) => ({ id, names: names.join(' '), text })),
  );
  const options = { boost: ORAMA.boost, tolerance: ORAMA.tolerance[kind], limit: MOST };
  return async (term) => {
    const { hits } = await searchOrama(base, { term, properties, ...options });
    return hits.map(({ id }) => id);
  };
}

const words =
  (kind: Kind) =>
  (text: string): string[] =>
    kind === 'names' ? folded(text) : tellingFolds(text).map(stemmed);

export const orama: Build = (docs, kind) => search(docs, kind, null);
export const oramaFold: Build = (docs, kind) => search(docs, kind, words(kind));
