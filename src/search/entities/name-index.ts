import { kept } from '../../memoize.ts';
import { fileTables, withScratch } from '../engine/segment.ts';
import type { Base, Tables } from '../engine/segment.ts';
import { Pairs } from '../structures/hash-buckets.ts';
import type { KeyedBuckets } from '../structures/hash-buckets.ts';
import { formWordOf, FormWordsBuilder, hearNames } from './name-words.ts';
import type { FormWord, FormWords, HeardNames } from './name-words.ts';
import { folds } from '../analysis/folding.ts';
import { filePostings } from '../engine/postings.ts';
import { scriptOf } from '../analysis/transliteration.ts';
import type { Script } from '../analysis/transliteration.ts';
import { eachWhole, squashes } from '../analysis/spaceless-key.ts';
import { finish } from '../structures/incremental.ts';
import { onceEach, WordNumbers } from '../structures/number-list.ts';
import { eachPiece, eachWord, wordsOf } from '../analysis/tokenizer.ts';
import type { Word } from '../analysis/tokenizer.ts';

/** Something that has names: the first is the house form. Weak names help to find it and never win alone. */
export interface Named {
  readonly names: readonly string[];
  readonly weak: readonly string[];
}

export interface Form {
  readonly owner: number;
  readonly text: string;
  readonly house: boolean;
  readonly weak: boolean;
}

/** A form as it is written. */
export interface Spelt extends Form {
  readonly words: readonly Word[];
  /** The ways in which its letters may stand together. */
  readonly squashes: ReadonlySet<string>;
  readonly script: Script;
}

export interface Names {
  readonly base: Base;
  /** The names of one owner. They are read when they are asked for: a start that read all of them took half a second. */
  readonly named: (owner: number) => Named;
  /** Where the forms of each owner begin, strong ones before weak ones. */
  readonly starts: Uint32Array;
  /** From the letters of a whole form, spaces and links left out, to the form; and from its stems. */
  readonly wholes: KeyedBuckets;
  /** The form of a number. */
  readonly spelt: (form: number) => Spelt | undefined;
  /** The words of the forms of one owner, in the same order. */
  readonly heard: (owner: number) => HeardNames;
}

export type NameWay = 'name' | 'alias' | 'transliteration' | 'prefix' | 'fuzzy' | 'words';
const ORDER: readonly NameWay[] = ['name', 'alias', 'transliteration', 'prefix', 'fuzzy', 'words'];

export interface NameHit {
  readonly owner: number;
  /** The number of the form that was met. */
  readonly form: number;
  readonly way: NameWay;
  readonly matched: string;
  readonly score: number;
  /** 0 to 1: how surely the typed words are those of the name. */
  readonly sure: number;
  /** 0 to 1: how much of the name was typed. */
  readonly whole: number;
  /** Every typed word that tells anything belongs to the name. */
  readonly full: boolean;
  /** Only a weak name was met. */
  readonly weak: boolean;
  readonly met: readonly boolean[];
}

const FIELDS = [
  { weight: 2, b: 0.3 },
  { weight: 1.5, b: 0.3 },
];

/** What is saved of names: the names themselves stand in the story. */
export interface NameTables {
  readonly tables: Tables;
  readonly starts: Uint32Array;
  readonly wholes: KeyedBuckets;
  readonly formWords: FormWords;
}

const NOBODY: Named = { names: [], weak: [] };

function forms(owner: number, { names, weak }: Named): Form[] {
  const strong = names.map((text, at) => ({ owner, text, house: at === 0, weak: false }));
  return [...strong, ...weak.map((text) => ({ owner, text, house: false, weak: true }))];
}

export const formsOf = ({ named }: Pick<Names, 'named'>, owner: number): readonly Form[] => forms(owner, named(owner));

/** The form of this number, and so its owner. */
export function formAt(names: Pick<Names, 'named' | 'starts'>, at: number): Form | undefined {
  const { starts } = names;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return formsOf(names, low)[at - (starts[low] ?? 0)];
}

export function buildNameTables(named: readonly Named[]): NameTables {
  const numbers = new WordNumbers();
  const ends = new Uint32Array(named.length * (FIELDS.length + 1));
  const wholes = new Pairs();
  const starts = new Uint32Array(named.length + 1);
  const formWords = new FormWordsBuilder();
  const wordsOf = onceEach((piece) => {
    const found: FormWord[] = [];
    eachWord(piece, (raw) => {
      const spelt = folds(raw);
      if (spelt.length > 0) found.push(formWordOf(raw, spelt, numbers));
    });
    return found;
  });
  const words: FormWord[] = [];
  const read = (piece: string): void => {
    for (const word of wordsOf(piece)) words.push(word);
  };
  let count = 0;
  const file = (key: number): void => wholes.add(key, count);
  const add = (text: string): void => {
    words.length = 0;
    eachPiece(text, read);
    eachWhole(words, file);
    formWords.add(words);
    count++;
  };
  for (let owner = 0; owner < named.length; owner++) {
    const { names, weak } = named[owner] ?? NOBODY;
    if (names[0] !== undefined) add(names[0]);
    ends[3 * owner] = formWords.length;
    for (let at = 1; at < names.length; at++) add(names[at] ?? '');
    for (const text of weak) add(text);
    ends.fill(formWords.length, 3 * owner + 1, 3 * owner + 3);
    starts[owner + 1] = count;
  }
  const sorted = finish(numbers.sorted());
  const tables = fileTables(finish(filePostings({ ...sorted, tokens: formWords.numbers(), ends }, FIELDS)), true);
  return { tables, starts, wholes: wholes.fileWithKeys(), formWords: formWords.file(sorted.places) };
}

/** Forms that are kept once they were read: some 800 bytes each. */
const MOST_KEPT = 500;

/**
 * @param tables of these very names, built or read from a file.
 * @param owned the names of one owner.
 */
export function makeNames(
  { tables, starts, wholes, formWords }: NameTables,
  owned: (owner: number) => Named | undefined,
): Names {
  const named = (owner: number): Named => owned(owner) ?? NOBODY;
  const spelt = kept(MOST_KEPT, (at: number): Spelt | undefined => {
    const form = formAt({ named, starts }, at);
    if (form === undefined) return undefined;
    const words = wordsOf(form.text);
    return { ...form, words, squashes: squashes(words), script: scriptOf(form.text) };
  });
  const heard = hearNames(starts, formWords, tables.postings, tables.lexicon);
  return { base: withScratch(tables), starts, wholes, heard, named, spelt };
}

/** Whole questions before parts of them, strong names before weak ones, then by tier and score. */
export function ahead(a: NameHit, b: NameHit): number {
  return (
    Number(b.full) - Number(a.full) ||
    Number(a.weak) - Number(b.weak) ||
    (a.full ? ORDER.indexOf(a.way) - ORDER.indexOf(b.way) : 0) ||
    b.score - a.score ||
    a.owner - b.owner
  );
}
