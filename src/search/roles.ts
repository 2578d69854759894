import type { Where, Who } from '../data/fact.ts';
import { buildOffices } from './offices.ts';
import type { Offices } from './offices.ts';
import { squashes } from './squash.ts';
import { BODY_WORDS } from './titles.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** Who holds which office of which body: from the structured roles, never from phrases kept by hand. */
export interface Roles {
  readonly offices: Offices;
  /** Who holds an office, by the name of the office in the table of titles. */
  readonly byOffice: ReadonlyMap<string, readonly Holder[]>;
}

export interface Holder {
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
export const isBodyWord = ({ folds }: Word): boolean => BODIES.has(folds[0] ?? '');
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
  const byOffice = new Map<string, Holder[]>();
  for (const holder of holders) {
    for (const office of holder.offices) byOffice.set(office, [...(byOffice.get(office) ?? []), holder]);
  }
  return { offices, byOffice };
}
