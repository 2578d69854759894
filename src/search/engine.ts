import { asked } from './asked.ts';
import { buildDocuments } from './documents.ts';
import type { Documents } from './documents.ts';
import { buildNameTables, makeNames } from './names.ts';
import type { Names } from './names.ts';
import { nearNames } from './near-names.ts';
import { byPhrase } from './phrase.ts';
import { searchDocuments } from './search-documents.ts';
import { isOpen, soughtIn } from './sought.ts';
import { readThesaurus } from './synonyms.ts';
import { wholeNames } from './whole-names.ts';

/** The search without a story: any documents, which is what it is measured on against other libraries. */
export interface Plain {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: readonly string[];
}

export interface PlainHit {
  readonly id: string;
  readonly score: number;
}

export interface TextEngine {
  readonly ids: readonly string[];
  readonly documents: Documents;
  /** The text of a document, names and all. */
  readonly textOf: (doc: number) => string;
}

const FIELDS = [
  { weight: 1, b: 0.5 },
  { weight: 1, b: 0.5 },
];

export const buildTextEngine = (docs: readonly Plain[]): TextEngine => ({
  ids: docs.map(({ id }) => id),
  documents: buildDocuments(
    docs.map(({ names, text }) => ({ fields: [names, text] })),
    FIELDS,
    readThesaurus(),
  ),
  textOf: (doc) => [...(docs[doc]?.names ?? []), ...(docs[doc]?.text ?? [])].join(' · '),
});

/** Documents by the words of their names and texts, best first. */
export function searchTexts({ ids, documents, textOf }: TextEngine, typed: string, most: number): PlainHit[] {
  const { text, words } = asked(typed);
  const question = soughtIn(documents, words, { hits: [], taken: [] }, isOpen(text));
  return byPhrase(words, searchDocuments(documents, question), textOf)
    .slice(0, most)
    .map(({ doc, score }) => ({ id: ids[doc] ?? '', score }));
}

export interface NameEngine {
  readonly ids: readonly string[];
  readonly names: Names;
}

export function buildNameEngine(docs: readonly Plain[]): NameEngine {
  const named = docs.map(({ names }) => ({ names, weak: [] }));
  return { ids: docs.map(({ id }) => id), names: makeNames(buildNameTables(named), (owner) => named[owner]) };
}

const LOOKED_AT = 30;

/** Whose names are what was typed, or near it, best first. */
export function searchNames({ ids, names }: NameEngine, typed: string, most: number): PlainHit[] {
  const { words } = asked(typed);
  const seen = new Set<number>();
  return [...wholeNames(names, words), ...nearNames(names, words, LOOKED_AT)]
    .filter(({ owner }) => !seen.has(owner) && seen.add(owner))
    .slice(0, most)
    .map(({ owner, score }) => ({ id: ids[owner] ?? '', score }));
}
