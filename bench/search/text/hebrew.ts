import type { Chance } from './random.ts';
import { among, isSwallowed, isVowel, isWedged, readTable, readWays, spellIn, spellingsIn, wayIn } from './sounds.ts';
import type { Place, Script, Ways } from './sounds.ts';

/**
 * Foreign names as Hebrew newspapers write them, without points. The letters are those of the Academy of the Hebrew Language
 * for foreign words (t tet, k qof, ts tsadi; see also Wikipedia, "Hebraization of English"); o, u and i are written, e hardly
 * ever, a sometimes. Shares are a judgement, as for Arabic.
 */
const LETTERS: Readonly<Record<string, string>> = {
  alef: 'א',
  bet: 'ב',
  gimel: 'ג',
  dalet: 'ד',
  he: 'ה',
  vav: 'ו',
  zayin: 'ז',
  het: 'ח',
  tet: 'ט',
  yod: 'י',
  kaf: 'כ',
  lamed: 'ל',
  mem: 'מ',
  nun: 'נ',
  samekh: 'ס',
  pe: 'פ',
  tsadi: 'צ',
  qof: 'ק',
  resh: 'ר',
  shin: 'ש',
  tav: 'ת',
  geresh: '׳',
};
const FINAL_FORMS: Readonly<Record<string, string>> = { כ: 'ך', מ: 'ם', נ: 'ן', פ: 'ף', צ: 'ץ' };

const table = (text: string): ReadonlyMap<string, Ways> => readTable(LETTERS, text.trim());
const ways = (text: string): Ways => readWays(LETTERS, text);
const way = wayIn('Hebrew');

const CONSONANT = table(`
p: pe
b: bet
t: tet
d: dalet
k: qof
gɣ: gimel
ɰ: -:6 gimel:4
f: pe
v: bet:9 vav+vav
θ: tav:6 tav+geresh:2 tet:2
ð: dalet:9 dalet+geresh
s: samekh
z: zayin
ʃ: shin
ʒ: zayin+geresh
x: kaf:7 het:3
h: he
m: mem
n: nun
l: lamed
r: resh
j: yod
w: vav+vav vav
ʦ: tsadi
ʧ: tsadi+geresh
ʤ: gimel+geresh:9 dalet+zayin+geresh`);

/** Letters with a final form, except p, which would be read as f. */
const LAST = new Map(
  [...CONSONANT].map(([sound, some]) => [
    sound,
    some.map(({ text, times }) => ({
      text: sound === 'p' ? text : text.replace(/[כמנפצ](?=׳?$)/, (letter) => FINAL_FORMS[letter] ?? letter),
      times,
    })),
  ]),
);

const FIRST = table(`
aeə: alef
iɯy: alef+yod
ouø: alef+vav
v: vav:6 vav+vav:2 bet:2
w: vav:6 vav+vav:4
x: het:6 kaf:4`);

const MEDIAL = table(`
a: -:13 alef:7
e: -:9 yod
i: yod:19 -
ou: vav
ø: vav -
y: yod:6 vav:4
ɯ: yod
ə: -`);

const FINAL = table(`
a: he:8 alef:2
e: he
iɯ: yod
ouø: vav
y: yod:6 vav:4
ə: he:7 alef -:2`);

const HIATUS = table(`
a: alef
e: alef:2 -:2 yod
ə: -
iɯy: yod
ouø: vav`);

const SILENT = ways('-');
const ALEF = ways('alef');
const YOD = ways('yod');
const VAV = ways('vav');
const BET = ways('bet');
const A_AFTER_I = ways('he:17 alef:2 alef+he');
const LAST_AFTER_VOWEL = ways('alef+he');
const I_AFTER_J = ways('- yod');
const J_BETWEEN_VOWELS = ways('yod yod+yod');
// Vučić begins with two vavs; no word has three.
const V_BEFORE_ROUNDED = ways('vav:8 bet:2');
/** A diphthong has one spelling, and another at the end of a word. */
const DIPHTHONG = new Map([
  ['aj', ways('yod+yod:6 alef+yod:4')],
  ['aj.', ways('alef+yod:8 yod+yod:2')],
  ['ej', ways('yod+yod:7 yod:3')],
  ['ej.', ways('yod+yod yod')],
  ['aw', ways('alef+vav')],
  ['aw.', ways('alef+vav')],
]);
const FRONT = 'iyɯ';
const ROUNDED = 'ouøy';

export const HEBREW: Script = (place) => (isVowel(place.sound) ? vowel(place) : consonant(place));

function vowel(place: Place): Ways {
  const { before, sound, after, afterNext } = place;
  const beside = isVowel(before) || before === 'w';
  if (before === '') return way(FIRST, sound);
  if (sound === 'a' && (before === 'ɰ' || (before === 'j' && after === 'j'))) return ALEF;
  if (!isVowel(afterNext) && DIPHTHONG.has(`${sound}${after}`)) return SILENT;
  if (after === '' && sound === 'a' && before === 'i') return A_AFTER_I;
  if (after === '' && among('ae', sound) && beside) return LAST_AFTER_VOWEL;
  if (after === '') return way(FINAL, sound);
  if (after === 'j' && isWedged(place, FRONT)) return SILENT;
  if (after === 'w' && isWedged(place, ROUNDED)) return SILENT;
  if (after === 'w' && isWedged(place, 'e')) return ALEF;
  if (sound === 'i' && before === 'j') return I_AFTER_J;
  if (sound === 'e' && (before === 'j' || after === 'j')) return SILENT;
  return way(beside || (sound === 'a' && isVowel(after)) ? HIATUS : MEDIAL, sound);
}

function consonant(place: Place): Ways {
  const { beforeLast, before, sound, after, afterNext } = place;
  const rounded = among(ROUNDED, before) || among(ROUNDED, after);
  if (!isVowel(after) && DIPHTHONG.has(`${before}${sound}`)) {
    if (sound === 'j' && among(`${FRONT}j`, beforeLast)) return YOD;
    return way(DIPHTHONG, `${before}${sound}${after === '' ? '.' : ''}`);
  }
  if (sound === 'j') return glide(place);
  if (sound === 'w' && isSwallowed(place, ROUNDED)) return SILENT;
  if (sound === 'w' && (rounded || (before !== '' && !isVowel(before)))) return VAV;
  if (sound === 'v' && before === '' && rounded) return V_BEFORE_ROUNDED;
  if (sound === 'v' && before !== '' && (rounded || before === 'w' || beforeLast === 'v' || afterNext === 'v'))
    return BET;
  if (before === '' && FIRST.has(sound)) return way(FIRST, sound);
  return way(after === '' ? LAST : CONSONANT, sound);
}

function glide(place: Place): Ways {
  const { beforeLast, before, after, afterNext } = place;
  if (isSwallowed(place, FRONT)) return SILENT;
  const alone = among(FRONT, before) || among(FRONT, after) || among(`${FRONT}j`, beforeLast) || afterNext === 'j';
  return isVowel(before) && isVowel(after) && !alone ? J_BETWEEN_VOWELS : YOD;
}

/** The geresh as typed (an apostrophe) is more frequent than the printed one. */
const GERESH = { printed: '׳', typed: "'", share: 0.3 } as const;

/** A name, given by its sounds, in Hebrew letters. */
export const inHebrew = (name: string, chance: Chance): string => {
  const mark = chance.often(GERESH.share) ? GERESH.printed : GERESH.typed;
  return spellIn(HEBREW, name, chance).replaceAll(GERESH.printed, mark);
};

/** Whether a name may be written so, with either mark. */
export function makeHebrewCheck(name: string): (spelling: string) => boolean {
  const spellings = spellingsIn(HEBREW, name);
  return (spelling) => spellings.test(spelling.replaceAll(GERESH.typed, GERESH.printed));
}
