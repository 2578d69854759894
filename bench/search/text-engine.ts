import { asked } from '../../src/search/analysis/read-query.ts';
import { buildDocuments } from '../../src/search/engine/segments.ts';
import type { Documents } from '../../src/search/engine/segments.ts';
import { buildNameTables, makeNames } from '../../src/search/entities/name-index.ts';
import type { Named, Names } from '../../src/search/entities/name-index.ts';
import { nearNames } from '../../src/search/entities/fuzzy-names.ts';
import { byPhrase } from '../../src/search/engine/phrase-boost.ts';
import { searchDocuments } from '../../src/search/engine/search-segments.ts';
import { isOpen, soughtIn } from '../../src/search/facts/query-terms.ts';
import { readThesaurus } from '../../src/search/analysis/thesaurus.ts';
import { wholeNames } from '../../src/search/entities/exact-names.ts';

/** The search without a story: any documents, which is what it is measured on against other libraries. */
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
  readonly documents: Documents;
}

const FIELDS = [
  { weight: 1, b: 0.5 },
  { weight: 1, b: 0.5 },
];

export const buildTextEngine = (docs: readonly Plain[]): TextEngine => ({
  docs,
  documents: buildDocuments(
    docs.map(({ names, text }) => ({ fields: [names, [text]] })),
    FIELDS,
    readThesaurus(),
  ),
});

/** Documents by the words of their names and texts, best first. */
export function searchTexts({ docs, documents }: TextEngine, typed: string, most: number): PlainHit[] {
  const { text, words } = asked(typed);
  const question = soughtIn(documents, words, { hits: [], taken: [] }, isOpen(text));
  const textOf = (doc: number): string => [...(docs[doc]?.names ?? []), docs[doc]?.text ?? ''].join(' · ');
  return byPhrase(words, searchDocuments(documents, question), textOf)
    .slice(0, most)
    .map(({ doc, score }) => ({ id: docs[doc]?.id ?? '', score }));
}

export interface NameEngine {
  readonly docs: readonly Plain[];
  readonly names: Names;
}

export function buildNameEngine(docs: readonly Plain[]): NameEngine {
  const named = ({ names }: Plain): Named => ({ names, weak: [] });
  const namedAt = (owner: number): Named | undefined => docs[owner] && named(docs[owner]);
  return { docs, names: makeNames(buildNameTables(docs.map(named)), namedAt) };
}

const LOOKED_AT = 30;

/** Whose names are what was typed, or near it, best first. */
export function searchNames({ docs, names }: NameEngine, typed: string, most: number): PlainHit[] {
  const { words } = asked(typed);
  const seen = new Set<number>();
  return [...wholeNames(names, words), ...nearNames(names, words, LOOKED_AT)]
    .filter(({ owner }) => !seen.has(owner) && seen.add(owner))
    .slice(0, most)
    .map(({ owner, score }) => ({ id: docs[owner]?.id ?? '', score }));
}
