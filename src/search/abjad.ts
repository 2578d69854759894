import { hashOfLetters } from './buckets.ts';
import { bySpelling, codeAt, Letters, spellingsAt, stands } from './letters.ts';
import type { Spellings } from './letters.ts';

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

const OF_LATIN = bySpelling(LATIN);
const OF_WRITTEN = bySpelling(WRITTEN);

const KEYS = new Map(
  Object.entries({ c: 'k', g: 'k', q: 'k', k: 'k', s: 's', z: 's', b: 'b', p: 'b', v: 'b', f: 'b', d: 't', t: 't' }),
);
const DROPPED = 'aeiouwyh';
/** What a letter alone is in a key: the code of a letter, or 0 for none. */
const ALONE = Uint8Array.from({ length: LETTERS }, (_, at) => {
  const letter = letterAt(at);
  return DROPPED.includes(letter) ? 0 : (KEYS.get(letter) ?? letter).charCodeAt(0);
});
const MOST_KEYS = 4;
/** The keys under way. */
const READ: readonly Letters[] = Array.from({ length: MOST_KEYS }, () => new Letters());

/** The keys of a folded word; `written` for one that was typed in Arabic or Hebrew. */
export function abjadKeys(word: string, written: boolean): Set<string> {
  const keys = new Set<string>();
  const count = readKeys(word, written ? OF_WRITTEN : OF_LATIN);
  for (let i = 0; i < count; i++) {
    const key = READ[i]?.text() ?? '';
    if (key.length > 1) keys.add(key);
  }
  return keys;
}

/** Calls back with the hash of each of the keys of a folded Latin word, for whoever files words. */
export function eachAbjadKey(word: string, visit: (key: number) => void): void {
  const count = readKeys(word, OF_LATIN);
  for (let i = 0; i < count; i++) {
    const key = READ[i];
    HASHES[i] = key === undefined || key.length < 2 ? 0 : hashOfLetters(key.codes, key.length);
    if (HASHES[i] !== 0 && HASHES.indexOf(HASHES[i] ?? 0) === i) visit(HASHES[i] ?? 0);
  }
}

const HASHES = new Int32Array(MOST_KEYS);

/** How many keys there are now in `READ`. */
function readKeys(word: string, sounds: Spellings<Sound>): number {
  let count = 1;
  for (const key of READ) key.length = 0;
  for (let at = 0; at < word.length;) {
    const sound = soundAt(word, at, spellingsAt(sounds, word, at));
    if (sound === undefined) {
      const code = word.charCodeAt(at++);
      const alone = ALONE[code - A] ?? code;
      if (alone !== 0) for (let i = 0; i < count; i++) READ[i]?.pushSingle(alone);
    } else {
      count = readAs(count, sound.as);
      at += sound.spelt.length;
    }
  }
  return count;
}

/** Each key goes on in every way; of more than the most the first are kept. Backwards, so that none is overwritten unread. */
function readAs(count: number, ways: readonly string[]): number {
  const found = Math.min(MOST_KEYS, count * ways.length);
  for (let i = found - 1; i >= 0; i--) {
    const before = READ[Math.floor(i / ways.length)];
    const key = READ[i];
    if (key === undefined || before === undefined) continue;
    if (key !== before) {
      key.length = 0;
      for (let at = 0; at < before.length; at++) key.push(before.codes[at] ?? 0);
    }
    goOn(key, ways[i % ways.length] ?? '');
  }
  return found;
}

/** Neither a letter nor two are doubled. */
function goOn(key: Letters, part: string): void {
  const from = key.length - part.length;
  let same = from >= 0;
  for (let i = 0; same && i < part.length; i++) same = key.codes[from + i] === part.charCodeAt(i);
  if (!same) for (let i = 0; i < part.length; i++) key.push(part.charCodeAt(i));
}

function soundAt(word: string, at: number, sounds: readonly Sound[] | undefined): Sound | undefined {
  if (sounds === undefined) return undefined;
  for (const sound of sounds) {
    const { spelt, soft } = sound;
    if (stands(spelt, word, at) && (soft !== true || isFront(codeAt(word, at + spelt.length)))) return sound;
  }
  return undefined;
}

/** e, i and y; no letter is none of them. */
const isFront = (code: number): boolean => code === 101 || code === 105 || code === 121;

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
