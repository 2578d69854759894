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

/** How a typed word met a word of a name, the surest first. */
export const MATCH_KINDS = ['same', 'script', 'ending', 'begins', 'initial', 'sound', 'near'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

interface WordMatch {
  readonly step: MatchKind;
  /** 0 to 1: how surely the one word means the other. */
  readonly sure: number;
}

/** A word with all that is asked of it more than once. */
export interface MatchableWord {
  readonly fold: string;
  readonly folds: readonly string[];
  readonly script: Script;
  readonly filler: boolean;
  /** Of a name's word: it is one of the language ("Mayor of", "police"), and no name by itself. */
  readonly common: boolean;
  /** Its letters, for words that cannot be near it to be told at a glance; and those of each of its sounds. */
  readonly letters: number;
  readonly sounds: readonly string[];
  readonly soundLetters: readonly number[];
  readonly consonantKey: string;
  /** Readings of its consonants, in a script that writes no vowels. */
  readonly written: readonly AbjadReading[];
  /** What is left of it without an ending; of a name's word as it stands in the house form. */
  readonly stems: readonly string[];
}

/** @param typed whether it is a word of the question, and not of a name. */
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

/** Of every reading of a word; a q is also an Albanian one. */
const soundsOf = (folds: readonly string[]): string[] => [
  ...new Set(
    folds.flatMap((fold) => (fold.includes('q') ? [fold, fold.replaceAll('q', 'c')] : [fold])).map(phoneticKey),
  ),
];

function share(a: readonly string[], b: readonly string[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}

/** Whether a typed word means a word of a name, and how. */
export function matchWords(typed: MatchableWord, name: MatchableWord): WordMatch | null {
  const sameScript = typed.script === name.script;
  const [a, b] = [typed.fold, name.fold];
  if (a === b || share(typed.folds, name.folds)) return { step: sameScript ? 'same' : 'script', sure: 1 };
  if (/\d/.test(a) && !/[a-z]{3}/.test(a)) return null;
  const reader = scriptReader(typed.script);
  if (reader.consonants !== null) return name.common ? null : withoutVowels(reader.consonants, typed, name);
  // A stem is a beginning of its word: most pairs are told apart by their first letters.
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
    // The same consonants and as many syllables: heard right, spelt by ear. A syllable more is another name (Belgorod).
    return { step: 'near', sure: Math.max(sure * first, sameBones && syllables(a) === syllables(b) ? 0.8 : 0) };
  }
  // Within one script a name is heard wrong less often than it is another one: enough to suggest, not to answer.
  const trust = typed.script === name.script ? 0.75 : 0.85;
  let heard = 0;
  for (let at = 0; at < typed.sounds.length; at++) heard = Math.max(heard, likeness(typed, at, name));
  if (heard > 0) return { step: 'sound', sure: trust * heard };
  return sameBones && Math.abs(a.length - b.length) <= 3 ? { step: 'sound', sure: 0.66 } : null;
}

/** 0 to 1: how much of one of the sounds of a typed word is that of a name's word; 0 where that is another word. */
function likeness(typed: MatchableWord, at: number, name: MatchableWord): number {
  const sound = typed.sounds[at] ?? '';
  const other = name.sounds[0] ?? '';
  const allowed = sound.length < 4 ? 0 : sound.length < 7 ? 1 : 2;
  if (sound === '' || !withinEditBound(typed.soundLetters[at] ?? 0, name.soundLetters[0] ?? 0, allowed)) return 0;
  const heard = editDistance(sound, other, allowed);
  return heard > allowed ? 0 : 1 - heard / Math.max(sound.length, other.length);
}

const syllables = (word: string): number => word.match(/[aeiouy]+/g)?.length ?? 0;

/** Where vowels are not written, only consonants are compared. */
function withoutVowels(consonants: ConsonantReader, typed: MatchableWord, { folds }: MatchableWord): WordMatch | null {
  let sure = 0;
  for (const written of typed.written)
    for (const name of folds) {
      const alike = consonants.similarity(written, name, consonants.possible);
      if (alike > sure && alike >= consonants.possible && consonants.sharesKey(written, name)) sure = alike;
    }
  if (sure === 0) return null;
  // Less like, it is one to offer.
  return sure < consonants.certain ? { step: 'sound', sure: 0.9 * sure } : { step: 'script', sure };
}

export interface NameScore {
  /** The least sure step of all. */
  readonly step: MatchKind;
  readonly sure: number;
  /** 0 to 1: how much of the name was typed. */
  readonly whole: number;
  /** Which typed words were met. */
  readonly met: readonly boolean[];
}

/** A link in a name ("of") counts for little. */
const weigh = ({ fold, filler }: MatchableWord): number => (filler ? 0.2 : 1) * fold.length;

/** How the typed words meet those of some names: by the place of the typed word, then by that of the other. */
export type MatchMatrix = readonly (readonly (WordMatch | null)[])[];

/** null where no two meet. */
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
 * Pairs typed words with the words of a name, the surest pair first; null when none fits.
 * @param words of names, and how the typed words meet them.
 * @param name the places of its words among these.
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

/** The same for one word alone, which is what most people have typed so far: it needs no pairs, and takes half the time. */
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
