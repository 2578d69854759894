import { edits, editsAllowed } from './distance.ts';
import { isFormOf } from './endings.ts';
import { isFiller } from './fillers.ts';
import { abjad, consonants, skeleton } from './keys.ts';
import { scriptOf } from './scripts.ts';
import type { Word } from './words.ts';

/** How a typed word met a word of a name, the surest first. */
export const STEPS = ['same', 'script', 'ending', 'begins', 'initial', 'sound', 'near'] as const;
export type Step = (typeof STEPS)[number];

interface Meeting {
  readonly step: Step;
  /** 0 to 1: how surely the one word means the other. */
  readonly sure: number;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** Whether a typed word means a word of a name, and how. */
export function meet(typed: Word, name: Word): Meeting | null {
  const a = typed.folds[0] ?? '';
  const b = name.folds[0] ?? '';
  const sameScript = scriptOf(typed.raw) === scriptOf(name.raw);
  if (a === b || share(typed.folds, name.folds)) return { step: sameScript ? 'same' : 'script', sure: 1 };
  if (/\d/.test(a) && !/[a-z]{3}/.test(a)) return null;
  if (typed.folds.some((one) => isFormOf(one, b))) return { step: 'ending', sure: 0.92 };
  const sound = skeleton(a);
  const other = skeleton(b);
  const alike =
    a.length > 2 && (sound === other || skeleton(a.replaceAll('q', 'c')) === skeleton(b.replaceAll('q', 'c')));
  const vowelless = scriptOf(typed.raw) === 'abjad';
  if (vowelless) return withoutVowels(a, b);
  if (alike && !sameScript && scriptOf(typed.raw) !== 'latin') return { step: 'script', sure: 0.95 };
  if (b.startsWith(a)) {
    return a.length === 1
      ? { step: 'initial', sure: 0.6 }
      : { step: 'begins', sure: 0.7 + (0.25 * a.length) / b.length };
  }
  if (alike) return { step: 'sound', sure: 0.9 };
  return nearly(a, b, sound, other, sameScript);
}

function nearly(a: string, b: string, sound: string, other: string, sameScript: boolean): Meeting | null {
  const most = Math.min(editsAllowed(a.length), editsAllowed(b.length));
  const distance = edits(a, b, most);
  const bare = consonants(sound);
  const sameBones = bare.length > 2 && bare === consonants(other);
  if (distance <= most) {
    const first = a.charAt(0) === b.charAt(0) ? 1 : 0.9;
    const sure = 1 - distance / Math.max(a.length, b.length);
    return { step: 'near', sure: Math.max(sure * first, sameBones ? 0.75 : 0) };
  }
  if (!sameScript && sound.length > 3) {
    const heard = edits(sound, other, sound.length < 7 ? 1 : 2);
    if (heard <= (sound.length < 7 ? 1 : 2))
      return { step: 'sound', sure: 0.85 * (1 - heard / Math.max(sound.length, other.length)) };
  }
  if (sameBones && Math.abs(a.length - b.length) <= 3) return { step: 'sound', sure: 0.66 };
  return null;
}

/** Arabic and Hebrew leave the vowels out, so only what is left of both can be held together. */
function withoutVowels(a: string, b: string): Meeting | null {
  const key = abjad(a);
  if (key.length < 2 || key !== abjad(b)) return null;
  return { step: 'script', sure: key.length > 2 ? 0.8 : 0.7 };
}

export interface Verdict {
  /** The least sure step of all. */
  readonly step: Step;
  readonly sure: number;
  /** Share of the name's letters that were typed. */
  readonly whole: number;
  /** Which typed words were met. */
  readonly met: readonly boolean[];
}

const lengthOf = (word: Word): number => word.folds[0]?.length ?? 0;

/** Pairs typed words with the words of a name, the surest pair first; null when none fits. */
export function judge(typed: readonly Word[], name: readonly Word[]): Verdict | null {
  const pairs: { from: number; to: number; meeting: Meeting; rank: number }[] = [];
  for (const [from, word] of typed.entries()) {
    for (const [to, other] of name.entries()) {
      const meeting = meet(word, other);
      if (meeting !== null) pairs.push({ from, to, meeting, rank: meeting.sure - (from === to ? 0 : 0.001) });
    }
  }
  pairs.sort((a, b) => b.rank - a.rank);
  const met = typed.map(() => false);
  const used = name.map(() => false);
  let step = 0;
  let sum = 0;
  let weight = 0;
  for (const { from, to, meeting } of pairs) {
    if (met[from] === true || used[to] === true) continue;
    met[from] = true;
    used[to] = true;
    const word = typed[from];
    const letters = word === undefined ? 0 : lengthOf(word);
    sum += meeting.sure * letters;
    weight += letters;
    step = Math.max(step, STEPS.indexOf(meeting.step));
  }
  if (weight === 0) return null;
  const counted = name.map((word) => (isFiller(word.folds[0] ?? '') ? 0.2 : 1) * lengthOf(word));
  const all = counted.reduce((a, b) => a + b, 0);
  const got = counted.reduce((total, letters, at) => total + (used[at] === true ? letters : 0), 0);
  const fillersLeft = name.every((word, at) => used[at] === true || isFiller(word.folds[0] ?? ''));
  return { step: STEPS[step] ?? 'near', sure: sum / weight, whole: fillersLeft ? 1 : got / all, met };
}
