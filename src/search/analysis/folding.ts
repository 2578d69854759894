import { scriptReaderOf } from './script-readers.ts';
import { resolveHomoglyphs } from './transliteration.ts';

/**
 * Folding maps every spelling of a word to one: lower case, no diacritics, Latin letters, `[a-z0-9.]` only.
 * Both sides of a search use it.
 * A word can have several folds, the usual one first: đ is typed "d" and "dj", ü "u" and "ue".
 * Two words are equal if they share a fold.
 */
const PLAIN = /^[a-z0-9]+$/;
/** Marks, zero-width and bidi controls, soft hyphens, variation selectors: readers don't see them. */
const UNREAD = /[\p{M}\p{Cf}\p{Cc}]/gu;
const OTHER = /[^a-z0-9.]/g;

/** The folds of a typed word, the usual one first; empty if nothing in it is readable. */
export function searchForms(raw: string): readonly string[] {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  const whole = resolveHomoglyphs(lower.normalize('NFKC').toLowerCase());
  const bare = whole.normalize('NFKD').replace(UNREAD, '').normalize('NFC');
  const folds = scriptReaderOf(whole)
    .fold({ whole, bare })
    .map((spelling) => spelling.toLowerCase().replace(OTHER, ''));
  return [...new Set(folds)].filter((fold) => fold !== '');
}

/** The usual fold, or '' if nothing in the word is readable. */
export const searchForm = (raw: string): string => searchForms(raw)[0] ?? '';
