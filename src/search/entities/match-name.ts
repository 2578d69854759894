import { scriptReader } from '../analysis/script-readers.ts';
import type { ConsonantReader } from '../analysis/script-readers.ts';
import type { AbjadReading } from '../analysis/abjad.ts';
import { editDistance, maxEdits, letterMask, withinEditBound } from '../../text/edit-distance.ts';
import { stripCaseEndings, nominativeStems } from '../analysis/case-endings.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { consonantKey, phoneticKey } from '../analysis/phonetic-key.ts';
import type { Script } from '../analysis/transliteration.ts';
import { scriptOf } from '../analysis/transliteration.ts';
import { isLowerCase } from '../structures/number-list.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** How a typed word matched a word of a name, surest first. */
export const MATCH_KINDS = ['same', 'script', 'ending', 'begins', 'initial', 'sound', 'near'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

interface WordMatch {
  readonly step: MatchKind;
  /** 0 to 1: certainty that both words are the same. */
  readonly sure: number;
}

/** A word with everything the matcher needs, precomputed. */
export interface MatchableWord {
  readonly fold: string;
  readonly folds: readonly string[];
  readonly script: Script;
  readonly filler: boolean;
  /** A common word within a name ("Mayor of", "police"): it is no name by itself. */
  readonly common: boolean;
  /** Bit masks of the letters of the word and of its sounds: they reject different words fast. */
  readonly letters: number;
  readonly sounds: readonly string[];
  readonly soundLetters: readonly number[];
  readonly consonantKey: string;
  /** Readings of its consonants, in a script without vowels. */
  readonly written: readonly AbjadReading[];
  /** Its stems; for a name's word, those of the house form. */
  readonly stems: readonly string[];
}

/** @param typed true for a word of the question, false for a word of a name. */
export function toMatchable({ raw, folds }: Token, typed: boolean): MatchableWord {
  const fold = folds[0] ?? '';
  const sound = phoneticKey(fold);
  const script = scriptOf(raw);
  const sounds = soundsOf(typed ? folds : [fold]);
  return {
    fold,
    folds,
    script,
    filler: isStopwordInName(fold),
    common: isLowerCase(raw),
    letters: letterMask(fold),
    sounds,
    soundLetters: sounds.map(letterMask),
    consonantKey: consonantKey(sound),
    written: (typed ? scriptReader(script).consonants?.readings(raw) : null) ?? [],
    stems: typed ? folds.flatMap(stripCaseEndings) : nominativeStems(fold),
  };
}

/** Sounds of every reading of a word; a q may also be Albanian. */
const soundsOf = (folds: readonly string[]): string[] => [
  ...new Set(
    folds.flatMap((fold) => (fold.includes('q') ? [fold, fold.replaceAll('q', 'c')] : [fold])).map(phoneticKey),
  ),
];

function share(a: readonly string[], b: readonly string[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}

/** Tells whether a typed word means a word of a name, and how. */
export function matchWords(typed: MatchableWord, name: MatchableWord): WordMatch | null {
  const sameScript = typed.script === name.script;
  const [a, b] = [typed.fold, name.fold];
  if (a === b || share(typed.folds, name.folds)) return { step: sameScript ? 'same' : 'script', sure: 1 };
  if (/\d/.test(a) && !/[a-z]{3}/.test(a)) return null;
  const reader = scriptReader(typed.script);
  if (reader.consonants !== null) return name.common ? null : withoutVowels(reader.consonants, typed, name);
  // A stem begins its word, so the first letter rejects most pairs.
  const begins = typed.folds.length > 1 || a.charCodeAt(0) === b.charCodeAt(0);
  if (begins && share(typed.stems, name.stems)) return { step: 'ending', sure: 0.92 };
  const alike = a.length > 2 && share(typed.sounds, name.sounds);
  if (alike && !sameScript && !reader.isIndexed) return { step: 'script', sure: 0.95 };
  if (begins && b.startsWith(a)) {
    return a.length === 1
      ? { step: 'initial', sure: 0.6 }
      : { step: 'begins', sure: 0.7 + (0.25 * a.length) / b.length };
  }
  return alike ? { step: 'sound', sure: 0.9 } : nearly(typed, name);
}

function nearly(typed: MatchableWord, name: MatchableWord): WordMatch | null {
  const [a, b] = [typed.fold, name.fold];
  const most = Math.min(maxEdits(a.length), maxEdits(b.length));
  const distance = withinEditBound(typed.letters, name.letters, most) ? editDistance(a, b, most) : most + 1;
  const sameBones = typed.consonantKey.length > 2 && typed.consonantKey === name.consonantKey;
  if (distance <= most) {
    const first = a.charAt(0) === b.charAt(0) ? 1 : 0.9;
    const sure = 1 - distance / Math.max(a.length, b.length);
    // Same consonants and as many syllables: spelt by ear. One more syllable is another name (Belgorod).
    return { step: 'near', sure: Math.max(sure * first, sameBones && syllables(a) === syllables(b) ? 0.8 : 0) };
  }
  // In the same script a sound-alike is more often another name: enough to suggest, not to answer.
  const trust = typed.script === name.script ? 0.75 : 0.85;
  let heard = 0;
  for (let at = 0; at < typed.sounds.length; at++) heard = Math.max(heard, likeness(typed, at, name));
  if (heard > 0) return { step: 'sound', sure: trust * heard };
  return sameBones && Math.abs(a.length - b.length) <= 3 ? { step: 'sound', sure: 0.66 } : null;
}

/** Similarity of one sound of a typed word and that of a name's word, 0 to 1; 0 for different words. */
function likeness(typed: MatchableWord, at: number, name: MatchableWord): number {
  const sound = typed.sounds[at] ?? '';
  const other = name.sounds[0] ?? '';
  const allowed = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2;
  if (sound === '' || !withinEditBound(typed.soundLetters[at] ?? 0, name.soundLetters[0] ?? 0, allowed)) return 0;
  const heard = editDistance(sound, other, allowed);
  return heard > allowed ? 0 : 1 - heard / Math.max(sound.length, other.length);
}

const syllables = (word: string): number => word.match(/[aeiouy]+/g)?.length ?? 0;

/** Compares consonants only, for scripts without vowels. */
function withoutVowels(consonants: ConsonantReader, typed: MatchableWord, { folds }: MatchableWord): WordMatch | null {
  let sure = 0;
  for (const written of typed.written)
    for (const name of folds) {
      const alike = consonants.similarity(written, name, consonants.possible);
      if (alike > sure && alike >= consonants.possible && consonants.sharesKey(written, name)) sure = alike;
    }
  if (sure === 0) return null;
  // A weaker match is only offered.
  return sure < consonants.certain ? { step: 'sound', sure: 0.9 * sure } : { step: 'script', sure };
}

export interface NameScore {
  /** The least certain match of all words. */
  readonly step: MatchKind;
  readonly sure: number;
  /** Share of the name that was typed, 0 to 1. */
  readonly whole: number;
  /** Tells which typed words matched. */
  readonly met: readonly boolean[];
}

/** A link word in a name ("of") has little weight. */
const weigh = ({ fold, filler }: MatchableWord): number => (filler ? 0.2 : 1) * fold.length;

/** Matches of typed words with words of names: by typed word, then by name word. */
export type MatchMatrix = readonly (readonly (WordMatch | null)[])[];

/** null if no pair matches. */
export function matchMatrix(typed: readonly MatchableWord[], names: readonly MatchableWord[]): MatchMatrix | null {
  let some = false;
  const all = typed.map((word) =>
    names.map((name) => {
      const meeting = matchWords(word, name);
      some ||= meeting !== null;
      return meeting;
    }),
  );
  return some ? all : null;
}

/**
 * Pairs typed words with the words of a name, surest pair first; null if none matches.
 * @param words matches of the typed words with words of names.
 * @param name positions of this name's words among these.
 */
export function scoreName(
  typed: readonly MatchableWord[],
  words: readonly MatchableWord[],
  meet: MatchMatrix,
  name: readonly number[],
): NameScore | null {
  const [only, ...others] = typed;
  if (only !== undefined && others.length === 0) return judgeOne(only, words, meet[0] ?? [], name);
  const pairs: { from: number; to: number; meeting: WordMatch; rank: number }[] = [];
  for (let from = 0; from < typed.length; from++) {
    for (let to = 0; to < name.length; to++) {
      const meeting = meet[from]?.[name[to] ?? 0] ?? null;
      if (meeting !== null) pairs.push({ from, to, meeting, rank: meeting.sure - (from === to ? 0 : 0.001) });
    }
  }
  if (pairs.length === 0) return null;
  const met = typed.map(() => false);
  const used = name.map(() => false);
  let step = 0;
  let sum = 0;
  let weight = 0;
  for (const { from, to, meeting } of pairs.length > 1 ? pairs.toSorted((a, b) => b.rank - a.rank) : pairs) {
    if (met[from] === true || used[to] === true) continue;
    met[from] = true;
    used[to] = true;
    const letters = typed[from]?.fold.length ?? 0;
    sum += meeting.sure * letters;
    weight += letters;
    step = Math.max(step, MATCH_KINDS.indexOf(meeting.step));
  }
  if (weight === 0) return null;
  let all = 0;
  let got = 0;
  let linksLeft = true;
  for (let at = 0; at < name.length; at++) {
    const word = words[name[at] ?? 0];
    if (word === undefined) continue;
    all += weigh(word);
    if (used[at] === true) got += weigh(word);
    else if (!word.filler) linksLeft = false;
  }
  return { step: MATCH_KINDS[step] ?? 'near', sure: sum / weight, whole: linksLeft ? 1 : got / all, met };
}

/** `scoreName` for one word, the most frequent query: it skips the pairing and takes half the time. */
function judgeOne(
  typed: MatchableWord,
  words: readonly MatchableWord[],
  meet: readonly (WordMatch | null)[],
  name: readonly number[],
): NameScore | null {
  let best: WordMatch | null = null;
  let at = 0;
  let top = 0;
  for (let to = 0; to < name.length; to++) {
    const meeting = meet[name[to] ?? 0] ?? null;
    if (meeting === null) continue;
    const rank = meeting.sure - (to === 0 ? 0 : 0.001);
    if (best !== null && rank <= top) continue;
    best = meeting;
    at = to;
    top = rank;
  }
  if (best === null || typed.fold === '') return null;
  let all = 0;
  let got = 0;
  let linksLeft = true;
  for (let to = 0; to < name.length; to++) {
    const word = words[name[to] ?? 0];
    if (word === undefined) continue;
    all += weigh(word);
    if (to === at) got = weigh(word);
    else if (!word.filler) linksLeft = false;
  }
  return { step: best.step, sure: best.sure, whole: linksLeft ? 1 : got / all, met: ONE };
}

const ONE: readonly boolean[] = [true];
