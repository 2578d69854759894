import { kept } from '../../memoize.ts';
import { lettersIn } from '../analysis/edit-distance.ts';
import { nominativeStems } from '../analysis/case-endings.ts';
import { isFiller } from '../analysis/stopwords.ts';
import type { Heard } from './match-name.ts';
import { consonants, skeleton } from '../analysis/phonetic-key.ts';
import type { Lexicon } from '../engine/spelling-index.ts';
import type { Postings } from '../engine/postings.ts';
import { scriptOf, SCRIPTS } from '../analysis/transliteration.ts';
import type { Script } from '../analysis/transliteration.ts';
import { partOf, stem } from '../analysis/spaceless-key.ts';
import type { Part, Squashed } from '../analysis/spaceless-key.ts';
import type { WordNumbers } from '../structures/number-list.ts';
import { isSmall, Numbers } from '../structures/number-list.ts';
import { wordAt } from '../engine/term-dictionary.ts';

/**
 * The words of every form of every name, so that a question reads no name letter by letter. Those of form n lie between
 * `starts[n]` and `starts[n + 1]`: each the number of a fold in the vocabulary, marked with `FILLER` where it tells nothing,
 * with its script above `SCRIPT`; the other folds of the same word follow, marked with `OTHER`.
 */
export interface FormWords {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

const SCRIPT = 28;
const OTHER = 2 ** 31;
const FILLER = 2 ** 27;
const TERM = FILLER - 1;

/** A word of a form while the forms are collected. */
export interface FormWord extends Squashed, Fold {
  readonly others: readonly Fold[];
  readonly marks: number;
}

interface Fold extends Part {
  readonly number: number;
}

/** @param folds at least one. */
export function formWordOf(raw: string, folds: readonly string[], numbers: WordNumbers): FormWord {
  const [fold = '', ...others] = folds;
  const filler = isFiller(fold);
  const { adds, shifts } = partOf(fold);
  const stems = partOf(stem(fold));
  const small = isSmall(raw);
  return {
    raw,
    folds,
    adds,
    shifts,
    number: numbers.of(fold, small),
    others: others.map((one) => ({ ...partOf(one), number: numbers.of(one, small) })),
    stemAdds: stems.adds,
    stemShifts: stems.shifts,
    filler,
    marks: (SCRIPTS.indexOf(scriptOf(raw)) << SCRIPT) | (filler ? FILLER : 0),
  };
}

/** Collects the words of forms, one form after the other. */
export class FormWordsBuilder {
  readonly #starts = new Numbers();
  readonly #words = new Numbers();

  constructor() {
    this.#starts.push(0);
  }

  /** How many folds there are by now. */
  get length(): number {
    return this.#words.length;
  }

  add(form: readonly FormWord[]): void {
    for (const { number, marks, others } of form) {
      this.#words.push(number | marks);
      for (const other of others) this.#words.push(other.number | marks | OTHER);
    }
    this.#starts.push(this.#words.length);
  }

  /** The number of each fold, in their order. */
  numbers(): Numbers {
    const numbers = new Numbers(this.#words.filled());
    for (let at = 0; at < numbers.length; at++) numbers.values[at] = (numbers.values[at] ?? 0) & TERM;
    return numbers;
  }

  /** @param terms the place in the vocabulary of each number. */
  file(terms: Uint32Array): FormWords {
    const words = this.#words.filled();
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0;
      words[at] = (word & ~TERM) | (terms[word & TERM] ?? 0);
    }
    return { starts: this.#starts.filled(), words };
  }
}

const NOT_WRITTEN: Heard['written'] = [];

/** A word of a name as it is heard; what is seldom asked of it is made when it is. */
class NameWord implements Heard {
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
  #bones: string | null = null;
  #stems: readonly string[] | null = null;

  constructor(
    folds: readonly string[],
    script: Script,
    { filler, common }: Pick<Heard, 'filler' | 'common'>,
    sound: string,
  ) {
    this.fold = folds[0] ?? '';
    this.folds = folds;
    this.script = script;
    this.filler = filler;
    this.common = common;
    this.letters = lettersIn(this.fold);
    this.#sound = sound;
  }

  get sounds(): readonly string[] {
    const sound = this.#sound === '' ? skeleton(this.fold) : this.#sound;
    this.#sounds ??= this.fold.includes('q') ? [sound, skeleton(this.fold.replaceAll('q', 'c'))] : [sound];
    return this.#sounds;
  }

  get soundLetters(): readonly number[] {
    this.#soundLetters ??= this.sounds.map(lettersIn);
    return this.#soundLetters;
  }

  get bones(): string {
    this.#bones ??= consonants(this.sounds[0] ?? '');
    return this.#bones;
  }

  get stems(): readonly string[] {
    this.#stems ??= nominativeStems(this.fold);
    return this.#stems;
  }
}

/** The words of all names of one owner. */
export interface HeardNames {
  /** Each once. */
  readonly words: readonly Heard[];
  /** For each form the places of its words among these. */
  readonly forms: readonly (readonly number[])[];
}

/** Owners, and words of names, that are kept once they were read: some 500 and 300 bytes each. */
const MOST_KEPT = 2_000;

/**
 * The words of an owner's names. What question after question is held against is made once.
 * @param owned where the forms of each owner begin.
 */
export function hearNames(
  owned: Uint32Array,
  { starts, words }: FormWords,
  { vocabulary, common }: Pick<Postings, 'vocabulary' | 'common'>,
  { sounds }: Lexicon,
): (owner: number) => HeardNames {
  const make = (packed: number, others: readonly string[]): NameWord => {
    const term = packed & TERM;
    const script = SCRIPTS[(packed >>> SCRIPT) & 7] ?? 'other';
    const marks = { filler: (packed & FILLER) !== 0, common: common[term] === 1 };
    return new NameWord([wordAt(vocabulary, term), ...others], script, marks, wordAt(sounds, term));
  };
  const alone = kept(MOST_KEPT, (packed: number) => make(packed, []));
  return kept(MOST_KEPT, (owner: number) => {
    const all: Heard[] = [];
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
          for (; at < end && (words[at] ?? 0) >= OTHER; at++) others.push(wordAt(vocabulary, (words[at] ?? 0) & TERM));
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
