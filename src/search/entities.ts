import type { Fact, Story, Where, Who } from '../data/fact.ts';
import { makeNames } from './names.ts';
import type { Named, NameTables, Names } from './names.ts';

/** The people and bodies, or the places, of a story, in the order of its files. */
export interface EntityBase<Entity> {
  readonly list: readonly Entity[];
  /** From an id to the place in the list. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: Names;
  /** Their numbers from the most cited to the least. */
  readonly byUse: readonly number[];
}

export const namedOf = ({ name, names, weak }: Who | Where): Named => ({
  names: [...new Set([name, ...Object.values(names).flat()])],
  weak,
});

function makeEntities<Entity extends Who | Where>(
  entities: ReadonlyMap<string, Entity>,
  facts: Iterable<Fact>,
  of: (fact: Fact) => readonly string[],
  tables: NameTables,
): EntityBase<Entity> {
  const list = [...entities.values()];
  const uses = new Map<string, number>();
  for (const fact of facts) for (const id of of(fact)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const use = (at: number): number => uses.get(list[at]?.id ?? '') ?? 0;
  return {
    list,
    numbers: new Map(list.map(({ id }, at) => [id, at])),
    names: makeNames(list.map(namedOf), tables),
    byUse: list.map((_, at) => at).toSorted((a, b) => use(b) - use(a) || a - b),
  };
}

const concerned = ({ who, said_by }: Fact): readonly string[] =>
  said_by === undefined || who.includes(said_by) ? who : [...who, said_by];

export const makeWho = ({ who, facts }: Story, tables: NameTables): EntityBase<Who> =>
  makeEntities(who, facts.values(), concerned, tables);

export const makeWhere = ({ where, facts }: Story, tables: NameTables): EntityBase<Where> =>
  makeEntities(where, facts.values(), (fact) => fact.where, tables);
