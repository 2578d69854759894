import { folds } from './fold.ts';

/** A word of a text. `start` and `end` are UTF-16 offsets in the text as typed. */
export interface Word {
  readonly raw: string;
  /** The usual fold first; never empty. */
  readonly folds: readonly string[];
  readonly start: number;
  readonly end: number;
}

const READ = /[\p{L}\p{M}\p{N}]/u;
const SILENT = /\p{Cf}/u;
const LETTER = /\p{L}/u;
const APOSTROPHES = new Set(["'", '’', '‘', 'ʼ', '`', '´', 'ʹ', '׳', '＇']);
const POSSESSIVE = /['’ʼ`´＇][sS]$/;
const ELISION = /^(?:[ldjnsmtc]|qu)['’ʼ`´](?=[aeiouyhàâéèêëîïôûœæ])/i;
/** 50,000 · 1.200 · 1 200 · 1’200: groups of three behind one and the same mark. */
const GROUPED = /\d{1,3}([.,'’\u00a0\u202f ])\d{3}(?:\1\d{3})*(?!\d|[.,]\d)/y;
/** 3.5 · 4,1, but not 31.5.2023. */
const DECIMAL = /\d+[.,]\d+(?![.,]?\d)/y;
const DIGIT = /\d/;

/** Calls back for every word with its text and offsets; numbers come in one spelling (50000, 3.5). */
export function eachWord(text: string, visit: (raw: string, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const letter = String.fromCodePoint(code);
    if (!readable(code, letter)) {
      at += letter.length;
      continue;
    }
    const number = DIGIT.test(letter) ? numberAt(text, at) : null;
    if (number !== null) {
      visit(number.value, at, number.end);
      at = number.end;
      continue;
    }
    const end = endOfWord(text, at);
    const raw = text.slice(at, end);
    visit(raw.replace(POSSESSIVE, '').replace(ELISION, ''), at, end);
    at = end;
  }
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const letter = String.fromCodePoint(code);
    if (readable(code, letter) || (code > 127 && SILENT.test(letter))) at += letter.length;
    else if (APOSTROPHES.has(letter) && joins(text, at)) at += 1;
    else break;
  }
  return at;
}

/** An apostrophe between letters is part of the word, and so is one behind a Hebrew letter, whose sound it changes. */
const joins = (text: string, at: number): boolean =>
  /[\u05d0-\u05ea]/.test(text.charAt(at - 1)) || (LETTER.test(text.charAt(at + 1)) && LETTER.test(text.charAt(at - 1)));

function readable(code: number, letter: string): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return READ.test(letter);
}

function numberAt(text: string, at: number): { value: string; end: number } | null {
  // The 5 of 31.5.2023 begins no number of its own.
  if (/\d[.,]$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  GROUPED.lastIndex = at;
  const grouped = GROUPED.exec(text);
  if (grouped !== null) return { value: grouped[0].replace(/\D/g, ''), end: GROUPED.lastIndex };
  DECIMAL.lastIndex = at;
  const decimal = DECIMAL.exec(text);
  return decimal === null ? null : { value: decimal[0].replace(',', '.'), end: DECIMAL.lastIndex };
}

export const wordsOf = (text: string): Word[] => read(text, folds);

/** Reads many texts that have words in common: each word is folded once. For as long as a base is built, not longer. */
export function makeReader(): (text: string) => Word[] {
  const known = new Map<string, readonly string[]>();
  const fold = (raw: string): readonly string[] => {
    let found = known.get(raw);
    if (found === undefined) known.set(raw, (found = folds(raw)));
    return found;
  };
  return (text) => read(text, fold);
}

function read(text: string, fold: (raw: string) => readonly string[]): Word[] {
  const words: Word[] = [];
  eachWord(text, (raw, start, end) => {
    const found = fold(raw);
    if (found.length > 0) words.push({ raw, folds: found, start, end });
  });
  return words;
}

/** At most this many characters of what was typed are read, before anything costs time. */
export const MOST_CHARACTERS = 100;

/** What was typed, cut to its length (never inside a surrogate pair), on one line. */
export function cut(text: string, most = MOST_CHARACTERS): string {
  return Array.from(text.slice(0, most * 4))
    .slice(0, most)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}
