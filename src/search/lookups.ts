import type { EntityBase } from './entities.ts';
import type { Where, Who } from '../data/fact.ts';
import type { NameHit } from './names.ts';
import { nearAmong, nearNames } from './near-names.ts';
import { namesAsTyped } from './whole-names.ts';
import type { Word } from './words.ts';

type Kind = 'who' | 'where';

/** The bases of names that a question is held against. */
export interface NameBases {
  readonly who: EntityBase<Who>;
  readonly where: EntityBase<Where>;
}

/** Look-ups of the names in one question, each done once: a role is tried with every way to part the words around it. */
export interface Lookups {
  readonly asTyped: (kind: Kind, words: readonly Word[]) => readonly NameHit[];
  readonly near: (kind: Kind, words: readonly Word[]) => readonly NameHit[];
  /** Of the ids, those of this kind: how their names are like the words. */
  readonly among: (kind: Kind, words: readonly Word[], ids: ReadonlySet<string>) => readonly NameHit[];
  readonly idOf: (kind: Kind, owner: number) => string;
}

const LOOKED_AT = 20;

export function makeLookups(bases: NameBases): Lookups {
  const done = new Map<string, readonly NameHit[]>();
  const once = (key: string, words: readonly Word[], look: () => NameHit[]): readonly NameHit[] => {
    const whole = `${key} ${words.map(({ raw }) => raw).join(' ')}`;
    const before = done.get(whole);
    if (before !== undefined) return before;
    const hits = look();
    done.set(whole, hits);
    return hits;
  };
  return {
    asTyped: (kind, words) => once(`=${kind}`, words, () => namesAsTyped(bases[kind].names, words)),
    near: (kind, words) => once(`~${kind}`, words, () => nearNames(bases[kind].names, words, LOOKED_AT)),
    among(kind, words, ids) {
      const owners = [...ids].flatMap((id) => bases[kind].numberOf(id) ?? []);
      return owners.length === 0 ? [] : nearAmong(bases[kind].names, words, owners);
    },
    idOf: (kind, owner) => bases[kind].list[owner]?.id ?? '',
  };
}
