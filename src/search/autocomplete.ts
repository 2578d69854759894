import type { Where, Who } from '../data/model/fact.ts';
import type { EntityBase } from './entities/entity-index.ts';
import { newestFacts } from './facts/fact-index.ts';
import { findFacts } from './facts/find-facts.ts';
import { readQuery } from './analysis/read-query.ts';
import type { FactHit, MatchTier, WhereHit, WhoHit } from './results.ts';
import type { StoryIndex } from './facts/searchable-story.ts';
import { findOfficeHolder } from './entities/find-office-holder.ts';
import { findWhere, findWho } from './entities/find-entity.ts';
import { createLookupCache } from './entities/lookup-cache.ts';
import type { LookupCache } from './entities/lookup-cache.ts';
import type { Kind } from './entities/suggestions.ts';

/** As many choices as Discord shows. */
const MAX_CHOICES = 25;

interface Choice {
  readonly owner: number;
  readonly way: MatchTier;
  readonly matched: string;
  readonly score: number;
}

/** What is offered for a beginning of a name. */
export interface NameCompletion<Hit> {
  readonly hits: readonly Hit[];
  /** How many answers it would have if it were asked as it stands. */
  readonly fitting: number;
}

export function completeNames(index: StoryIndex, typed: string): NameCompletion<WhoHit> {
  const lookups = createLookupCache(index);
  const hits = completeWho(index, typed, MAX_CHOICES, lookups);
  return { hits, fitting: findWho(index, typed, lookups).answers.length };
}

export function completePlaces(index: StoryIndex, typed: string): NameCompletion<WhereHit> {
  const lookups = createLookupCache(index);
  const hits = completeWhere(index, typed, MAX_CHOICES, lookups);
  return { hits, fitting: findWhere(index, typed, lookups).answers.length };
}

export function completeWho(
  index: StoryIndex,
  typed: string,
  limit = MAX_CHOICES,
  lookups = createLookupCache(index),
): WhoHit[] {
  const { hits } = findOfficeHolder(index.roles, lookups, readQuery(typed).words, false);
  const roles = hits.map((hit) => ({ ...hit, way: 'role' as const }));
  return choices(index.who, { kind: 'who', lookups, typed, roles, limit }).flatMap(({ owner, ...met }): WhoHit[] => {
    const entity = index.who.list[owner];
    return entity === undefined ? [] : [{ kind: 'who', entity, ...met }];
  });
}

export function completeWhere(
  index: StoryIndex,
  typed: string,
  limit = MAX_CHOICES,
  lookups = createLookupCache(index),
): WhereHit[] {
  const asking = { kind: 'where', lookups, typed, roles: [], limit } as const;
  return choices(index.where, asking).flatMap(({ owner, ...met }): WhereHit[] => {
    const entity = index.where.list[owner];
    return entity === undefined ? [] : [{ kind: 'where', entity, ...met }];
  });
}

interface Asking {
  readonly kind: Kind;
  readonly lookups: LookupCache;
  readonly typed: string;
  readonly roles: readonly Choice[];
  readonly limit: number;
}

/** Nothing typed: the most cited. Else whole names, names that begin so, roles, misspellings; the more cited first. */
function choices<Entity extends Who | Where>(
  base: EntityBase<Entity>,
  { kind, lookups, typed, roles, limit }: Asking,
): Choice[] {
  const { words } = readQuery(typed);
  if (words.length === 0) {
    return Array.from(base.byUse.subarray(0, limit), (owner) => ({
      owner,
      way: 'name',
      matched: base.list[owner]?.name ?? '',
      score: 1,
    }));
  }
  const near = lookups.near(kind, words, limit * 4).filter((hit) => hit.full && !hit.weak);
  const order = (a: Choice, b: Choice): number => (base.places[a.owner] ?? 0) - (base.places[b.owner] ?? 0);
  const seen = new Set<number>();
  return [
    ...lookups.whole(kind, words).filter((hit) => !hit.weak),
    ...near.filter(({ way }) => way !== 'fuzzy').toSorted(order),
    ...roles.toSorted(order),
    ...near.filter(({ way, sure }) => way === 'fuzzy' && sure >= 0.6),
  ]
    .filter(({ owner }) => !seen.has(owner) && seen.add(owner))
    .slice(0, limit)
    .map(({ owner, way, matched, score }) => ({ owner, way, matched, score }));
}

/** Nothing typed: the newest. Else the facts that the words lead to, also while the last one is being typed. */
export function completeFacts({ facts, ...index }: StoryIndex, typed: string, limit = MAX_CHOICES): FactHit[] {
  const usable = (hit: FactHit): boolean => hit.fact.status !== 'retracted';
  if (readQuery(typed).words.length === 0) {
    return newestFacts(facts, limit, ({ status }) => status !== 'retracted').map((fact) => ({
      fact,
      score: 1,
      sure: 1,
    }));
  }
  const { answers, related } = findFacts({ facts, ...index }, typed);
  return [...answers, ...related].filter(usable).slice(0, limit);
}
