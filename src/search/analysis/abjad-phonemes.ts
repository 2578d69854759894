import { buildSpellingTable, spellingsAt, stands } from '../structures/char-buffer.ts';
import type { CharBuffer, SpellingTable } from '../structures/char-buffer.ts';
import { withoutArabicArticle } from './transliteration.ts';

/**
 * Arabic and Hebrew write few vowels, and one letter for sounds that Latin spellings tell apart: in כ is k and kh, in ج the g of
 * Egypt and the j of the others. So both sides are read as sounds, each named by one letter.
 *
 * Of what is written the sounds are: letters for themselves, T and D as in "the" and "then", S sh and ch, Z zh, J the j of "John", C ts,
 * X kh, K k or kh, G gh, P p or f, W w or v. Of a Latin name S, J, C, X and W as well; H is a ch, which is any of three sounds, Q
 * the first half of an x, Y a g that may be a Turkish ğ, which is hardly heard.
 */
interface Spelt {
  readonly spelt: string;
  readonly sounds: string;
}

const spellings = (text: string): SpellingTable<Spelt> =>
  buildSpellingTable(
    text
      .trim()
      .split(/\s+/)
      .map((pair): Spelt => {
        const [spelt = '', sounds = ''] = pair.split('=');
        return { spelt, sounds };
      })
      .toSorted((a, b) => b.spelt.length - a.spelt.length),
  );

/** Spellings of sounds in folded Latin names, other than letter by letter. */
const LATIN = spellings(
  'tsch=S sch=S tch=S sh=S zh=S ch=H w=W xh=J gj=J dzh=J dj=J dz=J ts=C tz=C cz=C th=t dh=d ph=f pf=f ck=k kh=X gh=g x=Qs',
);

/** Arabic letters, then Hebrew; two letters in a row where they spell one sound. */
const WRITTEN = new Map(
  `ا=a ع=a ء=a ى=a ة=h ب=b پ=p ت=t ط=t ث=T ج=J چ=S ح=h خ=X د=d ض=d ذ=D ظ=D ر=r ز=z ژ=Z س=s ص=s ش=S غ=G ف=f ڤ=v ق=k ك=k ک=k گ=g
  ل=l م=m ن=n ه=h ہ=h و=w ي=y ی=y تش=S تس=C تز=C دج=J دز=J
  א=a ע=a ב=b ג=g ד=d ה=h ו=w ז=z ח=X ט=t י=y כ=K ך=K ל=l מ=m ם=m נ=n ן=n ס=s פ=P ף=P צ=C ץ=C ק=k ר=r ש=S ת=T וו=W יי=y
  ג׳=J ז׳=Z צ׳=S ץ׳=S ת׳=T ד׳=D ח׳=X דז׳=J`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [letters = '', sound = ''] = pair.split('=');
      return [letters, sound];
    }),
);
const LONGEST = 3;
const GERESH = /['’‘`´＇]/gu;
const VAV = 'ו';

/** The readings of a word in Arabic or Hebrew: with its article and without. */
export function abjadPhonemes(raw: string): string[] {
  const letters = raw
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(GERESH, '׳')
    .replace(/[^\p{L}׳]/gu, '');
  return withoutArabicArticle(letters).map(soundsOf);
}

function soundsOf(letters: string): string {
  let sounds = '';
  for (let at = 0; at < letters.length;) {
    let length = LONGEST;
    while (length > 1 && !WRITTEN.has(letters.slice(at, at + length))) length--;
    sounds += WRITTEN.get(letters.slice(at, at + length)) ?? '';
    at += length;
  }
  // A vav at the start of a word is a consonant: an initial vowel is written with alef.
  return letters.startsWith(VAV) ? `W${sounds.slice(1)}` : sounds;
}

/** Writes the sounds of a folded Latin name into a buffer that is reused. */
export function namePhonemes(word: string, into: CharBuffer): CharBuffer {
  into.length = 0;
  for (let at = 0; at < word.length;) {
    const met = firstOf(spellingsAt(LATIN, word, at), word, at);
    if (met === undefined) into.push(isSoft(word, at) ? SOFT_G : word.charCodeAt(at));
    else {
      for (let i = 0; i < met.sounds.length; i++) into.push(met.sounds.charCodeAt(i));
    }
    at += met?.spelt.length ?? 1;
  }
  return into;
}

function firstOf(all: readonly Spelt[] | undefined, word: string, at: number): Spelt | undefined {
  if (all !== undefined) for (const one of all) if (stands(one.spelt, word, at)) return one;
  return undefined;
}

const SOFT_G = 'Y'.charCodeAt(0);
const VOWELS = 'aeiouy';
/** Folding turns Turkish ğ into g, which may be silent after a vowel. The end of a word counts as a vowel. */
const isSoft = (word: string, at: number): boolean =>
  at > 0 &&
  word.charAt(at) === 'g' &&
  VOWELS.includes(word.charAt(at - 1)) &&
  (VOWELS.includes(word.charAt(at + 1)) || word.startsWith('glu', at));
