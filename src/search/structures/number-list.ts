/** A list of numbers that grows without boxing. */
export class NumberList {
  values: Uint32Array;
  length: number;

  /** @param values to begin with; it is kept, not copied. */
  constructor(values?: Uint32Array) {
    this.values = values ?? new Uint32Array(256);
    this.length = values?.length ?? 0;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(Math.max(256, this.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  filled(): Uint32Array {
    return this.values.slice(0, this.length);
  }
}

/** Distinct words, numbered in order of first use. */
export class Interner {
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #common: boolean[] = [];

  /** @param small whether it is met in small letters, as no name is. */
  of(word: string, small = false): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(word, number);
      this.#words.push(word);
    }
    if (small) this.#common[number] = true;
    return number;
  }

  /** All words, sorted, and for each number the place of its word among them. */
  sorted(): Pick<TermOccurrences, 'words' | 'places' | 'common'> {
    const words: string[] = [];
    const places = new Uint32Array(this.#words.length);
    const common = new Uint8Array(this.#words.length);
    const byFirst = Map.groupBy(this.#words, (word) => word.charCodeAt(0));
    for (const first of [...byFirst.keys()].toSorted((a, b) => a - b)) {
      for (const word of (byFirst.get(first) ?? []).toSorted()) {
        const number = this.of(word);
        places[number] = words.length;
        if (this.#common[number] === true) common[words.length] = 1;
        words.push(word);
      }
    }
    return { words, places, common };
  }
}

export interface TermOccurrences {
  /** The distinct words, sorted. */
  readonly words: readonly string[];
  /** For each word number the place of the word among them. */
  readonly places: Uint32Array;
  /** For each of the sorted words 1 where it stands in small letters somewhere, 0 for a name. */
  readonly common: Uint8Array;
  /** Word numbers in the order met, document after document, field after field. */
  readonly tokens: NumberList;
  /** Where each field of each document ends in `tokens`; the tags come as one more field. */
  readonly ends: Uint32Array;
}

/** Whether a word has letters, and none is a capital. A script without capitals has no small letters either. */
export const isLowerCase = (raw: string): boolean => raw === raw.toLowerCase() && raw !== raw.toUpperCase();

/** What is made of a word, made once however often it is met. */
export function memoizeByWord<Made>(make: (word: string) => Made): (word: string) => Made {
  const known = new Map<string, Made>();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) known.set(word, (made = make(word)));
    return made;
  };
}

/** The place of the first of sorted numbers that is not less. */
export function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
