import type { Fact, Story } from '../../data/model/fact.ts';
import { indexNumbers } from './number-terms.ts';
import { addDocument, makeDocuments } from '../engine/segments.ts';
import type { SegmentedIndex } from '../engine/segments.ts';
import { buildSegmentTables } from '../engine/segment.ts';
import type { SegmentTables } from '../engine/segment.ts';
import type { HashBuckets } from '../structures/hash-buckets.ts';
import { buildIdTable, lookUpId } from '../structures/id-table.ts';
import type { IndexedDocument, Field } from '../engine/postings.ts';
import type { Thesaurus } from '../analysis/thesaurus.ts';

/** The facts of a story made searchable, in the order of its files and of their coming. */
export interface FactIndex {
  readonly documents: SegmentedIndex;
  /** Those that were there when the index was made. */
  readonly first: readonly Fact[];
  readonly ids: HashBuckets;
  /** Their numbers, newest first. */
  readonly byDate: Uint32Array;
  /** Those that came since. */
  readonly added: readonly Fact[];
}

export const factAt = ({ first, added }: FactIndex, number: number): Fact | undefined =>
  number < first.length ? first[number] : added[number - first.length];

/** At most so many facts, newest first; those that others have replaced are left out. */
export function newestFacts(base: FactIndex, most: number, wanted: (fact: Fact) => boolean): Fact[] {
  const { first, added, byDate, documents } = base;
  const late = added
    .map((_, at) => first.length + at)
    .toSorted((a, b) => later(factAt(base, a), factAt(base, b)) || a - b);
  const found: Fact[] = [];
  let next = 0;
  for (const number of byDate) {
    for (; next < late.length && later(factAt(base, late[next] ?? 0), factAt(base, number)) <= 0; next++)
      take(late[next] ?? 0);
    if (found.length >= most) break;
    take(number);
  }
  for (; next < late.length && found.length < most; next++) take(late[next] ?? 0);
  return found.slice(0, most);

  function take(number: number): void {
    const fact = factAt(base, number);
    if (fact !== undefined && !documents.gone.has(number) && wanted(fact)) found.push(fact);
  }
}

/** Orders by date, the newest first and the undated last. */
function later(a: Fact | undefined, b: Fact | undefined): number {
  const [one, other] = [a?.when ?? '', b?.when ?? ''];
  return one === other ? 0 : one > other ? -1 : 1;
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
  readonly ids: readonly string[];
  readonly days: readonly string[];
  readonly docs: readonly IndexedDocument[];
}

/** What is saved of them. */
export interface FactTables {
  readonly tables: SegmentTables;
  readonly ids: HashBuckets;
  readonly byDate: Uint32Array;
}

export function factDocs(story: Story): FactDocs {
  const facts = [...story.facts.values()];
  return {
    ids: facts.map(({ id }) => id),
    days: facts.map(({ when = '' }) => when),
    docs: facts.map((fact) => factDoc(fact, story)),
  };
}

/** In the order of `later`. */
function newestFirst(days: readonly string[]): Uint32Array {
  const byDay = Map.groupBy(days.keys(), (at) => days[at] ?? '');
  const order = [...byDay.keys()].toSorted((a, b) => (a < b ? 1 : -1));
  return Uint32Array.from(order.flatMap((day) => byDay.get(day) ?? []));
}

export const buildFactTables = ({ ids, days, docs }: FactDocs): FactTables => ({
  tables: buildSegmentTables(docs.map(indexNumbers), FACT_FIELDS),
  ids: buildIdTable(ids),
  byDate: newestFirst(days),
});

/** @param saved tables of the facts of this very story, built or read from a file. */
export const openFactIndex = (story: Story, { tables, ids, byDate }: FactTables, thesaurus: Thesaurus): FactIndex => ({
  documents: makeDocuments(tables, FACT_FIELDS, thesaurus),
  first: [...story.facts.values()],
  ids,
  byDate,
  added: [],
});

/**
 * The same with one more fact; a fact of the same id is replaced. The old value stays usable.
 * @param story with the fact in it.
 */
export function addFact(base: FactIndex, story: Story, fact: Fact): FactIndex {
  const before = base.added.findLastIndex(({ id }) => id === fact.id);
  const replaces = before < 0 ? lookUpId(base.first, base.ids, fact.id) : base.first.length + before;
  return {
    ...base,
    documents: addDocument(base.documents, indexNumbers(factDoc(fact, story)), replaces),
    added: [...base.added, fact],
  };
}
