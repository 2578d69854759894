import type { Where, Who } from '../../data/model/fact.ts';
import type { EntityIndexes } from './lookup-cache.ts';
import { buildOffices } from './title-matcher.ts';
import type { Offices } from './title-matcher.ts';
import { BODY_WORDS } from './titles.ts';
import { exactNames } from './exact-names.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Holders of each office of each body, from the structured roles only. */
export interface OfficeIndex {
  readonly offices: Offices;
  /** Holders by the name of the office in the table of titles. */
  readonly byOffice: ReadonlyMap<string, readonly OfficeHolder[]>;
}

export interface OfficeHolder {
  readonly owner: number;
  readonly offices: ReadonlySet<string>;
  /** Ids that may mean the body: Kosovo for its government. Empty if the role names no body. */
  readonly of: ReadonlySet<string>;
  /** The role in the story's own words. */
  readonly title: string;
}

const BODIES: ReadonlySet<string> = new Set(
  BODY_WORDS.flatMap((text) => tokenize(text).map(({ folds }) => folds[0] ?? '')),
);
export const isBodyWord = ({ folds }: Token): boolean => BODIES.has(folds[0] ?? '');
const namesOf = ({ name, names }: Who | Where): string[] => [name, ...Object.values(names).flat()];

export function buildRoles({ who: { list: who, numberOf }, where }: EntityIndexes): OfficeIndex {
  const offices = buildOffices(who.flatMap(({ role }) => (role === undefined ? [] : [role.title])));
  const bodyOf = (id: string): Who | Where | undefined =>
    who[numberOf(id) ?? -1] ?? where.list[where.numberOf(id) ?? -1];
  const read = new Map<string, ReadonlySet<string>>();
  const standFor = (id: string): ReadonlySet<string> => {
    const before = read.get(id);
    if (before !== undefined) return before;
    const body = bodyOf(id);
    const places =
      body === undefined || !('type' in body) ? [] : namesOf(body).flatMap((name) => placesIn(where, name));
    const found = new Set([id, ...places]);
    read.set(id, found);
    return found;
  };
  const holders = who.flatMap(({ role }, owner): OfficeHolder[] => {
    if (role === undefined) return [];
    const words = tokenize(role.title);
    const known = offices.whole.get(words.map(({ folds }) => folds[0] ?? '').join('')) ?? new Set<string>();
    const body = role.of === undefined ? undefined : bodyOf(role.of);
    const title = body === undefined ? role.title : `${role.title}, ${body.name}`;
    return [{ owner, offices: known, of: role.of === undefined ? new Set() : standFor(role.of), title }];
  });
  const byOffice = new Map<string, OfficeHolder[]>();
  for (const holder of holders) {
    for (const office of holder.offices) byOffice.set(office, [...(byOffice.get(office) ?? []), holder]);
  }
  return { offices, byOffice };
}

/** Places that remain of a body's name without its generic words: "the municipality of Zvečan". */
function placesIn({ names, list }: EntityIndexes['where'], name: string): string[] {
  const words = tokenize(name);
  const bare = words.filter((word) => !isBodyWord(word));
  if (bare.length === words.length) return [];
  return exactNames(names, bare).flatMap(({ owner, weak }) => (weak ? [] : (list[owner]?.id ?? [])));
}
