import type { Story } from '../../data/model/fact.ts';
import { searchForm } from '../../search/analysis/folding.ts';

/** First and last words of the names of a person, in all the forms of the story. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly firsts: ReadonlySet<string>;
  readonly lasts: ReadonlySet<string>;
}

/** Names of a story by their words, to find misspelt ones. */
export interface KnownNames {
  readonly byFirst: ReadonlyMap<string, readonly Person[]>;
  readonly byLast: ReadonlyMap<string, readonly Person[]>;
  /** Last names by their first letter. */
  readonly lasts: ReadonlyMap<string, readonly { readonly last: string; readonly person: Person }[]>;
  /** Capitalised words in the names of places. */
  readonly places: ReadonlySet<string>;
  /** Capitalised words in the names of places and organisations, by first letter. */
  readonly bodies: ReadonlyMap<string, readonly { readonly key: string; readonly id: string; readonly name: string }[]>;
}

export function makeKnownNames({ who, where }: Story): KnownNames {
  const people = [...who.values()].flatMap((one): Person[] => {
    if (one.type !== 'person' || one.unnamed) return [];
    const forms = [one.name, ...Object.values(one.names).flat()].map((form) => form.split(/\s+/).map(searchForm));
    const full = forms.filter((form) => form.length === 2);
    const lasts = new Set(full.map((form) => form.at(-1) ?? ''));
    return [{ id: one.id, name: one.name, firsts: new Set(full.map((form) => form[0] ?? '')), lasts }];
  });
  const group = (words: (person: Person) => ReadonlySet<string>) => {
    const pairs = people.flatMap((person) => [...words(person)].map((word) => ({ word, person })));
    const groups = Map.groupBy(pairs, ({ word }) => word);
    return new Map([...groups].map(([word, list]) => [word, list.map(({ person }) => person)]));
  };
  const named = [...where.values(), ...[...who.values()].filter(({ type }) => type === 'organisation')];
  const capitals = (name: string) =>
    name
      .split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map(searchForm);
  const bodies = named.flatMap(({ id, name }) => capitals(name).map((key) => ({ id, name, key })));
  const lasts = people.flatMap((person) => [...person.lasts].map((last) => ({ last, person })));
  return {
    byFirst: group(({ firsts }) => firsts),
    byLast: group((person) => person.lasts),
    lasts: Map.groupBy(lasts, ({ last }) => last.charAt(0)),
    places: new Set([...where.values()].flatMap(({ name }) => capitals(name))),
    bodies: Map.groupBy(bodies, ({ key }) => key.charAt(0)),
  };
}
