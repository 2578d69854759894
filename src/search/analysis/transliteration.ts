import anyAscii from 'any-ascii';

/**
 * Transliterates scripts into Latin letters.
 * any-ascii covers every script, but reads Serbian as Russian (ч is "ch", not č) and Greek letter by letter (ου is "oy").
 * So these two have their own tables, and any-ascii gives their second spelling.
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

/** Serbian without diacritics, except `đ`: the caller keeps both spellings of it. */
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

/** Modern Greek by sound; the caller has removed diacritics. */
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
 * Modern Greek with foreign sounds restored: Γουίλιαμ is William, Τζέιμς is James, Γιοχάνα is Yohanna.
 * Greek words share these letters (Παραγουάη, Γιώργος), so this is a second reading.
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
 * Resolves look-alikes in a word of mixed scripts.
 * It becomes Cyrillic if it holds a letter that only Cyrillic has, and Latin otherwise.
 * Words of one script stay unchanged.
 */
export function resolveHomoglyphs(word: string): string {
  if (!/[a-z]/.test(word) || !(CYRILLIC.test(word) || GREEK.test(word))) return word;
  const letters = Array.from(word);
  const cyrillic = letters.some((letter) => CYRILLIC.test(letter) && !LOOKALIKES.has(letter));
  return letters.map((letter) => (cyrillic ? BACK : LOOKALIKES).get(letter) ?? letter).join('');
}

const ARTICLE = 'ال';

/** An Arabic word with and without what may be its article. */
export const withoutArabicArticle = (word: string): string[] =>
  word.startsWith(ARTICLE) && word.length > 4 ? [word, word.slice(2)] : [word];

export const toAscii = (word: string): string => anyAscii(word);

/** Fast path: words with only these letters are Latin. */
const PLAIN = /^[\x20-\x7f\u00c0-\u024f]*$/;

/** The intended script of a word: look-alikes and full-width letters count as the letters they replace. */
export function scriptOf(word: string): Script {
  if (PLAIN.test(word)) return 'latin';
  const meant = resolveHomoglyphs(word.normalize('NFKC').toLowerCase());
  if (CYRILLIC.test(meant)) return 'cyrillic';
  if (GREEK.test(meant)) return 'greek';
  if (ABJAD.test(meant)) return 'abjad';
  return LATIN.test(meant) ? 'latin' : 'other';
}
