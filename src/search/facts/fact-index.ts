import type { Fact, Story } from '../../data/model/fact.ts';
import { indexNumbers } from './number-terms.ts';
import { buildTextTables, openTextIndex } from '../engine/text-index.ts';
import type { TextIndex, TextTables } from '../engine/text-index.ts';
import type { IndexedDocument, Field } from '../engine/postings.ts';
import type { Thesaurus } from '../analysis/thesaurus.ts';

/** The facts of a story made searchable, in the order of its files. */
export interface FactIndex {
  readonly documents: TextIndex;
  readonly list: readonly Fact[];
  /** The numbers of the facts, newest first, the undated last. */
  readonly byDate: Uint32Array;
}

export const factAt = ({ list }: FactIndex, number: number): Fact | undefined => list[number];

/** At most so many facts, newest first. */
export function newestFacts({ list, byDate }: FactIndex, most: number, wanted: (fact: Fact) => boolean): Fact[] {
  const found: Fact[] = [];
  for (const number of byDate) {
    if (found.length >= most) break;
    const fact = list[number];
    if (fact !== undefined && wanted(fact)) found.push(fact);
  }
  return found;
}

/** says · exact words, figure and snippets · asks · house names of those concerned */
const FACT_FIELDS: readonly Field[] = [
  { weight: 1, b: 0.6 },
  { weight: 0.4, b: 0.6 },
  { weight: 0.7, b: 0.4 },
  { weight: 0.4, b: 0.4 },
];

/** Tags stand for whom and what a fact names, so that a name in any spelling finds it. `@` is no letter of a fold. */
export const entityTag = (id: string): string => `@${id}`;
export const speakerTag = (id: string): string => `@@${id}`;

/** What wanting, refusing and asking are called by those who ask for them. */
const POSITION = 'position stance view want';

function factDoc(fact: Fact, { who, where }: Pick<Story, 'who' | 'where'>): IndexedDocument {
  const { figure } = fact;
  const nameOf = (id: string): string => (who.get(id) ?? where.get(id))?.name ?? '';
  // Who asks what a party said takes the word of its vice-president.
  const speakers = fact.said_by === undefined ? [] : [fact.said_by, who.get(fact.said_by)?.role?.of];
  const ids = [...fact.who, ...fact.where, ...[fact.said_by, fact.told].filter((id) => id !== undefined)];
  return {
    fields: [
      [fact.says],
      [
        fact.words ?? '',
        ...fact.citations.map(({ quote }) => quote),
        ...(figure ? [figure.value, figure.unit, figure.counts] : []),
      ],
      fact.kind === 'position' ? [...fact.asks, POSITION] : fact.asks,
      [...new Set(ids)].map(nameOf),
    ],
    tags: [...new Set(ids)].map(entityTag).concat(speakers.filter((id) => id !== undefined).map(speakerTag)),
  };
}

/** What is indexed of facts, as plain values. */
export interface FactDocs {
  readonly days: readonly string[];
  readonly docs: readonly IndexedDocument[];
}

/** What is saved of them. */
export interface FactTables {
  readonly tables: TextTables;
  readonly byDate: Uint32Array;
}

export function factDocs(story: Story): FactDocs {
  const facts = [...story.facts.values()];
  return {
    days: facts.map(({ when = '' }) => when),
    docs: facts.map((fact) => factDoc(fact, story)),
  };
}

/** By date, the newest first and the undated last; of one day in the order of the files. */
function newestFirst(days: readonly string[]): Uint32Array {
  const byDay = Map.groupBy(days.keys(), (at) => days[at] ?? '');
  const order = [...byDay.keys()].toSorted((a, b) => (a < b ? 1 : -1));
  return Uint32Array.from(order.flatMap((day) => byDay.get(day) ?? []));
}

export const buildFactTables = ({ days, docs }: FactDocs): FactTables => ({
  tables: buildTextTables(docs.map(indexNumbers), FACT_FIELDS),
  byDate: newestFirst(days),
});

/** @param saved tables of the facts of this very story, built or read from a file. */
export const openFactIndex = (story: Story, { tables, byDate }: FactTables, thesaurus: Thesaurus): FactIndex => ({
  documents: openTextIndex(tables, thesaurus),
  list: [...story.facts.values()],
  byDate,
});
