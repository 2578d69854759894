import type { Fact, Story } from '../../data/model/fact.ts';
import { indexNumbers } from './number-terms.ts';
import { buildTextTables, openTextIndex } from '../engine/text-index.ts';
import type { TextIndex, TextTables } from '../engine/text-index.ts';
import type { IndexedDocument, Field } from '../engine/postings.ts';
import type { Thesaurus } from '../analysis/thesaurus.ts';

/** The searchable facts of a story, in the order of its files. */
export interface FactIndex {
  readonly documents: TextIndex;
  readonly list: readonly Fact[];
  /** Numbers of the facts, newest first, undated last. */
  readonly byDate: Uint32Array;
}

export const factAt = ({ list }: FactIndex, number: number): Fact | undefined => list[number];

/** The newest wanted facts, at most `most`. */
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

/** A tag for an entity that a fact names, so that any spelling finds it. No fold contains `@`. */
export const entityTag = (id: string): string => `@${id}`;
export const speakerTag = (id: string): string => `@@${id}`;

/** Words that questions use for demands and refusals. */
const POSITION = 'position stance view want';

function factDoc(fact: Fact, { who, where }: Pick<Story, 'who' | 'where'>): IndexedDocument {
  const { figure } = fact;
  const nameOf = (id: string): string => (who.get(id) ?? where.get(id))?.name ?? '';
  // Readers ask "what did the party say" about its vice-president's words.
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

/** The indexed text of facts, as plain values. */
export interface FactDocs {
  readonly days: readonly string[];
  readonly docs: readonly IndexedDocument[];
}

/** The saved tables of facts. */
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

/** By date, newest first, undated last; within a day in the order of the files. */
function newestFirst(days: readonly string[]): Uint32Array {
  const byDay = Map.groupBy(days.keys(), (at) => days[at] ?? '');
  const order = [...byDay.keys()].toSorted((a, b) => (a < b ? 1 : -1));
  return Uint32Array.from(order.flatMap((day) => byDay.get(day) ?? []));
}

export const buildFactTables = ({ days, docs }: FactDocs): FactTables => ({
  tables: buildTextTables(docs.map(indexNumbers), FACT_FIELDS),
  byDate: newestFirst(days),
});

/** @param saved tables of this story's facts, built or read from a file. */
export const openFactIndex = (story: Story, { tables, byDate }: FactTables, thesaurus: Thesaurus): FactIndex => ({
  documents: openTextIndex(tables, thesaurus),
  list: [...story.facts.values()],
  byDate,
});
