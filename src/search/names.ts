import { buildBase, expandWord } from './base.ts';
import type { Base } from './base.ts';
import { collectPairs, eachIn, hash } from './buckets.ts';
import type { Buckets } from './buckets.ts';
import { isFiller } from './fillers.ts';
import { hear, judge } from './judge.ts';
import type { Heard, Step } from './judge.ts';
import { rank, slotOf } from './rank.ts';
import { alike } from './near.ts';
import { respell } from './respell.ts';
import { scriptOf } from './scripts.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** Something that has names: the first is the house form. Weak names help to find it and never win alone. */
export interface Named {
  readonly names: readonly string[];
  readonly weak: readonly string[];
}

interface Form {
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
  /** From the letters of a whole form, spaces and links left out, to the form. */
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

/** The ways in which the letters of several words may stand together, with and without what only links them. */
export function squashes(words: readonly Word[]): Set<string> {
  const told = words.filter((word) => !isFiller(word.folds[0] ?? ''));
  const found = new Set<string>();
  for (const list of [words, told]) {
    const most = Math.max(0, ...list.map((word) => word.folds.length));
    for (let at = 0; at < most; at++) found.add(list.map((word) => word.folds[at] ?? word.folds[0] ?? '').join(''));
  }
  found.delete('');
  return found;
}

export function buildNames(named: readonly Named[]): Names {
  const forms: Form[] = [];
  const starts = new Uint32Array(named.length + 1);
  const wholes = collectPairs();
  for (const [owner, { names, weak }] of named.entries()) {
    for (const [at, text] of names.entries()) forms.push({ owner, text, house: at === 0, weak: false });
    for (const text of weak) forms.push({ owner, text, house: false, weak: true });
    starts[owner + 1] = forms.length;
  }
  for (const [at, { text }] of forms.entries())
    for (const whole of squashes(wordsOf(text))) wholes.add(hash(whole), at);
  const docs = named.map(({ names, weak }) => ({ fields: [names.slice(0, 1), [...names.slice(1), ...weak]] }));
  return { base: buildBase(docs, FIELDS, true), forms, starts, wholes: wholes.file() };
}

/** Names that are what was typed, letter for letter after folding, wherever the spaces stand. */
export function wholeNames(names: Names, words: readonly Word[]): NameHit[] {
  const found = new Map<number, NameHit>();
  const typed = squashes(words);
  const script = scriptOf(words.map(({ raw }) => raw).join(''));
  for (const whole of typed) {
    eachIn(names.wholes, hash(whole), (at) => {
      const form = names.forms[at];
      if (form === undefined || !squashes(wordsOf(form.text)).has(whole)) return;
      const way = script !== scriptOf(form.text) ? 'transliteration' : form.house ? 'name' : 'alias';
      const hit = {
        owner: form.owner,
        way,
        matched: form.text,
        score: 1,
        sure: 1,
        whole: 1,
        full: true,
        weak: form.weak,
        met: words.map(() => true),
      } as const;
      const best = found.get(form.owner);
      if (best === undefined || ahead(hit, best) < 0) found.set(form.owner, hit);
    });
  }
  return [...found.values()].toSorted(ahead);
}

/** Names like what was typed, best first: all of it or some of it, whole names or parts of them. */
export function nearNames(names: Names, words: readonly Word[], most: number): NameHit[] {
  const { base } = names;
  const parts = respell(base, words);
  const typed = parts.map(({ word }) => hear(word, true));
  const some = typed.some(({ filler }) => !filler);
  const counts = typed.map(({ filler }) => !some || !filler);
  const telling = parts.flatMap(({ word }, at) =>
    counts[at] === true ? [slotOf(base.postings, expandWord(base, word, at === parts.length - 1, true))] : [],
  );
  const asTyped = (hit: NameHit): NameHit => ({
    ...hit,
    met: words.map((_, at) => parts.every(({ from }, part) => !from.includes(at) || hit.met[part] === true)),
  });
  const hits = rank(base.postings, base.scratch, telling, most).flatMap(
    ({ doc }) => best(names, doc, typed, counts) ?? [],
  );
  return settled(hits.toSorted(ahead), typed).map(asTyped);
}

/** Misspellings whose scores are this near are told apart by fuse.js, which sees the name as one string. */
const NEAR_TIE = 0.08;

/** Not for Arabic and Hebrew, where it holds consonants against vowels: measured, it took .11 of their mean rank. */
function settled(hits: readonly NameHit[], typed: readonly Heard[]): readonly NameHit[] {
  const first = hits[0];
  const second = hits[1];
  if (first?.way !== 'fuzzy' || second === undefined || second.score < first.score - NEAR_TIE) return hits;
  if (typed.some(({ script }) => script === 'abjad')) return hits;
  const text = typed.map(({ fold }) => fold).join(' ');
  const letters = (name: string): string =>
    wordsOf(name)
      .map(({ folds }) => folds[0] ?? '')
      .join(' ');
  const near = (hit: NameHit): boolean =>
    hit.full === first.full && hit.way === 'fuzzy' && hit.score >= first.score - NEAR_TIE;
  const tied = hits
    .filter(near)
    .map((hit) => ({ hit, total: hit.score + NEAR_TIE * alike(text, letters(hit.matched)) }));
  const order = tied.toSorted((a, b) => b.total - a.total).map(({ hit }) => hit);
  return [...order, ...hits.filter((hit) => !near(hit))];
}

function best(
  { forms, starts }: Names,
  owner: number,
  typed: readonly Heard[],
  counts: readonly boolean[],
): NameHit | null {
  const letters = (of: readonly boolean[]): number =>
    typed.reduce((sum, { fold }, at) => sum + (counts[at] === true && of[at] === true ? fold.length : 0), 0);
  const all = Math.max(1, letters(counts));
  let found: NameHit | null = null;
  const together = counts.map((told) => !told);
  for (let at = starts[owner] ?? 0; at < (starts[owner + 1] ?? 0); at++) {
    const form = forms[at];
    if (form === undefined) continue;
    const name = wordsOf(form.text).map((word) => hear(word, false));
    const verdict = judge(typed, name);
    if (verdict === null) continue;
    const { sure, whole, met } = verdict;
    const hit: NameHit = {
      owner,
      way: wayOf(verdict.step, whole, form.house),
      matched: form.text,
      score: (sure * (0.7 + 0.3 * whole) * letters(met)) / all,
      sure,
      whole,
      full: counts.every((told, i) => !told || met[i] === true),
      weak: form.weak,
      met,
    };
    if (found === null || ahead(hit, found) < 0) found = hit;
    if (SURE.has(verdict.step)) for (const [i, one] of met.entries()) if (one) together[i] = true;
  }
  // "Injured Kosovar Albanians" is in no one form, but each word is in one.
  if (found === null || found.full || found.weak || !together.every(Boolean)) return found;
  return { ...found, way: 'words', full: true, met: together };
}

const SURE: ReadonlySet<Step> = new Set(['same', 'script', 'ending']);

function wayOf(step: Step, whole: number, house: boolean): NameWay {
  if (step === 'near' || step === 'sound') return 'fuzzy';
  if (whole < 1 || step === 'begins' || step === 'initial') return 'prefix';
  if (step === 'script') return 'transliteration';
  return house && step === 'same' ? 'name' : 'alias';
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
