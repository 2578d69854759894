import { asked } from '../analysis/read-query.ts';
import { isFiller, isSaying } from '../analysis/stopwords.ts';
import { findRole } from './find-office-holder.ts';
import type { RoleHit } from './find-office-holder.ts';
import type { EntityHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import { makeLookups } from './lookup-cache.ts';
import type { Lookups } from './lookup-cache.ts';
import { officesIn } from './title-matcher.ts';
import type { Office } from './title-matcher.ts';
import { MOST_GUESSES, partOf } from './single-word-names.ts';
import { entityHit } from './suggestions.ts';
import { wordsOf } from '../analysis/tokenizer.ts';
import type { Word } from '../analysis/tokenizer.ts';

/** A name inside a question. `start` and `end` are UTF-16 offsets in `text`. Several on one stretch: it fits them all. */
export type Mention = EntityHit & { readonly start: number; readonly end: number };

export interface Mentions {
  /** What was typed, cut to its length, to which the offsets belong. */
  readonly text: string;
  readonly hits: readonly Mention[];
  /** The words that tell something and are no part of a name, as typed; '' where there are none. */
  readonly rest: string;
  /** It asks what somebody said. */
  readonly saying: boolean;
}

const LONGEST = 6;

/** The people, bodies, groups and places that a question names, in its order. */
export function mentions(index: EntityIndexes, typed: string): Mentions {
  const { text, words } = asked(typed);
  const { hits, taken } = namedIn(index, words);
  const rest = words.filter((word, at) => taken[at] !== true && !isFiller(word.folds[0] ?? ''));
  const saying = words.some(({ folds }, at) => taken[at] !== true && isSaying(folds[0] ?? ''));
  return { text, hits, saying, rest: rest.map(({ start, end }) => text.slice(start, end)).join(' ') };
}

/** The names in a whole sentence or passage, however long. */
export const namesIn = (index: EntityIndexes, text: string): readonly Mention[] => namedIn(index, wordsOf(text)).hits;

/** The words of a sentence that tell something, each in its usual fold. */
export const wordsIn = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ folds: [fold = ''] }) => (fold === '' || isFiller(fold) ? [] : [fold]));

export interface Named {
  readonly hits: readonly Mention[];
  /** Which of the words belong to a name. */
  readonly taken: readonly boolean[];
}

export function namedIn(index: EntityIndexes, words: readonly Word[]): Named {
  const taken = words.map(() => false);
  const hits: Mention[] = [];
  const lookups = makeLookups(index);
  const take = (found: readonly EntityHit[], from: number, to: number): void => {
    if (found.length === 0 || taken.slice(from, to).includes(true)) return;
    const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
    for (const hit of found) hits.push({ ...hit, start, end });
    taken.fill(true, from, to);
  };
  const roles = rolesIn(index, lookups, words);
  for (const { found, from, to } of roles.beside) take(found, from, to);
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const ends = [words[from], words[from + length - 1]];
      if (ends.some((word) => word === undefined || isFiller(word.folds[0] ?? ''))) continue;
      if (!taken.slice(from, from + length).includes(true)) {
        take(asTyped(index, lookups, words.slice(from, from + length)), from, from + length);
      }
    }
  }
  for (const { found, from, to } of roles.alone) take(found, from, to);
  const looked = { left: MOST_GUESSES };
  for (const [at, word] of words.entries()) {
    if (taken[at] !== true && !isFiller(word.folds[0] ?? '')) take(partOf(index, lookups, word, looked), at, at + 1);
  }
  return { hits: merged(hits).toSorted((a, b) => a.start - b.start || a.end - b.end), taken };
}

function asTyped(index: EntityIndexes, lookups: Lookups, words: readonly Word[]): EntityHit[] {
  return (['where', 'who'] as const).flatMap((kind) =>
    lookups
      .asTyped(kind, words)
      .filter(({ weak }) => !weak)
      .flatMap((hit) => entityHit(index, kind, hit)),
  );
}

interface Part {
  readonly found: readonly EntityHit[];
  readonly from: number;
  readonly to: number;
}

const MOST_TITLES = 2;
/** Words on each side of a title that may belong to it. */
const AROUND = 4;

interface RoleParts {
  /** Titles with the body or the holder beside them. */
  readonly beside: readonly Part[];
  /** Titles alone that one person holds; a name on the same words goes before them. */
  readonly alone: readonly Part[];
}

function rolesIn(index: EntityIndexes, lookups: Lookups, words: readonly Word[]): RoleParts {
  const { roles } = index;
  const beside: Part[] = [];
  const alone: Part[] = [];
  for (const office of officesIn(roles.offices, words).slice(0, MOST_TITLES)) {
    if ([...office.offices].every((one) => !roles.byOffice.has(one))) continue;
    for (const [from, to] of windowsAround(office, words)) {
      const { hits } = findRole(roles, lookups, words.slice(from, to), false);
      const part = { found: hits.flatMap((hit) => roleHit(index, hit)), from, to };
      if (to - from > office.end - office.start) {
        if (hits.length === 0) continue;
        beside.push(part);
        break;
      }
      if (hits.length === 1) alone.push(part);
    }
  }
  return { beside, alone };
}

/** Stretches with the title in them, the longest first; none begins or ends with a word that tells nothing. */
function windowsAround({ start, end }: Office, words: readonly Word[]): [number, number][] {
  const windows: [number, number][] = [];
  const silent = (at: number): boolean => isFiller(words[at]?.folds[0] ?? '');
  for (let from = Math.max(0, start - AROUND); from <= start; from++) {
    for (let to = Math.min(words.length, end + AROUND); to >= end; to--) {
      if ((from === start || !silent(from)) && (to === end || !silent(to - 1))) windows.push([from, to]);
    }
  }
  return windows.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

function roleHit(index: EntityIndexes, { owner, matched, score }: RoleHit): EntityHit[] {
  const entity = index.who.list[owner];
  return entity === undefined ? [] : [{ kind: 'who', entity, way: 'role', matched, score }];
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
