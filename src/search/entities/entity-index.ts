import type { Fact, Story, Where, Who } from '../../data/model/fact.ts';
import { memoize } from '../../memoize.ts';
import type { HashBuckets } from '../structures/hash-buckets.ts';
import { buildIdTable, lookUpId } from '../structures/id-table.ts';
import { buildNameTables, openNameIndex } from './name-index.ts';
import type { NamedEntity, NameTables, NameIndex } from './name-index.ts';

/** The people and bodies, or the places, of a story, in the order of its files. */
export interface EntityBase<Entity> {
  readonly list: readonly Entity[];
  /** The position of an id in the list. */
  readonly numberOf: (id: string) => number | undefined;
  readonly names: NameIndex;
  /** Their numbers, most cited first. */
  readonly byUse: Uint32Array;
  /** The position of each in `byUse`. */
  readonly places: Uint32Array;
}

/** The indexed text of entities, as plain values. */
export interface EntityDocs {
  readonly ids: readonly string[];
  readonly named: readonly NamedEntity[];
  /** Number of facts that cite each. */
  readonly uses: Uint32Array;
}

/** The saved tables of entities. */
export interface EntityTables {
  readonly names: NameTables;
  readonly ids: HashBuckets;
  readonly byUse: Uint32Array;
  readonly places: Uint32Array;
}

const namedOf = ({ name, names, weak }: Who | Where): NamedEntity => ({
  names: [...new Set([name, ...Object.values(names).flat()])],
  weak,
});

function entityDocs(
  entities: ReadonlyMap<string, Who | Where>,
  facts: Iterable<Fact>,
  of: (fact: Fact) => readonly string[],
): EntityDocs {
  const ids = [...entities.keys()];
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const uses = new Uint32Array(ids.length);
  for (const fact of facts) {
    for (const id of of(fact)) {
      const at = numbers.get(id);
      if (at !== undefined) uses[at] = (uses[at] ?? 0) + 1;
    }
  }
  return { ids, named: [...entities.values()].map(namedOf), uses };
}

const concerned = ({ who, said_by }: Fact): readonly string[] =>
  said_by === undefined || who.includes(said_by) ? who : [...who, said_by];

export const whoDocs = ({ who, facts }: Story): EntityDocs => entityDocs(who, facts.values(), concerned);

export const whereDocs = ({ where, facts }: Story): EntityDocs =>
  entityDocs(where, facts.values(), (fact) => fact.where);

export function buildEntityTables({ ids, named, uses }: EntityDocs): EntityTables {
  const byUse = Uint32Array.from(ids.keys()).toSorted((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const places = new Uint32Array(ids.length);
  for (const [place, owner] of byUse.entries()) places[owner] = place;
  return { names: buildNameTables(named), ids: buildIdTable(ids), byUse, places };
}

/** Size of the name cache, at some 300 bytes each. */
const MOST_KEPT = 2_000;

/** @param tables of these entities, built or read from a file. */
export function openEntityIndex<Entity extends Who | Where>(
  entities: ReadonlyMap<string, Entity>,
  { names, ids, byUse, places }: EntityTables,
): EntityBase<Entity> {
  const list = [...entities.values()];
  const named = memoize(MOST_KEPT, (owner: number): NamedEntity | undefined => {
    const entity = list[owner];
    return entity && namedOf(entity);
  });
  return { list, numberOf: (id) => lookUpId(list, ids, id), names: openNameIndex(names, named), byUse, places };
}
