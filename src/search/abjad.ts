/**
 * Arabic and Hebrew write few vowels, and any-ascii spells what is written: Kurti is "kwrty". So such a word is found by
 * its consonants alone, those that the two scripts do not tell apart made one, and then weighed letter by letter. w and y
 * are left out of the key: there they are vowels as often as not.
 */
interface Sound {
  readonly spelt: string;
  /** What it may be in the key; the first is the likeliest. */
  readonly as: readonly string[];
  /** Only before a front vowel: Cetin, George. */
  readonly soft?: true;
}

/** Spellings of Latin names, longest first. */
const LATIN: readonly Sound[] = [
  { spelt: 'tsch', as: ['s'] },
  { spelt: 'sch', as: ['s'] },
  { spelt: 'tch', as: ['s'] },
  { spelt: 'ch', as: ['s', 'k'] },
  { spelt: 'kh', as: ['k'] },
  { spelt: 'gh', as: ['k'] },
  { spelt: 'sh', as: ['s'] },
  { spelt: 'zh', as: ['s'] },
  { spelt: 'ts', as: ['s'] },
  { spelt: 'tz', as: ['s'] },
  { spelt: 'cz', as: ['s'] },
  { spelt: 'dj', as: ['s'] },
  { spelt: 'gj', as: ['s'] },
  { spelt: 'th', as: ['t'] },
  { spelt: 'dh', as: ['t'] },
  { spelt: 'ph', as: ['b'] },
  { spelt: 'gn', as: ['n', 'kn'] },
  { spelt: 'cc', as: ['s'], soft: true },
  { spelt: 'c', as: ['s'], soft: true },
  // Serbian č and ć, which folding leaves as c: most of the names of the region end in one.
  { spelt: 'c', as: ['k', 's'] },
  { spelt: 'g', as: ['k', 's'], soft: true },
  { spelt: 'x', as: ['ks'] },
  { spelt: 'j', as: ['s', ''] },
];
/** Spellings that any-ascii gives to Arabic and Hebrew letters. Arabic jim is g in Egypt. */
const WRITTEN: readonly Sound[] = [
  ...LATIN.filter(({ spelt, soft }) => soft !== true && !['ch', 'gn', 'j', 'c'].includes(spelt)),
  { spelt: 'ch', as: ['s'] },
  { spelt: 'j', as: ['s', 'k'] },
];

const A = 97;
const LETTERS = 26;
const letterAt = (at: number): string => String.fromCharCode(A + at);

/** For each letter of the alphabet the spellings that begin with it. Every word of every base is read by these. */
const byLetter = (sounds: readonly Sound[]): readonly (readonly Sound[])[] =>
  Array.from({ length: LETTERS }, (_, at) => sounds.filter(({ spelt }) => spelt.startsWith(letterAt(at))));
const OF_LATIN = byLetter(LATIN);
const OF_WRITTEN = byLetter(WRITTEN);

const KEYS = new Map(
  Object.entries({ c: 'k', g: 'k', q: 'k', k: 'k', s: 's', z: 's', b: 'b', p: 'b', v: 'b', f: 'b', d: 't', t: 't' }),
);
const DROPPED = 'aeiouwyh';
/** What a letter alone is in a key. */
const ALONE = Array.from({ length: LETTERS }, (_, at) => {
  const letter = letterAt(at);
  return DROPPED.includes(letter) ? '' : (KEYS.get(letter) ?? letter);
});
const MOST_KEYS = 4;

/** The keys of a folded word; `written` for one that was typed in Arabic or Hebrew. */
export function abjadKeys(word: string, written: boolean): Set<string> {
  const sounds = written ? OF_WRITTEN : OF_LATIN;
  let keys = [''];
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - A;
    const sound = soundAt(word, at, sounds[letter] ?? []);
    const alone = sound === undefined ? (ALONE[letter] ?? word.charAt(at)) : '';
    at += (sound?.spelt.length ?? 1) - 1;
    if (sound !== undefined && sound.as.length > 1)
      keys = keys.flatMap((key) => sound.as.map((part) => joined(key, part))).slice(0, MOST_KEYS);
    else {
      const part = sound?.as[0] ?? alone;
      // In place: every word of every base comes through here, and this was a sixth of adding a fact.
      if (part !== '') for (let i = 0; i < keys.length; i++) keys[i] = joined(keys[i] ?? '', part);
    }
  }
  return new Set(keys.filter((key) => key.length > 1));
}

const joined = (key: string, part: string): string => (part !== '' && key.endsWith(part) ? key : key + part);

function soundAt(word: string, at: number, sounds: readonly Sound[]): Sound | undefined {
  for (const sound of sounds) {
    const { spelt, soft } = sound;
    const next = at + spelt.length;
    const isSoft = (): boolean => next < word.length && 'eiy'.includes(word.charAt(next));
    if (word.startsWith(spelt, at) && (soft !== true || isSoft())) return sound;
  }
  return undefined;
}

const VOWELS = 'aeiou';
/** What it costs to leave out a letter of the written word, or of the name. */
const unread = (letter: string): number =>
  letter === 'w' || letter === 'y' ? 0.35 : letter === 'a' || letter === 'h' ? 0.15 : 1;
const unwritten = (letter: string): number =>
  letter === 'a' || letter === 'e' ? 0.1 : VOWELS.includes(letter) || letter === 'h' ? 0.2 : 1;
const DOUBLED = 0.05;

/** What it costs to read one letter as the other; 2 is as much as leaving out both. */
function apart(written: string, letter: string): number {
  if (written === letter) return 0;
  if (written === 'w') return 'ouv'.includes(letter) ? 0 : 2;
  if (written === 'y') return 'iej'.includes(letter) ? 0 : 2;
  if (written === 'a') return VOWELS.includes(letter) ? 0.05 : 2;
  const key = KEYS.get(written);
  return key !== undefined && (key === KEYS.get(letter) || (key === 's' && letter === 'c')) ? 0.15 : 2;
}

const UNREAD = Float64Array.from({ length: LETTERS }, (_, at) => unread(letterAt(at)));
const UNWRITTEN = Float64Array.from({ length: LETTERS }, (_, at) => unwritten(letterAt(at)));
const APART = Float64Array.from({ length: LETTERS * LETTERS }, (_, at) =>
  apart(letterAt(Math.floor(at / LETTERS)), letterAt(at % LETTERS)),
);

/** 0 to 1: how well a word as written in Arabic or Hebrew, folded, fits a folded name. */
export function abjadLikeness(written: string, name: string): number {
  const left = new Float64Array(name.length);
  let row = new Float64Array(name.length + 1);
  let next = new Float64Array(name.length + 1);
  for (let j = 0; j < name.length; j++) {
    const letter = name.charCodeAt(j) - A;
    left[j] = j > 0 && name.charCodeAt(j - 1) - A === letter ? DOUBLED : (UNWRITTEN[letter] ?? 1);
    row[j + 1] = (row[j] ?? 0) + (left[j] ?? 0);
  }
  for (let i = 0; i < written.length; i++) {
    const letter = written.charCodeAt(i) - A;
    const dropped = UNREAD[letter] ?? 1;
    next[0] = (row[0] ?? 0) + dropped;
    for (let j = 0; j < name.length; j++) {
      const read = (row[j] ?? 0) + (APART[letter * LETTERS + name.charCodeAt(j) - A] ?? 2);
      const skipped = Math.min((row[j + 1] ?? 0) + dropped, (next[j] ?? 0) + (left[j] ?? 1));
      next[j + 1] = Math.min(read, skipped);
    }
    [row, next] = [next, row];
  }
  return Math.max(0, 1 - (row[name.length] ?? 0) / Math.max(2, (written.length + name.length) / 2));
}
