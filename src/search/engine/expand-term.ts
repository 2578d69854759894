import { stemmer } from 'stemmer';
import type { HashBuckets } from '../structures/hash-buckets.ts';
import { forEachInBucket, forEachWithHash, fnv1a } from '../structures/hash-buckets.ts';
import { editDistance, maxEdits, letterMask, withinEditBound } from '../../text/edit-distance.ts';
import { stripCaseEndings } from '../analysis/case-endings.ts';
import { inflectionsOf } from '../analysis/irregular-verbs.ts';
import { consonantKey } from '../analysis/phonetic-key.ts';
import { forEachWithPrefix } from './prefix-index.ts';
import type { SpellingIndex } from './spelling-index.ts';
import type { QueryForm, QueryTerm } from './query-term.ts';
import { termLength, termLetterMask, termId, termsWithPrefix, termText } from './term-dictionary.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Terms that a typed word may mean, each with a weight of 0 to 1. */
export type TermExpansion = ReadonlyMap<number, number>;

export interface ExpansionSource {
  readonly vocabulary: TermDictionary;
  readonly lexicon: SpellingIndex;
  /** In an index of names, endings and sounds weigh more and Porter stems are not used. */
  readonly names: boolean;
  /** Document frequency of a term. */
  readonly spread: (term: number) => number;
}

/** Each term keeps the highest weight offered. The weights were measured on 10,000 facts and names. */
export function expandTerm(words: ExpansionSource, typed: QueryTerm): TermExpansion {
  const { vocabulary, names } = words;
  const found = new Map<number, number>();
  const offer = (term: number, weight: number): void => {
    if (weight > (found.get(term) ?? 0)) found.set(term, weight);
  };
  for (const [at, { word }] of typed.spellings.entries()) {
    const term = termId(vocabulary, word);
    if (term >= 0) offer(term, at === 0 ? 1 : 0.95);
  }
  const exact = found.size > 0;
  for (const spelling of typed.spellings) {
    const { word, plain } = spelling;
    if (plain && !names) byStem(words, spelling, offer);
    if (plain && names) byEnding(words, word, exact, offer);
    const other = !exact && (spelling.isWord || spelling.english.length > 0);
    const offerLike: Offer = other ? (term, weight) => offer(term, weight * OTHER_WORD) : offer;
    if (typed.open) byPrefix(words, word, exact, spelling.english.length > 0 ? offerLike : offer);
    if (!plain) continue;
    bySound(words, spelling, typed, exact, offerLike);
    if (typed.reader.isIndexed) for (const { stem, weight } of spelling.meanings) byForms(words, stem, weight, offer);
    if (!exact) for (const { stem, weight } of spelling.english) byForms(words, stem, weight, offer);
  }
  byWrittenConsonants(words, typed, offer);
  return found;
}

type Offer = (term: number, weight: number) => void;

/** "Shooting" is a word, and seldom a slip for "shouting"; nor is the Greek for a town the beginning of "police". */
const OTHER_WORD = 0.55;

function byForms(
  { vocabulary, lexicon: spellingIndex }: ExpansionSource,
  stem: string,
  weight: number,
  offer: Offer,
): void {
  forEachWithHash(spellingIndex.stems, fnv1a(stem), (term) => {
    if (stemmer(termText(vocabulary, term)) === stem) offer(term, weight);
  });
}

/**
 * So many words are compared with one that was typed: of those filed under its letters the ones with the same beginning
 * first. Among 100,000 facts the most that were met are 167: this is for a base in which thousands of words are all but alike.
 */
const MOST_COMPARED = 1000;

function byStem(words: ExpansionSource, { word, stem }: QueryForm, offer: Offer): void {
  const { vocabulary } = words;
  byForms(words, stem, 0.75, offer);
  for (const form of inflectionsOf(word)) {
    const term = termId(vocabulary, form);
    if (term >= 0) offer(term, 0.75);
  }
  if (word.length < 6) return;
  const [from, to] = termsWithPrefix(vocabulary, word.slice(0, 5));
  for (let term = from; term < Math.min(to, from + MOST_COMPARED); term++) {
    const length = termLength(vocabulary, term);
    if (length >= 6 && Math.abs(length - word.length) <= 3) offer(term, 0.5);
  }
}

function byEnding(
  { vocabulary, lexicon: spellingIndex }: ExpansionSource,
  word: string,
  exact: boolean,
  offer: Offer,
): void {
  for (const stem of stripCaseEndings(word)) {
    forEachInBucket(spellingIndex.endings, fnv1a(stem), (term) => {
      const name = termText(vocabulary, term);
      if (name === stem || (name.length === stem.length + 1 && name.startsWith(stem))) offer(term, exact ? 0.6 : 0.85);
    });
  }
}

function byPrefix(
  { vocabulary, lexicon: spellingIndex, spread }: ExpansionSource,
  word: string,
  exact: boolean,
  offer: Offer,
): void {
  const [from, to] = termsWithPrefix(vocabulary, word);
  forEachWithPrefix(spellingIndex.heads, from, to, word.length, spread, (term) => {
    offer(term, (exact ? 0.5 : 0.72) + (0.2 * word.length) / termLength(vocabulary, term));
  });
}

function bySound(words: ExpansionSource, spelling: QueryForm, typed: QueryTerm, exact: boolean, offer: Offer): void {
  const { word } = spelling;
  const { vocabulary, lexicon: spellingIndex, names } = words;
  if (typed.reader.consonants !== null) return;
  if (word.length < 3) return;
  const { sound, sounds } = spelling;
  const loose = !typed.reader.isIndexed;
  const met = { any: exact };
  const take = (term: number, weight: number): void => {
    met.any = true;
    offer(term, weight);
  };
  // Of "offe", "att" and "han" the sound is "of", "at" and "an", which every text is full of; of "polje" it is "poll".
  for (const heard of sounds.filter(({ length }) => length > (names ? 1 : 3))) {
    forEachInBucket(spellingIndex.skeletons, fnv1a(heard), (term) => {
      if (termText(spellingIndex.sounds, term) === heard) take(term, exact ? 0.6 : 0.8);
    });
  }
  const most = maxEdits(word.length);
  const slips = { table: spellingIndex.deletes, spelt: vocabulary, slip: names ? 1 : SLIP };
  if (!exact) byDeletes(spelling, word, { ...slips, most, weight: 0.7 }, take);
  else if (typed.force) byDeletes(spelling, word, { ...slips, most: Math.min(1, most), weight: 0.45 }, take);
  if (loose || (names && !met.any)) {
    const heard = { table: spellingIndex.skeletonDeletes, spelt: spellingIndex.sounds, slip: 1, weight: 0.68 };
    byDeletes(spelling, sound, { ...heard, most: !names || sound.length < 7 ? 1 : 2 }, take);
  }
  if (word.length > 3 && (!met.any || (loose && !exact))) byConsonants(words, sound, offer);
}

/** In a text a slip weighs more than its letter: two in eight are as often another word ("refugees", "refuses"). */
const SLIP = 1.3;

interface Slips {
  readonly table: HashBuckets;
  /** What the numbers of the table are spelt like: the words themselves, or their sounds. */
  readonly spelt: TermDictionary;
  readonly most: number;
  readonly weight: number;
  /** How much a slip weighs beside its share of the letters. */
  readonly slip: number;
}

function byDeletes(spelling: QueryForm, word: string, { table, spelt, most, weight, slip }: Slips, offer: Offer): void {
  if (most === 0) return;
  const seen = new Set<number>();
  const letters = letterMask(word);
  for (const key of spelling.deletes(word, most)) {
    forEachInBucket(table, key, (term) => {
      if (seen.has(term) || seen.size >= MOST_COMPARED) return;
      seen.add(term);
      if (Math.abs(termLength(spelt, term) - word.length) > most) return;
      if (!withinEditBound(letters, termLetterMask(spelt, term), most)) return;
      const name = termText(spelt, term);
      const allowed = Math.min(most, Math.max(1, maxEdits(name.length)));
      const distance = editDistance(word, name, allowed);
      if (distance > allowed) return;
      const first = name.charAt(0) === word.charAt(0) ? 1 : 0.9;
      offer(term, weight * first * (1 - (slip * distance) / Math.max(name.length, word.length)));
    });
  }
}

/** Names are heard; in a text "weather" has the consonants of "voter", and is another word. */
const SURE_BONES = 0.62;
const SURE_BONES_OF_WORDS = 0.58;

function byConsonants({ lexicon: spellingIndex, names }: ExpansionSource, sound: string, offer: Offer): void {
  const surest = names ? SURE_BONES : SURE_BONES_OF_WORDS;
  const key = consonantKey(sound);
  let left = 200;
  let far = 8;
  forEachInBucket(spellingIndex.consonants, fnv1a(key), (term) => {
    if (left-- <= 0) return;
    const other = termText(spellingIndex.sounds, term);
    if (consonantKey(other) !== key) return;
    const distance = editDistance(sound, other, 3);
    if (distance <= 3) offer(term, surest - 0.1 * distance);
    else if (far-- > 0) offer(term, 0.2);
  });
}

/** In a text, where nobody asks whether a name was meant, it must be. */
function byWrittenConsonants(
  { vocabulary, lexicon: spellingIndex, names }: ExpansionSource,
  { written, reader: { consonants } }: QueryTerm,
  offer: Offer,
): void {
  if (consonants === null) return;
  const least = names ? consonants.possible : consonants.certain;
  let left = 1000;
  for (const one of written) {
    for (const key of one.keys) {
      forEachInBucket(spellingIndex.writtenConsonants, key, (term) => {
        // A name is seldom twice as long as what is written of it.
        if (left-- <= 0 || termLength(vocabulary, term) > 2 * one.sounds.length + 2) return;
        const name = termText(vocabulary, term);
        const alike = consonants.similarity(one, name, least);
        if (alike >= least && consonants.sharesKey(one, name)) offer(term, 0.3 + 0.5 * alike);
      });
    }
  }
}
