import { memoize } from '../../memoize.ts';
import { letterMask } from '../../text/edit-distance.ts';
import { nominativeStems } from '../analysis/case-endings.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import type { MatchableWord } from './match-name.ts';
import { consonantKey, phoneticKey } from '../analysis/phonetic-key.ts';
import type { SpellingIndex } from '../engine/spelling-index.ts';
import type { Postings } from '../engine/postings.ts';
import { scriptOf, SCRIPTS } from '../analysis/transliteration.ts';
import type { Script } from '../analysis/transliteration.ts';
import { hashPart, stem } from '../analysis/spaceless-key.ts';
import type { Part, HashedWord } from '../analysis/spaceless-key.ts';
import type { Interner } from '../structures/number-list.ts';
import { isLowerCase, NumberList } from '../structures/number-list.ts';
import { termText } from '../engine/term-dictionary.ts';

/**
 * Words of every form of every name, so that a question parses no name.
 * Those of form n lie between `starts[n]` and `starts[n + 1]`.
 * Each is the vocabulary number of a fold, with the flag `FILLER` for a stopword and its script above `SCRIPT`.
 * Other folds of the same word follow, with the flag `OTHER`.
 */
export interface PackedNameWords {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

const SCRIPT = 28;
const OTHER = 2 ** 31;
const FILLER = 2 ** 27;
const TERM = FILLER - 1;

/** A word of a form while the forms are collected. */
export interface FormWord extends HashedWord, Fold {
  readonly others: readonly Fold[];
  readonly marks: number;
}

interface Fold extends Part {
  readonly number: number;
}

/** @param folds at least one. */
export function toNameWord(raw: string, folds: readonly string[], numbers: Interner): FormWord {
  const [fold = '', ...others] = folds;
  const filler = isStopwordInName(fold);
  const { adds, shifts } = hashPart(fold);
  const stems = hashPart(stem(fold));
  const small = isLowerCase(raw);
  return {
    raw,
    folds,
    adds,
    shifts,
    number: numbers.of(fold, small),
    others: others.map((one) => ({ ...hashPart(one), number: numbers.of(one, small) })),
    stemAdds: stems.adds,
    stemShifts: stems.shifts,
    filler,
    marks: (SCRIPTS.indexOf(scriptOf(raw)) << SCRIPT) | (filler ? FILLER : 0),
  };
}

/** Collects the words of forms, one form after another. */
export class NameWordsBuilder {
  readonly #starts = new NumberList();
  readonly #words = new NumberList();

  constructor() {
    this.#starts.push(0);
  }

  /** Number of folds so far. */
  get length(): number {
    return this.#words.length;
  }

  add(form: readonly FormWord[]): void {
    for (const { number, marks: corrections, others } of form) {
      this.#words.push(number | corrections);
      for (const other of others) this.#words.push(other.number | corrections | OTHER);
    }
    this.#starts.push(this.#words.length);
  }

  /** The numbers of the folds, in order. */
  numbers(): NumberList {
    const numbers = new NumberList(this.#words.filled());
    for (let at = 0; at < numbers.length; at++) numbers.values[at] = (numbers.values[at] ?? 0) & TERM;
    return numbers;
  }

  /** @param terms the vocabulary position of each number. */
  file(terms: Uint32Array): PackedNameWords {
    const words = this.#words.filled();
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0;
      words[at] = (word & ~TERM) | (terms[word & TERM] ?? 0);
    }
    return { starts: this.#starts.filled(), words };
  }
}

const NOT_WRITTEN: MatchableWord['written'] = [];

/** A word of a name. Rarely needed fields are computed on demand. */
class NameWord implements MatchableWord {
  readonly fold: string;
  readonly folds: readonly string[];
  readonly script: Script;
  readonly filler: boolean;
  readonly common: boolean;
  readonly written = NOT_WRITTEN;
  readonly #sound: string;
  readonly letters: number;
  #sounds: readonly string[] | null = null;
  #soundLetters: readonly number[] | null = null;
  #consonantKey: string | null = null;
  #stems: readonly string[] | null = null;

  constructor(
    folds: readonly string[],
    script: Script,
    { filler, common }: Pick<MatchableWord, 'filler' | 'common'>,
    sound: string,
  ) {
    this.fold = folds[0] ?? '';
    this.folds = folds;
    this.script = script;
    this.filler = filler;
    this.common = common;
    this.letters = letterMask(this.fold);
    this.#sound = sound;
  }

  get sounds(): readonly string[] {
    const sound = this.#sound === '' ? phoneticKey(this.fold) : this.#sound;
    this.#sounds ??= this.fold.includes('q') ? [sound, phoneticKey(this.fold.replaceAll('q', 'c'))] : [sound];
    return this.#sounds;
  }

  get soundLetters(): readonly number[] {
    this.#soundLetters ??= this.sounds.map(letterMask);
    return this.#soundLetters;
  }

  get consonantKey(): string {
    this.#consonantKey ??= consonantKey(this.sounds[0] ?? '');
    return this.#consonantKey;
  }

  get stems(): readonly string[] {
    this.#stems ??= nominativeStems(this.fold);
    return this.#stems;
  }
}

/** The words of all names of one owner. */
export interface NameWords {
  /** Distinct words. */
  readonly words: readonly MatchableWord[];
  /** For each form the positions of its words in `words`. */
  readonly forms: readonly (readonly number[])[];
}

/** Size of the caches of owners and of words, at some 500 and 300 bytes each. */
const MOST_KEPT = 2_000;

/**
 * The words of an owner's names, cached across questions.
 * @param owned index of each owner's first form.
 */
export function readNameWords(
  owned: Uint32Array,
  { starts, words }: PackedNameWords,
  { vocabulary, common }: Pick<Postings, 'vocabulary' | 'common'>,
  { sounds }: SpellingIndex,
): (owner: number) => NameWords {
  const make = (packed: number, others: readonly string[]): NameWord => {
    const term = packed & TERM;
    const script = SCRIPTS[(packed >>> SCRIPT) & 7] ?? 'other';
    const corrections = { filler: (packed & FILLER) !== 0, common: common[term] === 1 };
    return new NameWord([termText(vocabulary, term), ...others], script, corrections, termText(sounds, term));
  };
  const alone = memoize(MOST_KEPT, (packed: number) => make(packed, []));
  return memoize(MOST_KEPT, (owner: number) => {
    const all: MatchableWord[] = [];
    const packs: number[] = [];
    const wordsOfForm = (form: number): number[] => {
      const found: number[] = [];
      const end = starts[form + 1] ?? 0;
      for (let at = starts[form] ?? 0; at < end;) {
        const packed = words[at++] ?? 0;
        let place = packs.indexOf(packed);
        const isAlone = at >= end || (words[at] ?? 0) < OTHER;
        if (place < 0 || !isAlone) {
          place = all.length;
          packs.push(isAlone ? packed : OTHER);
          const others: string[] = [];
          for (; at < end && (words[at] ?? 0) >= OTHER; at++)
            others.push(termText(vocabulary, (words[at] ?? 0) & TERM));
          all.push(isAlone ? alone(packed) : make(packed, others));
        }
        found.push(place);
      }
      return found;
    };
    const first = owned[owner] ?? 0;
    const forms = Array.from({ length: (owned[owner + 1] ?? first) - first }, (_, at) => wordsOfForm(first + at));
    return { words: all, forms };
  });
}
