/** Keys under which words that sound alike fall together. All take a folded word. */

const RULES: readonly (readonly [string, string])[] = [
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
];
const A = 97;
/** For each letter of the alphabet the rules that begin with it. */
const BY_LETTER = Array.from({ length: 26 }, (_, at) =>
  RULES.filter(([from]) => from.startsWith(String.fromCharCode(A + at))),
);

const VOWELS = 'aeiou';

/** What a word sounds like, roughly, in Latin spellings of Balkan, Slavic, Turkic and English names. */
export function skeleton(word: string): string {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const rule = ruleAt(word, at);
    out += rule === undefined ? word.charAt(at) : rule[1];
    at += rule === undefined ? 1 : rule[0].length;
  }
  return vowels(out);
}

function ruleAt(word: string, at: number): readonly [string, string] | undefined {
  for (const rule of BY_LETTER[word.charCodeAt(at) - A] ?? []) {
    // At the end it may be two sounds: Schwarz, Herz.
    if (word.startsWith(rule[0], at) && (rule[0] !== 'rz' || at + 2 < word.length)) return rule;
  }
  return undefined;
}

/** Double vowels and glides by sound, doubles single, a final e silent. */
function vowels(word: string): string {
  let out = '';
  for (let at = 0; at < word.length; at++) {
    let letter = word.charAt(at);
    const next = at + 1 < word.length ? word.charAt(at + 1) : '';
    if ((letter === 'o' && (next === 'u' || next === 'o')) || (letter === 'e' && (next === 'e' || next === 'a'))) {
      letter = letter === 'o' ? 'u' : 'i';
      at++;
    } else if (letter === 'i' && next !== '' && next !== 'i' && VOWELS.includes(next) && at > 0) continue;
    if (!out.endsWith(letter)) out += letter;
  }
  return out.length > 2 && out.endsWith('e') ? out.slice(0, -1) : out;
}

const GROUPS = new Map(
  Object.entries({ c: 'k', k: 'k', g: 'k', z: 's', s: 's', b: 'b', p: 'b', f: 'v', v: 'v', d: 't', t: 't' }),
);

/** The consonants of a skeleton, those that are mistaken for one another made one. */
export function consonants(skeletonOfWord: string): string {
  let out = '';
  for (const letter of skeletonOfWord) {
    if (VOWELS.includes(letter)) continue;
    const kept = GROUPS.get(letter) ?? letter;
    if (!out.endsWith(kept)) out += kept;
  }
  return out;
}
