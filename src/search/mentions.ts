import { asked } from './asked.ts';
import { isFiller } from './fillers.ts';
import type { EntityHit, StoryIndex } from './found.ts';
import { nearNames, wholeNames } from './names.ts';
import type { NameHit } from './names.ts';
import { officeIn } from './offices.ts';
import { findRole } from './roles.ts';
import { entityHit } from './suggest.ts';
import { isKnownWord } from './facts.ts';
import type { Word } from './words.ts';

/** A name inside a question. `start` and `end` are UTF-16 offsets in `text`. Several on one stretch: it fits them all. */
export type Mention = EntityHit & { readonly start: number; readonly end: number };

export interface Mentions {
  /** What was typed, cut to its length, to which the offsets belong. */
  readonly text: string;
  readonly hits: readonly Mention[];
  /** The words that tell something and are no part of a name, as typed; '' where there are none. */
  readonly rest: string;
}

const LONGEST = 6;

/** The people, bodies, groups and places that a question names, in its order. */
export function mentions(index: StoryIndex, typed: string): Mentions {
  const { text, words } = asked(typed);
  const { hits, taken } = namedIn(index, words);
  const rest = words.filter((word, at) => taken[at] !== true && !isFiller(word.folds[0] ?? ''));
  return { text, hits, rest: rest.map(({ start, end }) => text.slice(start, end)).join(' ') };
}

export interface Named {
  readonly hits: readonly Mention[];
  /** Which of the words belong to a name. */
  readonly taken: readonly boolean[];
}

export function namedIn(index: StoryIndex, words: readonly Word[]): Named {
  const taken = words.map(() => false);
  const hits: Mention[] = [];
  const free = (from: number, to: number): boolean => !taken.slice(from, to).includes(true);
  const take = (found: readonly EntityHit[], from: number, to: number): void => {
    if (found.length === 0) return;
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    for (const hit of found) hits.push({ ...hit, start, end });
    taken.fill(true, from, to);
  };
  const windows = function* (): Generator<[number, number]> {
    for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
      for (let from = 0; from + length <= words.length; from++) {
        const ends = [words[from], words[from + length - 1]];
        if (ends.some((word) => word === undefined || isFiller(word.folds[0] ?? ''))) continue;
        if (free(from, from + length)) yield [from, from + length];
      }
    }
  };
  for (const [from, to] of windows()) take(wholly(index, words.slice(from, to)), from, to);
  for (const [from, to] of windows()) if (to - from > 1) take(byRole(index, words.slice(from, to)), from, to);
  for (const [from, to] of windows()) if (to - from === 1) take(partly(index, words.slice(from, to)), from, to);
  return { hits: merged(hits).toSorted((a, b) => a.start - b.start || a.end - b.end), taken };
}

function wholly(index: StoryIndex, words: readonly Word[]): EntityHit[] {
  const strong = (hit: NameHit): boolean => !hit.weak;
  return [
    ...wholeNames(index.where.names, words)
      .filter(strong)
      .flatMap((hit) => entityHit(index, 'where', hit)),
    ...wholeNames(index.who.names, words)
      .filter(strong)
      .flatMap((hit) => entityHit(index, 'who', hit)),
  ];
}

function byRole(index: StoryIndex, words: readonly Word[]): EntityHit[] {
  if (officeIn(index.who.roles.offices, words) === null) return [];
  return findRole(index.who.roles, index, words).hits.flatMap(({ owner, matched, score }) => {
    const entity = index.who.list[owner];
    return entity === undefined ? [] : [{ kind: 'who', entity, way: 'role', matched, score }];
  });
}

/** One word that is a form of a name, a person's surname, or, when the base does not know it otherwise, a misspelling. */
function partly(index: StoryIndex, words: readonly Word[]): EntityHit[] {
  const word = words[0];
  if (word === undefined || (word.folds[0] ?? '').length < 3 || /^\d/.test(word.folds[0] ?? '')) return [];
  const known = isKnownWord(index.facts, word);
  const good = (hit: NameHit): boolean =>
    hit.full &&
    !hit.weak &&
    hit.sure >= 0.75 &&
    (hit.way === 'alias' || hit.way === 'transliteration' || (!known && hit.way === 'fuzzy' && hit.whole === 1));
  const surname = (hit: NameHit): boolean => {
    const entity = index.who.list[hit.owner];
    return (
      hit.way === 'prefix' && hit.sure >= 0.9 && hit.full && !hit.weak && entity?.type === 'person' && !entity.unnamed
    );
  };
  const places = nearNames(index.where.names, words, 10).filter(good);
  const people = nearNames(index.who.names, words, 10).filter((hit) => good(hit) || surname(hit));
  const top = Math.max(0, ...[...places, ...people].map(({ score }) => score));
  const best = (hit: NameHit): boolean => hit.score >= top - 0.02;
  return [
    ...places.filter(best).flatMap((hit) => entityHit(index, 'where', hit)),
    ...people.filter(best).flatMap((hit) => entityHit(index, 'who', hit)),
  ];
}

/** Neighbouring words that were found apart and name the same are one mention. */
function merged(hits: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const at = kept.findIndex(
      (other) => other.entity === hit.entity && hit.start - other.end <= 1 && hit.start >= other.end,
    );
    const before = kept[at];
    if (before === undefined) kept.push(hit);
    else kept[at] = { ...before, end: hit.end };
  }
  return kept;
}
