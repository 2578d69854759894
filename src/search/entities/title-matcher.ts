import { stemmer } from 'stemmer';
import { editDistance } from '../../text/edit-distance.ts';
import { stripCaseEndings, nominativeStems } from '../analysis/case-endings.ts';
import { TITLE_MODIFIERS, TITLES } from './titles.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { isEnglishWord } from '../analysis/thesaurus.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** The titles of the table and of one story, indexed for search. */
export interface Offices {
  /** Forms by their first word, each with its words and offices. */
  readonly byFirst: ReadonlyMap<string, readonly Title[]>;
  /** Forms without spaces. */
  readonly whole: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words of titles by stem. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
  readonly words: ReadonlySet<string>;
  /** Words of four letters or more, by first letter. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
}

interface Title {
  readonly words: readonly string[];
  /** The words without link words. */
  readonly telling: readonly string[];
  readonly offices: ReadonlySet<string>;
}

const CHANGES: ReadonlySet<string> = new Set(
  TITLE_MODIFIERS.flatMap((text) => tokenize(text).map(({ folds }) => folds[0] ?? '')),
);

/** Drops link words on both sides: "minister of the interior", "kryetar i komunës". */
const told = (words: readonly Token[]): Token[] => {
  const kept = words.filter(({ folds }) => !isStopwordInName(folds[0] ?? ''));
  return kept.length > 0 ? kept : [...words];
};
const spell = (words: readonly Token[]): string[] => words.map(({ folds }) => folds[0] ?? '');
const wholeOf = (title: string): string => spell(tokenize(title)).join('');

/** @param titles titles of the story; those missing from the table become offices of their own. */
export function buildOffices(titles: readonly string[]): Offices {
  const offices = new Map<string, Set<string>>();
  const forms = new Map<string, readonly Token[]>();
  const add = (form: string, office: string): void => {
    const words = tokenize(form);
    const whole = wholeOf(form);
    if (whole === '') return;
    // "prime minister" and "primeminister" are one form, kept as two words so that both spellings match.
    if ((forms.get(whole)?.length ?? 0) < words.length) forms.set(whole, words);
    offices.set(whole, (offices.get(whole) ?? new Set()).add(office));
  };
  for (const [office, line] of TITLES) for (const form of line.split(/,\s+/)) add(form, office);
  for (const title of titles) if (!offices.has(wholeOf(title))) add(title, spell(tokenize(title)).join(' '));

  const byFirst = new Map<string, Title[]>();
  const stems = new Map<string, string[]>();
  const all = new Set<string>();
  for (const [whole, read] of forms) {
    const title = { words: spell(read), telling: spell(told(read)), offices: offices.get(whole) ?? new Set<string>() };
    for (const first of new Set([title.words[0] ?? '', title.telling[0] ?? ''])) {
      byFirst.set(first, [...(byFirst.get(first) ?? []), title]);
    }
    for (const word of title.telling) all.add(word);
  }
  for (const word of all) for (const stem of nominativeStems(word)) stems.set(stem, [...(stems.get(stem) ?? []), word]);
  const byLetter = Map.groupBy(
    all.values().filter(({ length }) => length > 3),
    (word) => word.charAt(0),
  );
  return { byFirst, whole: offices, stems, words: all, byLetter };
}

export interface TitleMention {
  readonly offices: ReadonlySet<string>;
  /** The title covers the words from `start` up to but not including `end`. */
  readonly start: number;
  readonly end: number;
}

/** Words of titles that equal a typed word or have it as a form. */
function known({ stems, words }: Offices, typed: Token): Set<string> {
  const found = new Set<string>();
  for (const word of typed.folds) {
    if (words.has(word)) found.add(word);
    for (const stem of [word, ...stripCaseEndings(word)]) {
      for (const title of stems.get(stem) ?? []) if (mayBeForm(word, title)) found.add(title);
    }
  }
  return found;
}

/** A foreign ending would make "police" a form of "policy", which is a word with its own endings. */
const mayBeForm = (word: string, title: string): boolean =>
  word === title || stemmer(word) === stemmer(title) || !isEnglishWord(word);

/** Tells whether a word is ordinary and in no title: "major of X" may mean its mayor, "major" alone does not. */
export const isOrdinaryWord = (offices: Offices, typed: Token): boolean =>
  known(offices, typed).size === 0 && typed.folds.some(isEnglishWord);

/** Words of titles that a typed word may mean: itself, an inflected form, or a typo of one letter. */
function meanings(offices: Offices, typed: Token): Set<string> {
  const found = known(offices, typed);
  const word = typed.folds[0] ?? '';
  // Also if it is a word of some title: "ministr" is Russian, and a typo in English.
  if (word.length > 4) {
    for (const title of offices.byLetter.get(word.charAt(0)) ?? [])
      if (editDistance(word, title, 1) <= 1) found.add(title);
  }
  return found;
}

/** Every title in the query, longest first, without overlaps. */
export function titlesIn(offices: Offices, typed: readonly Token[]): TitleMention[] {
  const meant = typed.map((word) => meanings(offices, word));
  const met: TitleMention[] = [];
  for (const [start, word] of typed.entries()) {
    for (const first of meant[start] ?? []) {
      for (const { telling, offices: stands } of offices.byFirst.get(first) ?? []) {
        const end = endOf(telling, start, typed, meant);
        if (end === null) continue;
        met.push({ offices: stands, start, end });
      }
    }
    for (const whole of word.folds) {
      const stands = offices.whole.get(whole);
      if (stands !== undefined) met.push({ offices: stands, start, end: start + 1 });
    }
  }
  const found: TitleMention[] = [];
  for (let left = met; ;) {
    const best = longest(left);
    if (best === null) return found;
    found.push(best);
    left = left.filter(({ start, end }) => end <= best.start || start >= best.end);
  }
}

/** Where a title that begins at `start` ends, skipping link words; null if it does not match there. */
function endOf(
  words: readonly string[],
  start: number,
  typed: readonly Token[],
  meant: readonly ReadonlySet<string>[],
): number | null {
  let at = start;
  for (const word of words) {
    while (
      at > start &&
      at < typed.length &&
      meant[at]?.has(word) !== true &&
      isStopwordInName(typed[at]?.folds[0] ?? '')
    )
      at++;
    if (meant[at]?.has(word) !== true) return null;
    at++;
  }
  return at;
}

/** The longest title in the query, the first of equals; 'changed' if a modifier ("former") makes it another office. */
export function longestTitleIn(offices: Offices, typed: readonly Token[]): TitleMention | 'changed' | null {
  const best = titlesIn(offices, typed)[0];
  if (best === undefined) return null;
  const { start, end } = best;
  const changed = typed.some((word, at) => (at < start || at >= end) && CHANGES.has(word.folds[0] ?? ''));
  return changed ? 'changed' : best;
}

/** The longest, the first of equals, with all offices of the forms on its range. */
function longest(met: readonly TitleMention[]): TitleMention | null {
  const best = met.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)[0];
  if (best === undefined) return null;
  const same = met.filter(({ start, end }) => start === best.start && end === best.end);
  return { ...best, offices: new Set(same.flatMap(({ offices }) => [...offices])) };
}
