import { kept } from '../data/kept.ts';
import { lettersIn } from './distance.ts';
import { nominativeStems } from './endings.ts';
import type { Heard } from './judge.ts';
import { consonants, skeleton } from './keys.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { scriptOf, SCRIPTS } from './scripts.ts';
import type { Script } from './scripts.ts';
import { squashed } from './squash.ts';
import type { Squashed } from './squash.ts';
import type { WordNumbers } from './tokens.ts';
import { isSmall, Numbers } from './tokens.ts';
import { wordAt } from './vocabulary.ts';

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
export interface FormWord extends Squashed {
  /** Of its folds. */
  readonly numbers: readonly number[];
  readonly marks: number;
}

export function formWordOf(raw: string, found: readonly string[], numbers: WordNumbers): FormWord {
  const word = squashed(raw, found);
  const marks = (SCRIPTS.indexOf(scriptOf(raw)) << SCRIPT) | (word.filler ? FILLER : 0);
  const small = isSmall(raw);
  return { ...word, numbers: found.map((fold) => numbers.of(fold, small)), marks };
}

/** Collects the words of forms, one form after the other. */
export interface FormWordsBuilder {
  readonly add: (form: readonly FormWord[]) => void;
  /** @param terms the place in the vocabulary of each number. */
  readonly file: (terms: Uint32Array) => FormWords;
}

export function collectFormWords(): FormWordsBuilder {
  const starts = new Numbers();
  const words = new Numbers();
  starts.push(0);
  return {
    add(form) {
      for (const { numbers, marks } of form) {
        for (let at = 0; at < numbers.length; at++) words.push((numbers[at] ?? 0) | marks | (at === 0 ? 0 : OTHER));
      }
      starts.push(words.length);
    },
    file(terms) {
      const filed = words.filled();
      for (let at = 0; at < filed.length; at++) {
        const word = filed[at] ?? 0;
        filed[at] = (word & ~TERM) | (terms[word & TERM] ?? 0);
      }
      return { starts: starts.filled(), words: filed };
    },
  };
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
