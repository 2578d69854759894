import { searchForms } from './folding.ts';

/** A word of a text. `start` and `end` are UTF-16 offsets in the text as typed. */
export interface Token {
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
const ABBREVIATION = /^[\u05d0-\u05ea][״"”][\u05d0-\u05ea]$/;
const POSSESSIVE = /['’ʼ`´＇][sS]$/;
const ELISION = /^(?:[ldjnsmtc]|qu)['’ʼ`´](?=[aeiouyhàâéèêëîïôûœæ])/i;
/** 50,000 · 1.200 · 1 200 · 1’200: groups of three digits after the same separator. */
const GROUPED = /\d{1,3}([.,'’\u00a0\u202f ])\d{3}(?:\1\d{3})*(?!\d|[.,]\d)/y;
/** 3.5 · 4,1, but not 31.5.2023. */
const DECIMAL = /\d+[.,]\d+(?![.,]?\d)/y;
/** Calls back for every word with its text and offsets; numbers come in one spelling (50000, 3.5). */
export function forEachToken(text: string, visit: (raw: string, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (!isPlain(first)) {
      const letter = first < 128 ? '' : letterAt(text, at);
      if (letter === '' || !READ.test(letter)) {
        at += Math.max(1, letter.length);
        continue;
      }
    }
    const number = isDigit(first) ? numberAt(text, at) : null;
    if (number !== null) {
      visit(number.value, at, number.end);
      at = number.end;
      continue;
    }
    const plain = endOfPlain(text, at);
    const end = plain < text.length ? endOfWord(text, plain) : plain;
    const raw = text.slice(at, end);
    // Fast path: most words are plain letters to their end, with nothing to strip.
    visit(end === plain ? raw : raw.replace(POSSESSIVE, '').replace(ELISION, ''), at, end);
    at = end;
  }
}

/**
 * Calls back with pieces of a text that tokenize to the same words as the whole.
 * A piece is the text between spaces, or all of it if a space may be inside a number.
 * Names repeat pieces, so callers can cache them.
 */
export function forEachChunk(text: string, visit: (piece: string) => void): void {
  if (/\d/.test(text)) {
    visit(text);
    return;
  }
  let start = 0;
  for (let end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
    if (end > start) visit(text.slice(start, end));
    start = end + 1;
  }
  if (start < text.length) visit(start === 0 ? text : text.slice(start));
}

function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length && isPlain(text.charCodeAt(at))) at++;
  return at;
}

/** The end of a word whose letters before `from` are read. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const letter = letterAt(text, at);
    if (isPlain(code) || (code > 127 && (READ.test(letter) || SILENT.test(letter)))) at += letter.length;
    else if ((APOSTROPHES.has(letter) && joins(text, at)) || abbreviates(text, at)) at += 1;
    else break;
  }
  return at;
}

const letterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

/** An apostrophe between letters is part of the word; so is a geresh after a Hebrew letter. */
const joins = (text: string, at: number): boolean =>
  /[\u05d0-\u05ea]/.test(text.charAt(at - 1)) || (LETTER.test(text.charAt(at + 1)) && LETTER.test(text.charAt(at - 1)));

/** Hebrew marks an abbreviation before its last letter, with a quotation mark if the keyboard lacks gershayim. */
const abbreviates = (text: string, at: number): boolean => ABBREVIATION.test(text.slice(at - 1, at + 2));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code);

function numberAt(text: string, at: number): { value: string; end: number } | null {
  // The 5 of 31.5.2023 does not begin a number.
  if (/\d[.,]$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  GROUPED.lastIndex = at;
  const grouped = GROUPED.exec(text);
  if (grouped !== null) return { value: grouped[0].replace(/\D/g, ''), end: GROUPED.lastIndex };
  DECIMAL.lastIndex = at;
  const decimal = DECIMAL.exec(text);
  return decimal === null ? null : { value: decimal[0].replace(',', '.'), end: DECIMAL.lastIndex };
}

export function tokenize(text: string): Token[] {
  const words: Token[] = [];
  forEachToken(text, (raw, start, end) => {
    const found = searchForms(raw);
    if (found.length > 0) words.push({ raw, folds: found, start, end });
  });
  return words;
}

/** Most characters of a query that are read: bounds the cost. */
export const MAX_QUERY_LENGTH = 100;

/** The query on one line, truncated, never inside a surrogate pair. */
export function truncateQuery(text: string, most = MAX_QUERY_LENGTH): string {
  const short =
    text.length <= most
      ? text
      : Array.from(text.slice(0, most * 4))
          .slice(0, most)
          .join('');
  return short.replace(/\s+/gu, ' ').trim();
}
