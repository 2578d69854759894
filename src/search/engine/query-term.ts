import type { AbjadReading } from '../analysis/abjad.ts';
import { stemmer } from 'stemmer';
import { toEnglish } from '../analysis/glossary.ts';
import { phoneticKey } from '../analysis/phonetic-key.ts';
import { CharBuffer } from '../structures/char-buffer.ts';
import { deleteNeighbours, MAX_DELETE_KEYS } from './spelling-index.ts';
import { scriptReaderOf } from '../analysis/script-readers.ts';
import type { ScriptReader } from '../analysis/script-readers.ts';
import { isEnglishWord, relatedWords } from '../analysis/thesaurus.ts';
import type { Thesaurus } from '../analysis/thesaurus.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** A stem of similar meaning, with a weight of 0 to 1. */
interface Meaning {
  readonly stem: string;
  readonly weight: number;
}

/** Weights beside the word itself; a broader word says less than was asked. */
const SYNONYM = 0.45;
const BROADER = 0.2;
/** Weight of an English translation of a word in another language. */
const TRANSLATED = 0.7;
const LETTERS = /^[a-z]+$/;

const SPELT = new CharBuffer();

/** A fold of a typed word. Its keys are computed when first needed: few words need all of them. */
export class QueryForm {
  readonly word: string;
  readonly plain: boolean;
  readonly #thesaurus: Thesaurus | null;
  #stem: string | null = null;
  #sounds: readonly string[] | null = null;
  #meanings: readonly Meaning[] | null = null;
  #english: readonly Meaning[] | null = null;
  #isWord: boolean | null = null;
  readonly #deletes = new Map<string, Int32Array>();

  constructor(word: string, thesaurus: Thesaurus | null) {
    this.word = word;
    this.plain = LETTERS.test(word);
    this.#thesaurus = thesaurus;
  }

  get stem(): string {
    this.#stem ??= stemmer(this.word);
    return this.#stem;
  }

  /** Phonetic keys; also with q read as in Albanian. */
  get sounds(): readonly string[] {
    this.#sounds ??= [...new Set([phoneticKey(this.word), phoneticKey(this.word.replaceAll('q', 'c'))])];
    return this.#sounds;
  }

  get sound(): string {
    return this.sounds[0] ?? '';
  }

  /** Keys of the words that it, or its sound, may misspell. A key may come twice. */
  deletes(word: string, most: number): Int32Array {
    const known = `${word} ${most}`;
    let keys = this.#deletes.get(known);
    if (keys === undefined) {
      const found = new Int32Array(MAX_DELETE_KEYS);
      keys = found.slice(0, deleteNeighbours(SPELT.become(word).codes, 0, word.length, most, found));
      this.#deletes.set(known, keys);
    }
    return keys;
  }

  /** Stems of its synonyms, then of broader words. */
  get meanings(): readonly Meaning[] {
    this.#meanings ??= meaningsOf(this.#thesaurus, this.word);
    return this.#meanings;
  }

  /** Whether the thesaurus has it; no name is there. */
  get isWord(): boolean {
    this.#isWord ??= this.#thesaurus !== null && relatedWords(this.#thesaurus, this.word) !== null;
    return this.#isWord;
  }

  get english(): readonly Meaning[] {
    this.#english ??= englishOf(this.#thesaurus, this.word);
    return this.#english;
  }
}

/** Stems of its English translations; none for names. */
const englishOf = (thesaurus: Thesaurus | null, word: string): Meaning[] =>
  (thesaurus === null ? null : toEnglish(word))?.map((other) => ({ stem: stemmer(other), weight: TRANSLATED })) ?? [];

function meaningsOf(thesaurus: Thesaurus | null, word: string): Meaning[] {
  const related = thesaurus === null ? null : relatedWords(thesaurus, word);
  if (related === null) return [];
  return [
    ...related.synonyms.map((other) => ({ stem: stemmer(other), weight: SYNONYM })),
    ...related.broader.map((other) => ({ stem: stemmer(other), weight: BROADER })),
  ];
}

/** Whether the thesaurus or the glossary has a word: then it is no misspelt name. */
export const isKnownWord = (word: string): boolean => isEnglishWord(word) || toEnglish(word) !== null;

/** A word of a query, ready to be looked up in an index. */
export interface QueryTerm {
  readonly spellings: readonly QueryForm[];
  readonly reader: ScriptReader;
  /** Readings of its consonants, in a script that writes no vowels. */
  readonly written: readonly AbjadReading[];
  /** The word is still being typed, so it may be a prefix. */
  readonly open: boolean;
  /** Also look for misspellings of other words, though the word exists. */
  readonly force: boolean;
}

export interface QueryTermOptions {
  readonly open: boolean;
  readonly force?: boolean;
  /** Null for names. */
  readonly thesaurus?: Thesaurus | null;
}

export function toQueryTerm(
  { raw, folds }: Pick<Token, 'raw' | 'folds'>,
  { open, force = false, thesaurus = null }: QueryTermOptions,
): QueryTerm {
  const reader = scriptReaderOf(raw);
  const written = reader.consonants?.readings(raw) ?? [];
  const spellings = folds.map((fold) => new QueryForm(fold, thesaurus));
  return { spellings, reader, written, open, force };
}
