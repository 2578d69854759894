import type { Where, Who } from '../../data/model/fact.ts';
import type { EntityHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import type { NameHit } from './name-index.ts';
import { longestTitleIn } from './title-matcher.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

export type Kind = 'who' | 'where';

/** What was found and is not good enough to be the answer. */
export interface WeakHits {
  /** Names that are exactly what was typed, weak ones among them. */
  readonly whole: readonly NameHit[];
  /** The same among the other kind: places for people, people for places. */
  readonly elsewhere: readonly NameHit[];
  readonly near: readonly NameHit[];
  readonly telling: readonly Token[];
  /** Somebody was asked for by a title. */
  readonly byTitle: boolean;
}

const MOST = 3;
/** A name of which less was met has nothing to do with the question. */
const TELLING = 0.25;

/** "Did you mean": weak names, what has the name among the other kind, and names that share a part with it. */
export function suggestEntities(index: EntityIndexes, kind: Kind, misses: WeakHits): EntityHit[] {
  const found = new Map<Who | Where, EntityHit>();
  for (const hit of offered(index, kind, misses)) {
    if (!found.has(hit.entity)) found.set(hit.entity, hit);
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** The best first, and no more of them than are taken: to tell a name from a title costs as much as to find it. */
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
 * Whether a person's own name was met, not only their title or the place of their office: the holder of a role in one
 * place is never offered for another.
 */
function isPersonal({ who, roles }: EntityIndexes, hit: NameHit, typed: readonly Token[]): boolean {
  const entity = who.list[hit.owner];
  if (entity === undefined || entity.type !== 'person' || entity.unnamed) return false;
  const met = typed.filter((_, at) => hit.met[at] === true);
  return longestTitleIn(roles.offices, met) === null && longestTitleIn(roles.offices, tokenize(hit.matched)) === null;
}
