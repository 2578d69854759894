import { memoize } from '../../memoize.ts';
import { openTextIndex, packTextTables } from '../engine/text-index.ts';
import type { TextIndex, TextTables } from '../engine/text-index.ts';
import { HashTableBuilder } from '../structures/hash-buckets.ts';
import type { HashBucketsWithKeys } from '../structures/hash-buckets.ts';
import { toNameWord, NameWordsBuilder, readNameWords } from './name-words.ts';
import type { FormWord, PackedNameWords, NameWords } from './name-words.ts';
import { searchForms } from '../analysis/folding.ts';
import { packPostings } from '../engine/postings.ts';
import { scriptOf } from '../analysis/transliteration.ts';
import type { Script } from '../analysis/transliteration.ts';
import { forEachSpacelessKey, spacelessForms } from '../analysis/spaceless-key.ts';
import { memoizeByWord, Interner } from '../structures/number-list.ts';
import { forEachChunk, forEachToken, tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** An entity with names, the house form first. Weak names help to find it but never win alone. */
export interface NamedEntity {
  readonly names: readonly string[];
  readonly weak: readonly string[];
}

export interface NameForm {
  readonly owner: number;
  readonly text: string;
  readonly house: boolean;
  readonly weak: boolean;
}

/** A form with its normalized spellings. */
export interface NormalizedForm extends NameForm {
  readonly words: readonly Token[];
  /** Its spaceless forms. */
  readonly squashes: ReadonlySet<string>;
  readonly script: Script;
}

export interface NameIndex {
  readonly base: TextIndex;
  /** The names of one owner, read on demand: reading all delayed the start by half a second. */
  readonly named: (owner: number) => NamedEntity;
  /** Index of each owner's first form; strong forms come before weak ones. */
  readonly starts: Uint32Array;
  /** Maps spaceless keys of whole forms, and of their stems, to forms. */
  readonly exactKeys: HashBucketsWithKeys;
  /** The form with a number. */
  readonly spelt: (form: number) => NormalizedForm | undefined;
  /** Words of an owner's forms, in the same order. */
  readonly wordsOf: (owner: number) => NameWords;
}

export type NameWay = 'name' | 'alias' | 'transliteration' | 'prefix' | 'fuzzy' | 'words';
const ORDER: readonly NameWay[] = ['name', 'alias', 'transliteration', 'prefix', 'fuzzy', 'words'];

export interface NameHit {
  readonly owner: number;
  /** Number of the form that matched. */
  readonly form: number;
  readonly way: NameWay;
  readonly matched: string;
  readonly score: number;
  /** Certainty that the typed words are the name's, 0 to 1. */
  readonly sure: number;
  /** Share of the name that was typed, 0 to 1. */
  readonly whole: number;
  /** Every content word of the query belongs to the name. */
  readonly full: boolean;
  /** Only a weak name matched. */
  readonly weak: boolean;
  readonly met: readonly boolean[];
}

const FIELDS = [
  { weight: 2, b: 0.3 },
  { weight: 1.5, b: 0.3 },
];

/** The saved tables of names. The story holds the names themselves. */
export interface NameTables {
  readonly tables: TextTables;
  readonly starts: Uint32Array;
  readonly wholes: HashBucketsWithKeys;
  readonly formWords: PackedNameWords;
}

const NOBODY: NamedEntity = { names: [], weak: [] };

function forms(owner: number, { names, weak }: NamedEntity): NameForm[] {
  const strong = names.map((text, at) => ({ owner, text, house: at === 0, weak: false }));
  return [...strong, ...weak.map((text) => ({ owner, text, house: false, weak: true }))];
}

export const nameForms = ({ named }: Pick<NameIndex, 'named'>, owner: number): readonly NameForm[] =>
  forms(owner, named(owner));

export function nameFormAt(names: Pick<NameIndex, 'named' | 'starts'>, at: number): NameForm | undefined {
  const { starts } = names;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return nameForms(names, low)[at - (starts[low] ?? 0)];
}

export function buildNameTables(named: readonly NamedEntity[]): NameTables {
  const numbers = new Interner();
  const ends = new Uint32Array(named.length * (FIELDS.length + 1));
  const wholes = new HashTableBuilder();
  const starts = new Uint32Array(named.length + 1);
  const formWords = new NameWordsBuilder();
  const wordsOf = memoizeByWord((piece) => {
    const found: FormWord[] = [];
    forEachToken(piece, (raw) => {
      const spelt = searchForms(raw);
      if (spelt.length > 0) found.push(toNameWord(raw, spelt, numbers));
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
    forEachChunk(text, read);
    forEachSpacelessKey(words, file);
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
  const sorted = numbers.sorted();
  const tables = packTextTables(packPostings({ ...sorted, tokens: formWords.numbers(), ends }, FIELDS), true);
  return { tables, starts, wholes: wholes.fileWithKeys(), formWords: formWords.file(sorted.places) };
}

/** Size of the form cache, at some 800 bytes each. */
const MOST_KEPT = 500;

/**
 * @param tables of these names, built or read from a file.
 * @param owned the names of one owner.
 */
export function openNameIndex(
  { tables, starts, wholes, formWords }: NameTables,
  owned: (owner: number) => NamedEntity | undefined,
): NameIndex {
  const named = (owner: number): NamedEntity => owned(owner) ?? NOBODY;
  const spelt = memoize(MOST_KEPT, (at: number): NormalizedForm | undefined => {
    const form = nameFormAt({ named, starts }, at);
    if (form === undefined) return undefined;
    const words = tokenize(form.text);
    return { ...form, words, squashes: spacelessForms(words), script: scriptOf(form.text) };
  });
  const heard = readNameWords(starts, formWords, tables.postings, tables.lexicon);
  return { base: openTextIndex(tables, null), starts, exactKeys: wholes, wordsOf: heard, named, spelt };
}

/** Whole queries before parts, strong names before weak ones, then by tier and score. */
export function compareHits(a: NameHit, b: NameHit): number {
  return (
    Number(b.full) - Number(a.full) ||
    Number(a.weak) - Number(b.weak) ||
    (a.full ? ORDER.indexOf(a.way) - ORDER.indexOf(b.way) : 0) ||
    b.score - a.score ||
    a.owner - b.owner
  );
}
