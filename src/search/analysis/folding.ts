import { scriptReaderOf } from './script-readers.ts';
import { resolveHomoglyphs } from './transliteration.ts';

/**
 * Folding makes every spelling of a word one: lower case, no diacritics, Latin letters, `[a-z0-9.]` only. Both sides of a
 * search pass through it. A word can have several folds (đ is typed "d" and "dj", ü "u" and "ue", ч "c" and "ch"): the
 * first is the usual one, and two words are the same when they share any.
 */
const PLAIN = /^[a-z0-9]+$/;
/** Marks, zero-width and bidi controls, soft hyphens, variation selectors: nothing that is read. */
const UNREAD = /[\p{M}\p{Cf}\p{Cc}]/gu;
const OTHER = /[^a-z0-9.]/g;

/** The folds of one word as typed, the usual one first; none for a word in which nothing can be read. */
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

/** The usual fold, or '' for a word in which nothing can be read. */
export const searchForm = (raw: string): string => searchForms(raw)[0] ?? '';
