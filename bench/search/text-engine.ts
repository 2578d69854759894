import { readQuery } from '../../src/search/analysis/read-query.ts';
import { buildTextTables, openTextIndex } from '../../src/search/engine/text-index.ts';
import type { TextIndex } from '../../src/search/engine/text-index.ts';
import { buildNameTables, openNameIndex } from '../../src/search/entities/name-index.ts';
import type { NamedEntity, NameIndex } from '../../src/search/entities/name-index.ts';
import { fuzzyNames } from '../../src/search/entities/fuzzy-names.ts';
import { boostPhrases } from '../../src/search/engine/phrase-boost.ts';
import { searchDocuments } from '../../src/search/engine/search-documents.ts';
import { isUnfinished, queryTerms } from '../../src/search/facts/query-terms.ts';
import { readThesaurus } from '../../src/search/analysis/thesaurus.ts';
import { exactNames } from '../../src/search/entities/exact-names.ts';

/** Search without a story, over any documents: this is compared with other libraries. */
export interface Plain {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
}

export interface PlainHit {
  readonly id: string;
  readonly score: number;
}

export interface TextEngine {
  readonly docs: readonly Plain[];
  readonly documents: TextIndex;
}

const FIELDS = [
  { weight: 1, b: 0.5 },
  { weight: 1, b: 0.5 },
];

export const buildTextEngine = (docs: readonly Plain[]): TextEngine => ({
  docs,
  documents: openTextIndex(
    buildTextTables(
      docs.map(({ names, text }) => ({ fields: [names, [text]] })),
      FIELDS,
    ),
    readThesaurus(),
  ),
});

/** Documents by the words of their names and texts, best first. */
export function searchTexts({ docs, documents }: TextEngine, typed: string, most: number): PlainHit[] {
  const { text, words } = readQuery(typed);
  const question = queryTerms(documents, words, { hits: [], taken: [] }, isUnfinished(text));
  const textOf = (doc: number): string => [...(docs[doc]?.names ?? []), docs[doc]?.text ?? ''].join(' · ');
  return boostPhrases(words, searchDocuments(documents, question), textOf)
    .slice(0, most)
    .map(({ doc, score }) => ({ id: docs[doc]?.id ?? '', score }));
}

export interface NameEngine {
  readonly docs: readonly Plain[];
  readonly names: NameIndex;
}

export function buildNameEngine(docs: readonly Plain[]): NameEngine {
  const named = ({ names }: Plain): NamedEntity => ({ names, weak: [] });
  const namedAt = (owner: number): NamedEntity | undefined => docs[owner] && named(docs[owner]);
  return { docs, names: openNameIndex(buildNameTables(docs.map(named)), namedAt) };
}

const LOOKED_AT = 30;

/** Owners of names equal or similar to the query, best first. */
export function searchNames({ docs, names }: NameEngine, typed: string, most: number): PlainHit[] {
  const { words } = readQuery(typed);
  const seen = new Set<number>();
  return [...exactNames(names, words), ...fuzzyNames(names, words, LOOKED_AT)]
    .filter(({ owner }) => !seen.has(owner) && seen.add(owner))
    .slice(0, most)
    .map(({ owner, score }) => ({ id: docs[owner]?.id ?? '', score }));
}
