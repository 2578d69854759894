import { readQuery } from '../analysis/read-query.ts';
import { isStopwordInName, isReportingVerb } from '../analysis/stopwords.ts';
import { findOfficeHolder } from './find-office-holder.ts';
import type { OfficeHit } from './find-office-holder.ts';
import type { EntityHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import { createLookupCache } from './lookup-cache.ts';
import type { LookupCache } from './lookup-cache.ts';
import { titlesIn } from './title-matcher.ts';
import type { TitleMention } from './title-matcher.ts';
import { MAX_SPELLING_GUESSES, entityForWord } from './single-word-names.ts';
import { toEntityHit } from './suggestions.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/**
 * A name inside a question. `start` and `end` are UTF-16 offsets in `text`. An ambiguous name gives several mentions of one
 * range.
 */
export type EntityMention = EntityHit & { readonly start: number; readonly end: number };

export interface QueryMentions {
  /** The truncated query; offsets refer to it. */
  readonly text: string;
  readonly hits: readonly EntityMention[];
  /** The content words outside names, as typed; '' if there are none. */
  readonly rest: string;
  /** The question asks for statements. */
  readonly saying: boolean;
}

const LONGEST = 6;

/** The people, bodies, groups and places in a question, in order. */
export function entityMentions(index: EntityIndexes, typed: string): QueryMentions {
  const { text, words } = readQuery(typed);
  const { hits, taken } = mentionsIn(index, words);
  const rest = words.filter((word, at) => taken[at] !== true && !isStopwordInName(word.folds[0] ?? ''));
  const saying = words.some(({ folds }, at) => taken[at] !== true && isReportingVerb(folds[0] ?? ''));
  return { text, hits, saying, rest: rest.map(({ start, end }) => text.slice(start, end)).join(' ') };
}

/** Names in a text of any length. */
export const namesInText = (index: EntityIndexes, text: string): readonly EntityMention[] =>
  mentionsIn(index, tokenize(text)).hits;

/** The content words of a sentence, by usual fold. */
export const contentWordsIn = (text: string): readonly string[] =>
  tokenize(text).flatMap(({ folds: [fold = ''] }) => (fold === '' || isStopwordInName(fold) ? [] : [fold]));

export interface MentionedEntities {
  readonly hits: readonly EntityMention[];
  /** Tells which words belong to a name. */
  readonly taken: readonly boolean[];
}

export function mentionsIn(index: EntityIndexes, words: readonly Token[]): MentionedEntities {
  const taken = words.map(() => false);
  const hits: EntityMention[] = [];
  const lookups = createLookupCache(index);
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
      if (ends.some((word) => word === undefined || isStopwordInName(word.folds[0] ?? ''))) continue;
      if (!taken.slice(from, from + length).includes(true)) {
        take(asTyped(index, lookups, words.slice(from, from + length)), from, from + length);
      }
    }
  }
  for (const { found, from, to } of roles.alone) take(found, from, to);
  const looked = { left: MAX_SPELLING_GUESSES };
  for (const [at, word] of words.entries()) {
    if (taken[at] !== true && !isStopwordInName(word.folds[0] ?? ''))
      take(entityForWord(index, lookups, word, looked), at, at + 1);
  }
  return { hits: merged(hits).toSorted((a, b) => a.start - b.start || a.end - b.end), taken };
}

function asTyped(index: EntityIndexes, lookups: LookupCache, words: readonly Token[]): EntityHit[] {
  return (['where', 'who'] as const).flatMap((kind) =>
    lookups
      .asTyped(kind, words)
      .filter(({ weak }) => !weak)
      .flatMap((hit) => toEntityHit(index, kind, hit)),
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
  /** Titles next to their body or holder. */
  readonly beside: readonly Part[];
  /** Titles without a body, held by one person; a name on the same words takes precedence. */
  readonly alone: readonly Part[];
}

function rolesIn(index: EntityIndexes, lookups: LookupCache, words: readonly Token[]): RoleParts {
  const { roles } = index;
  const beside: Part[] = [];
  const alone: Part[] = [];
  for (const office of titlesIn(roles.offices, words).slice(0, MOST_TITLES)) {
    if ([...office.offices].every((one) => !roles.byOffice.has(one))) continue;
    for (const [from, to] of windowsAround(office, words)) {
      const { hits } = findOfficeHolder(roles, lookups, words.slice(from, to), false);
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

/** Ranges that contain the title, longest first, without a stopword at either end. */
function windowsAround({ start, end }: TitleMention, words: readonly Token[]): [number, number][] {
  const windows: [number, number][] = [];
  const silent = (at: number): boolean => isStopwordInName(words[at]?.folds[0] ?? '');
  for (let from = Math.max(0, start - AROUND); from <= start; from++) {
    for (let to = Math.min(words.length, end + AROUND); to >= end; to--) {
      if ((from === start || !silent(from)) && (to === end || !silent(to - 1))) windows.push([from, to]);
    }
  }
  return windows.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]));
}

function roleHit(index: EntityIndexes, { owner, matched, score }: OfficeHit): EntityHit[] {
  const entity = index.who.list[owner];
  return entity === undefined ? [] : [{ kind: 'who', entity, way: 'role', matched, score }];
}

/** Merges neighbouring mentions of the same entity. */
function merged(hits: readonly EntityMention[]): EntityMention[] {
  const kept: EntityMention[] = [];
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
