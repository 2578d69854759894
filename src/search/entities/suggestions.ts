import type { Where, Who } from '../../data/model/fact.ts';
import type { EntityHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import type { NameHit } from './name-index.ts';
import { longestTitleIn } from './title-matcher.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

export type Kind = 'who' | 'where';

/** Matches that are not good enough to be the answer. */
export interface WeakHits {
  /** Names equal to the query, including weak ones. */
  readonly whole: readonly NameHit[];
  /** The same for the other kind: places for people, people for places. */
  readonly elsewhere: readonly NameHit[];
  readonly near: readonly NameHit[];
  readonly telling: readonly Token[];
  /** The query contains a title. */
  readonly byTitle: boolean;
}

const MOST = 3;
/** Least match of a suggestion: a lower one is unrelated. */
const TELLING = 0.25;

/** "Did you mean": weak names, entities of the other kind with this name, and names that share a part. */
export function suggestEntities(index: EntityIndexes, kind: Kind, misses: WeakHits): EntityHit[] {
  const found = new Map<Who | Where, EntityHit>();
  for (const hit of offered(index, kind, misses)) {
    if (!found.has(hit.entity)) found.set(hit.entity, hit);
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** Yields the best first, on demand: telling a name from a title costs as much as finding it. */
function* offered(index: EntityIndexes, kind: Kind, misses: WeakHits): Generator<EntityHit> {
  for (const hit of misses.whole) yield* toEntityHit(index, kind, hit);
  for (const hit of misses.elsewhere) yield* toEntityHit(index, kind === 'who' ? 'where' : 'who', hit);
  for (const hit of misses.near) {
    if (hit.score < TELLING || (misses.byTitle && !isPersonal(index, hit, misses.telling))) continue;
    yield* toEntityHit(index, kind, hit);
  }
}

export function toEntityHit(index: EntityIndexes, kind: Kind, { owner, way, matched, score }: NameHit): EntityHit[] {
  if (kind === 'who') {
    const entity = index.who.list[owner];
    return entity === undefined ? [] : [{ kind, entity, way, matched, score }];
  }
  const entity = index.where.list[owner];
  return entity === undefined ? [] : [{ kind, entity, way, matched, score }];
}

/**
 * Tells whether a person's own name matched, not only their title or place.
 * The holder of a role in one place is never offered for another.
 */
function isPersonal({ who, roles }: EntityIndexes, hit: NameHit, typed: readonly Token[]): boolean {
  const entity = who.list[hit.owner];
  if (entity === undefined || entity.type !== 'person' || entity.unnamed) return false;
  const met = typed.filter((_, at) => hit.met[at] === true);
  return longestTitleIn(roles.offices, met) === null && longestTitleIn(roles.offices, tokenize(hit.matched)) === null;
}
