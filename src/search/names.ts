import { buildTables, withScratch } from './base.ts';
import type { Base, Tables } from './base.ts';
import { collectPairs, hash } from './buckets.ts';
import type { Buckets } from './buckets.ts';
import { squashes, stemsOf } from './squash.ts';
import { wordsOf } from './words.ts';

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

export interface Names {
  readonly base: Base;
  readonly forms: readonly Form[];
  /** Where the forms of each owner begin. */
  readonly starts: Uint32Array;
  /** From the letters of a whole form, spaces and links left out, to the form; and from its stems. */
  readonly wholes: Buckets;
}

export type NameWay = 'name' | 'alias' | 'transliteration' | 'prefix' | 'fuzzy' | 'words';
const ORDER: readonly NameWay[] = ['name', 'alias', 'transliteration', 'prefix', 'fuzzy', 'words'];

export interface NameHit {
  readonly owner: number;
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

/** What is saved of names: the rest follows from the names themselves. */
export interface NameTables {
  readonly tables: Tables;
  readonly wholes: Buckets;
}

function formsOf(named: readonly Named[]): Pick<Names, 'forms' | 'starts'> {
  const forms: Form[] = [];
  const starts = new Uint32Array(named.length + 1);
  for (const [owner, { names, weak }] of named.entries()) {
    for (const [at, text] of names.entries()) forms.push({ owner, text, house: at === 0, weak: false });
    for (const text of weak) forms.push({ owner, text, house: false, weak: true });
    starts[owner + 1] = forms.length;
  }
  return { forms, starts };
}

export function buildNameTables(named: readonly Named[]): NameTables {
  const wholes = collectPairs();
  for (const [at, { text }] of formsOf(named).forms.entries()) {
    const words = wordsOf(text);
    for (const whole of squashes(words)) wholes.add(hash(whole), at);
    wholes.add(hash(stemsOf(words)), at);
  }
  const docs = named.map(({ names, weak }) => ({ fields: [names.slice(0, 1), [...names.slice(1), ...weak]] }));
  return { tables: buildTables(docs, FIELDS, true), wholes: wholes.file() };
}

/** @param tables of these very names, built or read from a file. */
export const makeNames = (named: readonly Named[], { tables, wholes }: NameTables): Names => ({
  base: withScratch(tables),
  ...formsOf(named),
  wholes,
});

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
