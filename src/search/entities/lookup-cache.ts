import type { EntityBase } from './entity-index.ts';
import type { Where, Who } from '../../data/model/fact.ts';
import type { NameHit } from './name-index.ts';
import { createFuzzyLookup, fuzzyAmong } from './fuzzy-names.ts';
import { literalNames, exactNames } from './exact-names.ts';
import type { Token } from '../analysis/tokenizer.ts';

type EntityKind = 'who' | 'where';

/** The name indexes that a question is compared with. */
export interface EntityIndexes {
  readonly who: EntityBase<Who>;
  readonly where: EntityBase<Where>;
}

/**
 * Caches the name look-ups of one question.
 * A role is tried with every split of the words around it, and autocomplete checks its offers against the answer.
 */
export interface LookupCache {
  readonly whole: (kind: EntityKind, words: readonly Token[]) => readonly NameHit[];
  readonly asTyped: (kind: EntityKind, words: readonly Token[]) => readonly NameHit[];
  readonly near: (kind: EntityKind, words: readonly Token[], most?: number) => readonly NameHit[];
  /** Compares the words with the names of these ids, for one kind of entity. */
  readonly among: (kind: EntityKind, words: readonly Token[], ids: ReadonlySet<string>) => readonly NameHit[];
  readonly idOf: (kind: EntityKind, owner: number) => string;
}

const LOOKED_AT = 20;

/** @param bases indexes that the question is asked of. */
export function createLookupCache(bases: EntityIndexes): LookupCache {
  const once = <Found>(look: (kind: EntityKind, words: readonly Token[]) => Found): typeof look => {
    const done = new Map<string, Found>();
    return (kind, words) => {
      const key = `${kind} ${words.map(({ raw }) => raw).join(' ')}`;
      const found = done.get(key) ?? look(kind, words);
      done.set(key, found);
      return found;
    };
  };
  const near = once((kind, words) => createFuzzyLookup(bases[kind].names, words));
  const whole = once((kind, words) => exactNames(bases[kind].names, words));
  return {
    whole,
    asTyped: once((kind, words) => literalNames(bases[kind].names, words, whole(kind, words))),
    near: (kind, words, most = LOOKED_AT) => near(kind, words)(most),
    among(kind, words, ids) {
      const owners = [...ids].flatMap((id) => bases[kind].numberOf(id) ?? []);
      return owners.length === 0 ? [] : fuzzyAmong(bases[kind].names, words, owners);
    },
    idOf: (kind, owner) => bases[kind].list[owner]?.id ?? '',
  };
}
