import { buildSpellingTable, CharBuffer, spellingsAt, stands } from '../structures/char-buffer.ts';

/** Phonetic keys: words that sound alike share one. Input must be folded. */

const RULES = [
  ['shch', 's'],
  ['sch', 's'],
  ['dzh', 'z'],
  ['tch', 'c'],
  ['dj', 'z'],
  ['gj', 'z'],
  ['dz', 'z'],
  ['xh', 'z'],
  ['ch', 'c'],
  ['cz', 'c'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['tj', 'c'],
  ['kj', 'c'],
  ['sh', 's'],
  ['sz', 's'],
  ['ss', 's'],
  ['zh', 'z'],
  ['rz', 'z'],
  ['ph', 'f'],
  ['th', 't'],
  ['kh', ''],
  ['gh', ''],
  ['ck', 'k'],
  ['qu', 'k'],
  ['h', ''],
  ['q', 'k'],
  ['x', 'ks'],
  ['w', 'v'],
  ['y', 'i'],
  ['j', 'i'],
].map(([spelt = '', sound = '']) => ({ spelt, sound }));
const BY_SPELLING = buildSpellingTable(RULES);

const VOWELS = 'aeiou';
const [A = 0, E = 0, I = 0, O = 0, U = 0] = Array.from(VOWELS, (vowel) => vowel.charCodeAt(0));
const isVowel = (code: number): boolean => code === A || code === E || code === I || code === O || code === U;

const buffer = new CharBuffer();
const BONES = new CharBuffer();

/** A rough phonetic key for Latin spellings of Balkan, Slavic, Turkic and English names. */
export const phoneticKey = (word: string): string => writePhoneticKey(word, buffer).text();

/** `phoneticKey`, written into `sound`. */
export function writePhoneticKey(word: string, sound: CharBuffer): CharBuffer {
  sound.length = 0;
  for (let at = 0; at < word.length;) {
    const rule = ruleAt(word, at);
    if (rule === undefined) sound.push(word.charCodeAt(at++));
    else {
      for (let i = 0; i < rule.sound.length; i++) sound.push(rule.sound.charCodeAt(i));
      at += rule.spelt.length;
    }
  }
  mergeVowels(sound);
  return sound;
}

function ruleAt(word: string, at: number): (typeof RULES)[number] | undefined {
  const rules = spellingsAt(BY_SPELLING, word, at);
  if (rules === undefined) return undefined;
  for (const rule of rules) {
    // A final rz may be two sounds: Schwarz, Herz.
    if (stands(rule.spelt, word, at) && (rule.spelt !== 'rz' || at + 2 < word.length)) return rule;
  }
  return undefined;
}

/** Merges double vowels, glides and double letters, and drops a final e. It reads at or after the position it writes. */
function mergeVowels(word: CharBuffer): void {
  const { codes, length } = word;
  word.length = 0;
  for (let at = 0; at < length; at++) {
    let letter = codes[at] ?? 0;
    const next = at + 1 < length ? (codes[at + 1] ?? 0) : 0;
    if ((letter === O && (next === U || next === O)) || (letter === E && (next === E || next === A))) {
      letter = letter === O ? U : I;
      at++;
    } else if (letter === I && next !== I && isVowel(next) && at > 0) continue;
    word.pushSingle(letter);
  }
  if (word.length > 2 && codes[word.length - 1] === E) word.length--;
}

const GROUPS = new Map(
  Object.entries({ c: 'k', k: 'k', g: 'k', z: 's', s: 's', b: 'b', p: 'b', f: 'v', v: 'v', d: 't', t: 't' }),
);
/** The code of each letter in a consonant key; 0 for a vowel. */
const CONSONANT_CLASS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return VOWELS.includes(letter) ? 0 : (GROUPS.get(letter) ?? letter).charCodeAt(0);
});

/** Consonants of a phonetic key; those that are often confused share a code. */
export const consonantKey = (skeletonOfWord: string): string =>
  writeConsonantKey(buffer.become(skeletonOfWord), BONES).text();

/** `consonantKey`, written into `consonants`. */
export function writeConsonantKey({ codes, length }: CharBuffer, consonants: CharBuffer): CharBuffer {
  consonants.length = 0;
  for (let at = 0; at < length; at++) {
    const bone = CONSONANT_CLASS[codes[at] ?? 0] ?? 0;
    if (bone !== 0) consonants.pushSingle(bone);
  }
  return consonants;
}
