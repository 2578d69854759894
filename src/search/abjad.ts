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
  { spelt: 'g', as: ['k', 's'], soft: true },
  { spelt: 'x', as: ['ks'] },
  { spelt: 'j', as: ['s', ''] },
];
/** Spellings that any-ascii gives to Arabic and Hebrew letters. Arabic jim is g in Egypt. */
const WRITTEN: readonly Sound[] = [
  ...LATIN.filter(({ spelt, soft }) => soft !== true && !['ch', 'gn', 'j'].includes(spelt)),
  { spelt: 'ch', as: ['s'] },
  { spelt: 'j', as: ['s', 'k'] },
];

const byLetter = (sounds: readonly Sound[]): ReadonlyMap<string, readonly Sound[]> =>
  Map.groupBy(sounds, ({ spelt }) => spelt.charAt(0));
const OF_LATIN = byLetter(LATIN);
const OF_WRITTEN = byLetter(WRITTEN);

const KEYS = new Map(
  Object.entries({ c: 'k', g: 'k', q: 'k', k: 'k', s: 's', z: 's', b: 'b', p: 'b', v: 'b', f: 'b', d: 't', t: 't' }),
);
const DROPPED = 'aeiouwyh';
const MOST_KEYS = 4;

/** The keys of a folded word; `written` for one that was typed in Arabic or Hebrew. */
export function abjadKeys(word: string, written: boolean): Set<string> {
  let keys = [''];
  let at = 0;
  while (at < word.length) {
    const sound = soundAt(word, at, written ? OF_WRITTEN : OF_LATIN);
    const letter = word.charAt(at);
    const as = sound?.as ?? [DROPPED.includes(letter) ? '' : (KEYS.get(letter) ?? letter)];
    keys = keys
      .flatMap((key) => as.map((part) => (part !== '' && key.endsWith(part) ? key : key + part)))
      .slice(0, MOST_KEYS);
    at += sound?.spelt.length ?? 1;
  }
  return new Set(keys.filter((key) => key.length > 1));
}

const soundAt = (word: string, at: number, sounds: ReadonlyMap<string, readonly Sound[]>): Sound | undefined =>
  sounds
    .get(word.charAt(at))
    ?.find(
      ({ spelt, soft }) =>
        word.startsWith(spelt, at) && (soft !== true || 'eiy'.includes(word.charAt(at + spelt.length) || '-')),
    );

const VOWELS = 'aeiou';
/** What it costs to leave out a letter of the written word, or of the name. */
const unread = (letter: string): number =>
  letter === 'w' || letter === 'y' ? 0.35 : letter === 'a' || letter === 'h' ? 0.15 : 1;
const unwritten = (letter: string, before: string): number =>
  VOWELS.includes(letter)
    ? letter === 'a' || letter === 'e'
      ? 0.1
      : 0.2
    : letter === before
      ? 0.05
      : letter === 'h'
        ? 0.2
        : 1;

function apart(written: string, letter: string): number {
  if (written === letter) return 0;
  if (written === 'w') return 'ouv'.includes(letter) ? 0 : 2;
  if (written === 'y') return 'iej'.includes(letter) ? 0 : 2;
  if (written === 'a') return VOWELS.includes(letter) ? 0.05 : 2;
  const key = KEYS.get(written);
  return key !== undefined && (key === KEYS.get(letter) || (key === 's' && letter === 'c')) ? 0.15 : 2;
}

/** 0 to 1: how well a word as written in Arabic or Hebrew, folded, fits a folded name. */
export function abjadLikeness(written: string, name: string): number {
  let row = [0];
  for (let j = 1; j <= name.length; j++)
    row.push((row[j - 1] ?? 0) + unwritten(name.charAt(j - 1), name.charAt(j - 2)));
  for (let i = 1; i <= written.length; i++) {
    const letter = written.charAt(i - 1);
    const next = [(row[0] ?? 0) + unread(letter)];
    for (let j = 1; j <= name.length; j++) {
      next.push(
        Math.min(
          (row[j] ?? 0) + unread(letter),
          (next[j - 1] ?? 0) + unwritten(name.charAt(j - 1), name.charAt(j - 2)),
          (row[j - 1] ?? 0) + apart(letter, name.charAt(j - 1)),
        ),
      );
    }
    row = next;
  }
  return Math.max(0, 1 - (row[name.length] ?? 0) / Math.max(2, (written.length + name.length) / 2));
}
