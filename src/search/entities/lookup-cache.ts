import type { EntityBase } from './entity-index.ts';
import type { Where, Who } from '../../data/model/fact.ts';
import type { NameHit } from './name-index.ts';
import { lookNear, nearAmong } from './fuzzy-names.ts';
import { namesAsTyped, wholeNames } from './exact-names.ts';
import type { Word } from '../analysis/tokenizer.ts';

type Kind = 'who' | 'where';

/** The bases of names that a question is held against. */
export interface NameBases {
  readonly who: EntityBase<Who>;
  readonly where: EntityBase<Where>;
}

/**
 * Look-ups of the names in one question, each done once: a role is tried with every way to part the words around it, and
 * what is offered for a beginning is held against what the beginning would find.
 */
export interface Lookups {
  readonly whole: (kind: Kind, words: readonly Word[]) => readonly NameHit[];
  readonly asTyped: (kind: Kind, words: readonly Word[]) => readonly NameHit[];
  readonly near: (kind: Kind, words: readonly Word[], most?: number) => readonly NameHit[];
  /** Of the ids, those of this kind: how their names are like the words. */
  readonly among: (kind: Kind, words: readonly Word[], ids: ReadonlySet<string>) => readonly NameHit[];
  readonly idOf: (kind: Kind, owner: number) => string;
}

const LOOKED_AT = 20;

/** @param bases an index, of which the question is asked. */
export function makeLookups(bases: NameBases): Lookups {
  const once = <Found>(look: (kind: Kind, words: readonly Word[]) => Found): typeof look => {
    const done = new Map<string, Found>();
    return (kind, words) => {
      const key = `${kind} ${words.map(({ raw }) => raw).join(' ')}`;
      const found = done.get(key) ?? look(kind, words);
      done.set(key, found);
      return found;
    };
  };
  const near = once((kind, words) => lookNear(bases[kind].names, words));
  const whole = once((kind, words) => wholeNames(bases[kind].names, words));
  return {
    whole,
    asTyped: once((kind, words) => namesAsTyped(bases[kind].names, words, whole(kind, words))),
    near: (kind, words, most = LOOKED_AT) => near(kind, words)(most),
    among(kind, words, ids) {
      const owners = [...ids].flatMap((id) => bases[kind].numberOf(id) ?? []);
      return owners.length === 0 ? [] : nearAmong(bases[kind].names, words, owners);
    },
    idOf: (kind, owner) => bases[kind].list[owner]?.id ?? '',
  };
}
