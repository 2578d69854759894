import type { Fact, Story, Where, Who } from '../data/fact.ts';
import { buildNames } from './names.ts';
import type { Names } from './names.ts';
import { buildRoles } from './roles.ts';
import type { Roles } from './roles.ts';

/** The people and bodies, or the places, of a story, in the order of its files. */
export interface EntityBase<Entity> {
  readonly list: readonly Entity[];
  /** From an id to the place in the list. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: Names;
  /** Their numbers from the most cited to the least. */
  readonly byUse: readonly number[];
  readonly roles: Roles;
}

const allNames = ({ name, names }: Who | Where): string[] => [...new Set([name, ...Object.values(names).flat()])];

function buildEntities<Entity extends Who | Where>(
  entities: ReadonlyMap<string, Entity>,
  facts: Iterable<Fact>,
  of: (fact: Fact) => readonly string[],
  roles: Roles,
): EntityBase<Entity> {
  const list = [...entities.values()];
  const uses = new Map<string, number>();
  for (const fact of facts) for (const id of of(fact)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const use = (at: number): number => uses.get(list[at]?.id ?? '') ?? 0;
  return {
    list,
    numbers: new Map(list.map(({ id }, at) => [id, at])),
    names: buildNames(list.map((entity) => ({ names: allNames(entity), weak: entity.weak }))),
    byUse: list.map((_, at) => at).toSorted((a, b) => use(b) - use(a) || a - b),
    roles,
  };
}

const speakers = (fact: Fact): string[] => (fact.said_by === undefined ? [] : [fact.said_by]);

export const buildWho = ({ who, where, facts }: Story): EntityBase<Who> =>
  buildEntities(
    who,
    facts.values(),
    (fact) => [...fact.who, ...speakers(fact)],
    buildRoles([...who.values()], [...where.values()]),
  );

export const buildWhere = ({ where, facts }: Story): EntityBase<Where> =>
  buildEntities(where, facts.values(), (fact) => fact.where, buildRoles([], []));
