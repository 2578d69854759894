import {
  greekLoanToLatin,
  greekToLatin,
  withoutArabicArticle,
  scriptOf,
  serbianToLatin,
  toAscii,
  resolveHomoglyphs,
} from './transliteration.ts';

/**
 * Folding makes every spelling of a word one: lower case, no diacritics, Latin letters, `[a-z0-9.]` only. Both sides of a
 * search pass through it. A word can have several folds (đ is typed "d" and "dj", ü "u" and "ue", ч "c" and "ch"): the
 * first is the usual one, and two words are the same when they share any.
 */
const PLAIN = /^[a-z0-9]+$/;
/** Marks, zero-width and bidi controls, soft hyphens, variation selectors: nothing that is read. */
const UNREAD = /[\p{M}\p{Cf}\p{Cc}]/gu;
const OTHER = /[^a-z0-9.]/g;
const LETTERS = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
  ['ĸ', 'k'],
  ['ŋ', 'ng'],
]);
const UMLAUTS = /[äöüø]/;

/** The folds of one word as typed, the usual one first; none for a word in which nothing can be read. */
export function searchForms(raw: string): readonly string[] {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return [lower];
  const whole = resolveHomoglyphs(lower.normalize('NFKC').toLowerCase());
  const bare = whole.normalize('NFKD').replace(UNREAD, '').normalize('NFC');
  const found = new Set<string>();
  const keep = (text: string): void => {
    const kept = text.replace(OTHER, '');
    if (kept !== '') found.add(kept);
  };
  switch (scriptOf(whole)) {
    case 'cyrillic': {
      // й and ї lose their mark in NFKD, so the whole word is spelt, not the bare one.
      const latin = serbianToLatin(whole).replace(UNREAD, '');
      keep(latin.replaceAll('đ', 'd'));
      keep(latin.replaceAll('đ', 'dj'));
      keep(toAscii(whole).toLowerCase());
      break;
    }
    case 'greek':
      keep(greekToLatin(bare));
      keep(toAscii(bare).toLowerCase());
      keep(greekLoanToLatin(bare));
      break;
    case 'abjad':
      for (const spelt of abjadSpellings(bare)) keep(toAscii(spelt).toLowerCase());
      break;
    case 'latin':
    case 'other': {
      let latin = '';
      for (const letter of bare) latin += LETTERS.get(letter) ?? letter;
      const ascii = (text: string): string => toAscii(text).toLowerCase();
      keep(ascii(latin.replaceAll('đ', 'd')));
      if (latin.includes('đ')) keep(ascii(latin.replaceAll('đ', 'dj')));
      if (UMLAUTS.test(whole))
        keep(
          ascii(whole.replace(/[äöüø]/g, (letter) => `${(LETTERS.get(letter) ?? letter.normalize('NFD')).charAt(0)}e`)),
        );
    }
  }
  return [...found];
}

/** The usual fold, or '' for a word in which nothing can be read. */
export const searchForm = (raw: string): string => searchForms(raw)[0] ?? '';

/** Hebrew letters that a geresh makes another sound of. */
const GERESH = new Map([
  ['\u05d2', 'j'],
  ['\u05d6', 'zh'],
  ['\u05e6', 'ch'],
  ['\u05e5', 'ch'],
  ['\u05ea', 'th'],
  ['\u05d3', 'dh'],
  ['\u05d7', 'kh'],
]);

/**
 * Hebrew vav is a vowel or w inside a word, which any-ascii spells v, and so it would count as a consonant.
 */
function abjadSpellings(word: string): string[] {
  const spelt = word
    .replace(
      /([\u05d2\u05d6\u05e6\u05e5\u05ea\u05d3\u05d7])['’׳]/gu,
      (_, letter: string) => GERESH.get(letter) ?? letter,
    )
    .replaceAll('\u05d5', 'w');
  return withoutArabicArticle(spelt);
}
