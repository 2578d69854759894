import { expandWord } from '../engine/text-index.ts';
import type { TextIndex } from '../engine/text-index.ts';
import { scriptReaderOf } from '../analysis/script-readers.ts';
import { termId } from '../engine/term-dictionary.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** A word to search, and the typed words it comes from. */
export interface RejoinedWord {
  readonly word: Token;
  readonly from: readonly number[];
}

const FEWEST = 3;
/** A word with a better match stays as it is. */
const MET = 0.6;
/** If the other half is known, a typo in this one is likely: one in four letters. */
const HALF_MET = 0.4;

/**
 * Corrects spaces: joins two parts of one name word ("zve can") and splits two words that run together.
 * "zubinpotok" splits even with a typo in one part. Known words stay unchanged.
 */
export function rejoinWords(base: TextIndex, words: readonly Token[]): RejoinedWord[] {
  const known = (spelling: string): boolean => termId(base.postings.vocabulary, spelling) >= 0;
  const isKnown = (word: Token): boolean => word.folds.some(known);
  const parts: RejoinedWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) continue;
    const joined = next === undefined || (isKnown(word) && isKnown(next)) ? null : join(word, next);
    if (joined !== null && isKnown(joined)) {
      parts.push({ word: joined, from: [at, at + 1] });
      at++;
    } else {
      for (const part of isKnown(word) ? [word] : parted(base, word, known)) parts.push({ word: part, from: [at] });
    }
  }
  return parts;
}

/** Surname prefixes, written with or without a space: "O Brien", "Mc Kenna", "al Rashidi". */
const PREFIXES = new Set(['o', 'mc', 'mac', 'd', 'al', 'el', 'ar', 'as', 'an', 'abdul', 'abd']);
/** These are no words of their own, so they also join a misspelt name. */
const ALWAYS = new Set(['mc', 'mac']);

/** Joins surname prefixes to the next word if the index has the joined form. */
export function joinPrefixes(base: TextIndex, words: readonly Token[]): readonly Token[] {
  const isKnown = (spelling: string): boolean => termId(base.postings.vocabulary, spelling) >= 0;
  const joined: Token[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at], words[at + 1]];
    if (word === undefined) continue;
    const prefix = word.folds[0] ?? '';
    const whole = next !== undefined && PREFIXES.has(prefix) ? join(word, next) : null;
    if (whole !== null && (ALWAYS.has(prefix) || whole.folds.some(isKnown))) {
      joined.push(whole);
      at++;
    } else joined.push(word);
  }
  return joined;
}

function join(a: Token, b: Token): Token {
  return { raw: a.raw + b.raw, folds: [`${a.folds[0] ?? ''}${b.folds[0] ?? ''}`], start: a.start, end: b.end };
}

function parted(base: TextIndex, word: Token, known: (spelling: string) => boolean): Token[] {
  const spelling = word.folds[0] ?? '';
  // Other scripts match sounds loosely, so any half of a word would match some name.
  if (spelling.length < 2 * FEWEST || !/^[a-z]+$/.test(spelling) || !scriptReaderOf(word.raw).isIndexed) return [word];
  if (Math.max(0, ...expandWord(base, word, { open: true }).values()) >= MET) return [word];
  const part = (text: string): Token => ({ ...word, raw: text, folds: [text] });
  for (let at = FEWEST; at <= spelling.length - FEWEST; at++) {
    const [left, right] = [spelling.slice(0, at), spelling.slice(at)];
    // A typo may replace the space itself, so the second part is also tried without its first letter.
    for (const rest of [right, right.slice(1)]) {
      if (known(left) && known(rest)) return [part(left), part(rest)];
    }
  }
  for (let at = FEWEST; at <= spelling.length - FEWEST; at++) {
    const [left, right] = [part(spelling.slice(0, at)), part(spelling.slice(at))];
    const [a, b] = [left, right].map((side) => side.folds.some(known));
    if (a === b) continue;
    if (Math.max(0, ...expandWord(base, a === true ? right : left, { open: false }).values()) >= HALF_MET)
      return [left, right];
  }
  return [word];
}
