import type { Where, Who } from '../data/fact.ts';
import { isFiller } from './fillers.ts';
import { buildOffices, officeIn } from './offices.ts';
import type { Offices } from './offices.ts';
import { nearNames, squashes, wholeNames } from './names.ts';
import type { Names } from './names.ts';
import { BODY_WORDS } from './titles.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** Who holds which office of which body: from the structured roles, never from phrases kept by hand. */
export interface Roles {
  readonly offices: Offices;
  readonly holders: readonly Holder[];
}

interface Holder {
  readonly owner: number;
  readonly offices: ReadonlySet<string>;
  /** Ids that may stand for the body: Kosovo for its government. Empty where the role names no body. */
  readonly of: ReadonlySet<string>;
  /** The role in the story's own words. */
  readonly title: string;
}

const BODIES: ReadonlySet<string> = new Set(
  BODY_WORDS.flatMap((text) => wordsOf(text).map(({ folds }) => folds[0] ?? '')),
);
const isBodyWord = ({ folds }: Word): boolean => BODIES.has(folds[0] ?? '');
const namesOf = ({ name, names }: Who | Where): string[] => [name, ...Object.values(names).flat()];

export function buildRoles(who: readonly Who[], where: readonly Where[]): Roles {
  const offices = buildOffices(who.flatMap(({ role }) => (role === undefined ? [] : [role.title])));
  const bodies = new Map<string, Who | Where>([...where, ...who].map((entity) => [entity.id, entity]));
  const places = new Map<string, string[]>();
  for (const place of where) {
    for (const name of namesOf(place))
      for (const key of squashes(wordsOf(name))) places.set(key, [...(places.get(key) ?? []), place.id]);
  }
  const standFor = (id: string): Set<string> => {
    const body = bodies.get(id);
    const found = new Set([id]);
    if (body === undefined || !('type' in body)) return found;
    for (const name of namesOf(body)) {
      const words = wordsOf(name);
      const bare = words.filter((word) => !isBodyWord(word));
      if (bare.length < words.length)
        for (const key of squashes(bare)) for (const place of places.get(key) ?? []) found.add(place);
    }
    return found;
  };
  const holders = who.flatMap(({ role }, owner): Holder[] => {
    if (role === undefined) return [];
    const words = wordsOf(role.title);
    const known = offices.whole.get(words.map(({ folds }) => folds[0] ?? '').join('')) ?? new Set<string>();
    const body = role.of === undefined ? undefined : bodies.get(role.of);
    const title = body === undefined ? role.title : `${role.title}, ${body.name}`;
    return [{ owner, offices: known, of: role.of === undefined ? new Set() : standFor(role.of), title }];
  });
  return { offices, holders };
}

export interface RoleHit {
  readonly owner: number;
  readonly matched: string;
  readonly score: number;
}

export interface RoleQuestion {
  /** Somebody was asked for by a title, whether it has a holder or not. */
  readonly asked: boolean;
  readonly hits: readonly RoleHit[];
}

/** The bases in which the other words of a question about a role are looked up. */
export interface Bodies {
  readonly who: { readonly list: readonly Who[]; readonly names: Names };
  readonly where: { readonly list: readonly Where[]; readonly names: Names };
}

/** Ids of what the words name as a whole; of the nearest, where nothing is named so. */
function bodiesNamed({ who, where }: Bodies, words: readonly Word[]): Set<string> {
  const found = new Set<string>();
  const kinds = [who, where].map(({ list, names }) => ({ id: (owner: number) => list[owner]?.id ?? '', names }));
  const bare = words.filter((word) => !isBodyWord(word));
  for (const part of bare.length > 0 && bare.length < words.length ? [words, bare] : [words]) {
    for (const { id, names } of kinds)
      for (const hit of wholeNames(names, part)) if (!hit.weak) found.add(id(hit.owner));
    if (found.size > 0) continue;
    const near = kinds
      .flatMap(({ id, names }) => nearNames(names, part, 10).map((hit) => ({ ...hit, id: id(hit.owner) })))
      .filter(({ full, weak, way, whole, sure }) => full && !weak && whole === 1 && way !== 'prefix' && sure >= 0.7);
    const top = near.reduce((most, { score }) => Math.max(most, score), 0);
    for (const hit of near) if (hit.score >= top - 0.02) found.add(hit.id);
  }
  return found;
}

/** Whom the words name. Forms that hold a title are left out: "Mayor of North Mitrovica" is not called "Mitrovica". */
function ownersNamed(names: Names, offices: Offices, words: readonly Word[]): Set<number> {
  const hits = [...wholeNames(names, words), ...nearNames(names, words, 20)];
  const own = hits.filter(
    ({ full, sure, matched }) => full && sure >= 0.7 && officeIn(offices, wordsOf(matched)) === null,
  );
  return new Set(own.map(({ owner }) => owner));
}

/**
 * Answers "mayor of X", "X's mayor", "prime minister Y". Every word that tells something must belong to the title, to
 * the body or to the holder; a holder of the same office elsewhere, or of another office there, is no answer.
 */
export function findRole({ offices, holders }: Roles, bodies: Bodies, typed: readonly Word[]): RoleQuestion {
  const office = officeIn(offices, typed);
  if (office === null) return { asked: false, hits: [] };
  if (office === 'changed') return { asked: true, hits: [] };
  const rest = typed.filter((word, at) => (at < office.start || at >= office.end) && !isFiller(word.folds[0] ?? ''));
  const held = holders.filter((holder) => [...holder.offices].some((one) => office.offices.has(one)));
  if (rest.length === 0 || held.length === 0) {
    return { asked: true, hits: held.map(({ owner, title }) => ({ owner, matched: title, score: 0.7 })) };
  }
  for (let split = 0; split <= rest.length; split++) {
    for (const [body, name] of [
      [rest.slice(0, split), rest.slice(split)] as const,
      [rest.slice(split), rest.slice(0, split)] as const,
    ]) {
      const of = body.length > 0 ? bodiesNamed(bodies, body) : null;
      const owners = name.length > 0 ? ownersNamed(bodies.who.names, offices, name) : null;
      const hits = held.filter(
        (holder) =>
          (of === null || [...holder.of].some((id) => of.has(id))) && (owners === null || owners.has(holder.owner)),
      );
      if (hits.length > 0)
        return { asked: true, hits: hits.map(({ owner, title }) => ({ owner, matched: title, score: 1 })) };
    }
  }
  return { asked: true, hits: [] };
}
