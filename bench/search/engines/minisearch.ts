import MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import { folded, MINISEARCH, MOST, stemmed, tellingFolds, unaccented, withoutVowels } from '../settings.ts';
import type { Doc } from '../text/base.ts';
import type { Build, Kind, Search } from './engine.ts';

const fields = ['names', 'text'];
const extractField = (doc: Doc, field: string): string =>
  field === 'id' ? doc.id : field === 'names' ? doc.names.join(' ') : doc.text;

const optionsOf = (kind: Kind): SearchOptions => {
  const { boost, fuzzy, maxFuzzy, prefix } = MINISEARCH;
  return {
    fuzzy: fuzzy[kind],
    maxFuzzy,
    prefix: (...word: Parameters<typeof prefix>) => prefix(...word),
    boost: boost[kind],
  };
};

type Found = ReturnType<MiniSearch<Doc>['search']>;
const idsOf = (found: Found): string[] => found.slice(0, MOST).map(({ id }) => String(id));

function search(docs: readonly Doc[], kind: Kind, words: Partial<Options<Doc>>): Search {
  const index = new MiniSearch<Doc>({ fields, extractField, ...words });
  index.addAll(docs);
  const options = optionsOf(kind);
  return (query) => idsOf(index.search(query, options));
}

export const minisearch: Build = (docs, kind) => search(docs, kind, { processTerm: unaccented });

/** Our words without stopwords; stems for facts. */
const best = (kind: Kind) => ({
  tokenize: kind === 'facts' ? tellingFolds : folded,
  processTerm: kind === 'facts' ? stemmed : (word: string): string => word,
  ...(kind === 'names' ? { searchOptions: { tokenize: tellingFolds } } : {}),
});

export const minisearchBest: Build = (docs, kind) => search(docs, kind, best(kind));

const CONSONANTS = 'consonants';

/** Adds a field of the names without vowels, for other scripts and spelling by ear. */
export const minisearchConsonants: Build = (docs, kind) => {
  const { processTerm, ...words } = best(kind);
  const index = new MiniSearch<Doc>({
    ...words,
    fields: [...fields, CONSONANTS],
    extractField: (doc, field) => extractField(doc, field === CONSONANTS ? 'names' : field),
    processTerm: (term, field) => (field === CONSONANTS ? withoutVowels(term) : processTerm(term)),
  });
  index.addAll(docs);
  const options = optionsOf(kind);
  return (query) =>
    idsOf(
      index.search(
        {
          combineWith: 'OR',
          queries: [
            { queries: [query], fields, processTerm },
            { queries: [query], fields: [CONSONANTS], processTerm: withoutVowels },
          ],
        },
        options,
      ),
    );
};
