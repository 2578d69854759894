import anyAscii from 'any-ascii';

/**
 * What a script's letters are in Latin ones. any-ascii knows every script, but spells Serbian as if it were Russian (ч is
 * "ch", where a Serb writes č) and Greek letter by letter (ου is "oy", μπ is "mp"), so these two have their own tables and
 * any-ascii gives the second spelling.
 */
export const SCRIPTS = ['latin', 'cyrillic', 'greek', 'abjad', 'other'] as const;
export type Script = (typeof SCRIPTS)[number];

const CYRILLIC = /[\u0400-\u052f]/;
const GREEK = /[\u0370-\u03ff\u1f00-\u1fff]/;
const ABJAD = /[\u0590-\u06ff\u0750-\u077f]/;
const LATIN = /[a-z\u00c0-\u024f\u1e00-\u1eff]/i;

const pairs = (from: string, to: string): [string, string][] => {
  const letters = to.split(' ');
  return Array.from(from, (letter, at) => [letter, letters[at] ?? '']);
};

const SERBIAN = new Map([
  ...pairs('абвгдежзијклљмнњопрстћуфхцчџш', 'a b v g d e z z i j k l lj m n nj o p r s t c u f h c c dz s'),
  ...pairs('ђѓќѕйщъьэыюяёіїєґў', 'đ gj kj dz j st a i e i ju ja e i ji je g u'),
]);

/** Serbian spelling without diacritics; `đ` is left for the caller, who keeps both of its spellings. */
export function serbianToLatin(word: string): string {
  let out = '';
  for (const letter of word) out += SERBIAN.get(letter) ?? letter;
  return out;
}

const GREEK_PAIRS = new Map(pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t i f h ps o'));
const GREEK_DIGRAPHS = new Map([
  ['ου', 'u'],
  ['μπ', 'b'],
  ['ντ', 'd'],
  ['γκ', 'g'],
  ['γγ', 'ng'],
  ['τζ', 'dz'],
  ['αι', 'e'],
  ['ει', 'i'],
  ['οι', 'i'],
  ['υι', 'i'],
  ['αυ', 'av'],
  ['ευ', 'ev'],
]);

/** Modern Greek by sound; marks are dropped already. */
export function greekToLatin(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; at++) {
    const two = GREEK_DIGRAPHS.get(word.slice(at, at + 2));
    if (two !== undefined) {
      out += two;
      at++;
    } else out += GREEK_PAIRS.get(word.charAt(at)) ?? word.charAt(at);
  }
  return out;
}

/**
 * Modern Greek with what it spells foreign sounds by as those: Γουίλιαμ is William, Τζέιμς is James, Γιοχάνα is Yohanna.
 * Its own words have the same letters (Παραγουάη, Γιώργος), so this is a second reading.
 */
export const greekLoanToLatin = (word: string): string =>
  greekToLatin(
    word
      .replace(/γου(?=[αεηιοω])/g, 'w')
      .replace(/γι(?=[αεοω])/g, 'y')
      .replaceAll('τζ', 'j'),
  );

/** Letters of another script that look like a Latin one; keys are lower-case. */
const LOOKALIKES = new Map([
  ...pairs('асеорухіјѕкмтнвԁһӏ', 'a c e o p y x i j s k m t h b d h l'),
  ...pairs('αεικνορτυχηβμς', 'a e i k v o p t u x n b m c'),
]);
const BACK = new Map(pairs('aceopyxijskmthb', 'а с е о р у х і ј ѕ к м т н в'));

/**
 * A word of mixed scripts is a Latin word with look-alikes, or a Cyrillic one with Latin look-alikes when it holds a
 * Cyrillic letter that looks like no Latin one. Pure words are left alone.
 */
export function resolveHomoglyphs(word: string): string {
  if (!/[a-z]/.test(word) || !(CYRILLIC.test(word) || GREEK.test(word))) return word;
  const letters = Array.from(word);
  const cyrillic = letters.some((letter) => CYRILLIC.test(letter) && !LOOKALIKES.has(letter));
  return letters.map((letter) => (cyrillic ? BACK : LOOKALIKES).get(letter) ?? letter).join('');
}

const ARTICLE = 'ال';

/** A word in Arabic with what may be its article, which stands before a name or not, and without. */
export const withoutArabicArticle = (word: string): string[] =>
  word.startsWith(ARTICLE) && word.length > 4 ? [word, word.slice(2)] : [word];

export const toAscii = (word: string): string => anyAscii(word);

/** Letters that are Latin as they stand: most words of most texts are of these alone. */
const PLAIN = /^[\x20-\x7f\u00c0-\u024f]*$/;

/** The script of a word as it is meant: look-alikes and full-width letters count as what they stand for. */
export function scriptOf(word: string): Script {
  if (PLAIN.test(word)) return 'latin';
  const meant = resolveHomoglyphs(word.normalize('NFKC').toLowerCase());
  if (CYRILLIC.test(meant)) return 'cyrillic';
  if (GREEK.test(meant)) return 'greek';
  if (ABJAD.test(meant)) return 'abjad';
  return LATIN.test(meant) ? 'latin' : 'other';
}
