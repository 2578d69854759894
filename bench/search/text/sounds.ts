import type { Chance } from './random.ts';

/**
 * Names by their sounds, and how a script writes these. A sound is one letter of the International Phonetic Alphabet, taken
 * broadly: ʦ ʧ ʤ are one sound each, j and w are glides and close a diphthong (aj, aw), ɰ is the ğ of Turkish.
 */
export const VOWELS = 'aeiouəøyɯ';
export const CONSONANTS = 'pbtdkgfvθðszʃʒxɣhmnlrjwʦʧʤɰ';

/** Spellings of a sound at a position, each with its relative frequency. */
export type Ways = readonly { readonly text: string; readonly times: number }[];

/** A sound and its neighbours; '' for none. */
export interface Place {
  readonly beforeLast: string;
  readonly before: string;
  readonly sound: string;
  readonly after: string;
  readonly afterNext: string;
}

/** Tells whether a glide lies among vowels written with its own letter: no word has a letter three times. */
export const isSwallowed = ({ beforeLast, before, after }: Place, own: string): boolean =>
  among(own, before) && (among(own, after) || among(own, beforeLast));

/** A vowel written with the glide's letter, between two glides. */
export const isWedged = ({ before, sound, after }: Place, own: string): boolean =>
  before === after && among(own, sound);

export const among = (sounds: string, sound: string): boolean => sound !== '' && sounds.includes(sound);
export const isVowel = (sound: string): boolean => among(VOWELS, sound);

export type Script = (place: Place) => Ways;

/** Parses spellings by letter names, which are readable left to right: `teh+sheen:9 jeem`, `-` for nothing. */
export function readWays(letters: Readonly<Record<string, string>>, text: string): Ways {
  return text.split(' ').map((way) => {
    const [names = '', times = '1'] = way.split(':');
    const written = names === '-' ? [] : names.split('+').map((name) => letters[name] ?? `no letter ${name}`);
    return { text: written.join(''), times: Number(times) };
  });
}

/** Parses a table of sounds; `aej: …` defines three at once. */
export function readTable(letters: Readonly<Record<string, string>>, text: string): ReadonlyMap<string, Ways> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [sounds = '', ways = ''] = line.split(': ');
      const read = readWays(letters, ways.trim());
      return [...sounds.trim()].map((sound) => [sound, read] as const);
    }),
  );
}

/** @throws Error for a sound that the table of this script does not have. */
export const wayIn =
  (script: string) =>
  (from: ReadonlyMap<string, Ways>, sound: string): Ways => {
    const found = from.get(sound);
    if (found === undefined) throw new Error(`${script} has no rule for the sound ${sound}.`);
    return found;
  };

/** Neither script writes double letters twice, and the j of -ija is part of its i. */
const placesOf = (word: string): Place[] => {
  const sounds = [...word.replace(/(.)\1+/gu, '$1').replace(/ij(?=[aeouəøyɯ])/gu, 'i')];
  return sounds.map((sound, at) => ({
    beforeLast: sounds[at - 2] ?? '',
    before: sounds[at - 1] ?? '',
    sound,
    after: sounds[at + 1] ?? '',
    afterNext: sounds[at + 2] ?? '',
  }));
};

function draw(chance: Chance, ways: Ways): string {
  let left = chance.next() * ways.reduce((sum, { times }) => sum + times, 0);
  for (const { text, times } of ways) {
    left -= times;
    if (left < 0) return text;
  }
  return '';
}

/** One spelling of a name. A desk spells each consonant the same within a name; vowels vary. */
export function spellIn(script: Script, name: string, chance: Chance): string {
  const habits = new Map<Ways, string>();
  const letter = (place: Place): string => {
    const ways = script(place);
    const text = habits.get(ways) ?? draw(chance, ways);
    if (!isVowel(place.sound)) habits.set(ways, text);
    return text;
  };
  return name
    .split(' ')
    .map((word) =>
      placesOf(word)
        .map((place) => letter(place))
        .join(''),
    )
    .join(' ');
}

/** A pattern of all spellings of a name, ignoring consistency. */
export function spellingsIn(script: Script, name: string): RegExp {
  const words = name.split(' ').map((word) =>
    placesOf(word)
      .map(
        (place) =>
          `(?:${script(place)
            .map(({ text }) => text)
            .join('|')})`,
      )
      .join(''),
  );
  return new RegExp(`^${words.join(' ')}$`, 'u');
}
