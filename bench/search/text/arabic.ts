import type { Chance } from './random.ts';
import { among, isSwallowed, isVowel, isWedged, readTable, readWays, spellIn, spellingsIn, wayIn } from './sounds.ts';
import type { Place, Script, Ways } from './sounds.ts';

/**
 * Foreign names as Arabic newspapers write them: vowels mostly as long ones, by sound and not by letter. Where usage differs
 * the shares are a judgement from names that are much in the news; that of countries in CLDR is held against them in a test.
 */
const LETTERS: Readonly<Record<string, string>> = {
  alef: 'ا',
  'alef-hamza': 'أ',
  'alef-hamza-below': 'إ',
  'alef-madda': 'آ',
  'alef-maksura': 'ى',
  beh: 'ب',
  peh: 'پ',
  teh: 'ت',
  'teh-marbuta': 'ة',
  theh: 'ث',
  jeem: 'ج',
  khah: 'خ',
  dal: 'د',
  thal: 'ذ',
  reh: 'ر',
  zain: 'ز',
  seen: 'س',
  sheen: 'ش',
  sad: 'ص',
  tah: 'ط',
  ghain: 'غ',
  feh: 'ف',
  veh: 'ڤ',
  qaf: 'ق',
  kaf: 'ك',
  lam: 'ل',
  meem: 'م',
  noon: 'ن',
  heh: 'ه',
  waw: 'و',
  yeh: 'ي',
};

const table = (text: string): ReadonlyMap<string, Ways> => readTable(LETTERS, text.trim());
const ways = (text: string): Ways => readWays(LETTERS, text);
const way = wayIn('Arabic');

// p, v and g have no letter: Wikipedia, "Arabic alphabet", gives b, f and, rarely, the letters peh and veh; g is ghain in most
// countries, jeem in Egypt, kaf in Lebanon and Syria (Unicode mailing list, July 2010, on "ways to write g in Arabic").
const CONSONANT = table(`
p: beh:24 peh
b: beh
t: teh:9 tah
d: dal
k: kaf:19 qaf
g: ghain:6 jeem:3 kaf
ɣ: ghain:9 jeem
ɰ: ghain
f: feh
v: feh:24 veh
θ: theh:3 teh
ð: dal:6 thal
s: seen:19 sad
z: zain
ʃ: sheen
ʒ: jeem:7 zain:3
x: khah
h: heh
m: meem
n: noon
l: lam
r: reh
j: yeh
w: waw
ʦ: teh+seen:6 teh+zain
ʧ: teh+sheen:18 jeem sheen
ʤ: jeem:9 dal+jeem`);

const INITIAL = table(`
a: alef-hamza:6 alef:3 alef-madda
e: alef-hamza-below:5 alef-hamza-below+yeh:2 alef-hamza alef:2
iɯ: alef-hamza-below+yeh:4 alef-hamza-below:3 alef+yeh:3
ouø: alef-hamza+waw:6 alef+waw:4
y: alef-hamza+waw:2 alef-hamza-below+yeh
ə: alef-hamza:6 alef:3 alef-hamza-below`);

/** Before one consonant that a vowel follows. */
const OPEN = table(`
a: alef:9 -
e: yeh:6 -:4
i: yeh:24 -
ou: waw:24 -
ø: waw
y: waw:5 yeh:3 yeh+waw:2
ɯ: yeh:9 -
ə: -:7 yeh:3`);

/** Before two consonants: short, and oftener left out (Honduras, Finland and Bulgaria have no vowel there). */
const CLOSED = table(`
a: alef:8 -:2
e: yeh:3 -:7
iɯ: yeh:8 -:2
ou: waw:8 -:2
ø: waw:9 -
y: waw:5 yeh:4 -
ə: -:9 yeh`);

const FINAL = table(`
a: alef:16 teh-marbuta:3 heh
e: yeh:5 heh:3 yeh+heh:2
iɯ: yeh:9 alef-maksura
ouø: waw
y: waw:6 yeh:4
ə: alef:4 heh:3 -:3`);

/** Beside another vowel all are written. */
const HIATUS = table(`
a: alef
e: yeh:3 -
iɯ: yeh
ouøy: waw
ə: -`);

/** Before the glide of a diphthong: aj and aw are written in full, of ej often the glide alone (Blair, Wayne). */
const GLIDING = table(`
a: alef
e: -:6 alef:4
iɯ: yeh
ouøy: waw
ə: -`);

const SILENT = ways('-');
const YEH = ways('yeh');
const AFTER_J = ways('-:8 yeh:2');
const S_BEFORE_CONSONANT = ways('seen:18 alef-hamza-below+seen:2 sad');
// German ch behind e and i comes as either, as in Friedrich; before a vowel (Greek χ) the Latin h shows through.
const SOFT_X = ways('khah sheen');
const X_BEFORE_VOWEL = ways('khah:3 heh');
const LIKE_J = 'eiyɯə';
const LIKE_W = 'ouøy';

export const ARABIC: Script = (place) => (isVowel(place.sound) ? vowel(place) : consonant(place));

function vowel(place: Place): Ways {
  const { beforeLast, before, sound, after, afterNext } = place;
  const closed = after !== '' && !isVowel(after) && !isVowel(afterNext);
  if (before === '') return way(INITIAL, sound);
  if (after === '') return way(FINAL, sound);
  if (after === 'j' && isWedged(place, LIKE_J)) return SILENT;
  if (after === 'w' && isWedged(place, LIKE_W)) return SILENT;
  if (after === 'w' && isWedged(place, LIKE_J)) return YEH;
  if (sound === 'i' && before === 'j' && !among(LIKE_J, beforeLast)) return AFTER_J;
  if (isVowel(before) || isVowel(after)) return way(HIATUS, sound);
  if (closed && among('jw', after)) return way(GLIDING, sound);
  // The e of -er and -el is short, other vowels before a last consonant are not.
  return way(closed && (afterNext !== '' || among('eə', sound)) ? CLOSED : OPEN, sound);
}

function consonant(place: Place): Ways {
  const { before, sound, after } = place;
  if (sound === 'j' && isSwallowed(place, LIKE_J)) return SILENT;
  if (sound === 'w' && isSwallowed(place, LIKE_W)) return SILENT;
  if (sound === 's' && before === '' && !isVowel(after)) return S_BEFORE_CONSONANT;
  if (sound === 'x' && isVowel(after)) return X_BEFORE_VOWEL;
  if (sound === 'x' && among('eiøyj', before)) return SOFT_X;
  return way(CONSONANT, sound);
}

/** A name, given by its sounds, in Arabic letters. */
export const inArabic = (name: string, chance: Chance): string => spellIn(ARABIC, name, chance);

/** Whether a name may be written so. */
export function makeArabicCheck(name: string): (spelling: string) => boolean {
  const spellings = spellingsIn(ARABIC, name);
  return (spelling) => spellings.test(spelling);
}
