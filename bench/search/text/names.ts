import { inArabic } from './arabic.ts';
import { inHebrew } from './hebrew.ts';
import { makeChance } from './random.ts';
import type { Chance } from './random.ts';
import { TONGUES } from './tongues.ts';
import type { Tongue, Unit } from './tongues.ts';

/** An invented name in all its spellings. Engines see only the house form and the aliases. */
export interface Name {
  readonly tongue: string;
  readonly house: string;
  readonly aliases: readonly string[];
  readonly cyrillic: string;
  readonly greek: string;
  readonly ear: string;
  readonly sound: string;
  readonly arabic: string;
  readonly hebrew: string;
}

type Spelt = Pick<Name, 'cyrillic' | 'greek' | 'ear' | 'sound'> & { readonly latin: string };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function spell(units: readonly Unit[]): Spelt {
  // No language writes a letter three times in a row; nor does Greek write ου for w and oo.
  const join = (of: keyof Unit): string =>
    capital(
      units
        .map((unit) => unit[of])
        .join('')
        .replace(/(.)\1\1/gu, '$1$1')
        .replace('ουου', 'ου'),
    );
  const sound = units.map((unit) => unit.sound).join('');
  return { latin: join('latin'), cyrillic: join('cyrillic'), greek: join('greek'), ear: join('ear'), sound };
}

/** One desk's spelling, with its own random draws: other draws do not depend on it. */
const inAbjads = (sound: string): Pick<Name, 'sound' | 'arabic' | 'hebrew'> => ({
  sound,
  arabic: inArabic(sound, makeChance(`Arabic ${sound}`)),
  hebrew: inHebrew(sound, makeChance(`Hebrew ${sound}`)),
});

function word(chance: Chance, tongue: Tongue, endings: readonly Unit[], syllables: number): Spelt {
  const units: Unit[] = [];
  for (let i = 1; i < syllables; i++) {
    units.push(chance.pick(tongue.onsets), chance.pick(tongue.nuclei), chance.pick(tongue.codas));
  }
  return spell([...units, chance.pick(tongue.onsets), chance.pick(endings)]);
}

/** Distinct words; the first are shorter and, later, more frequent. */
function pool(chance: Chance, tongue: Tongue, endings: readonly Unit[], size: number): Spelt[] {
  const found = new Map<string, Spelt>();
  for (let tries = 0; found.size < size; tries++) {
    const one = word(chance, tongue, endings, (chance.often(0.5) ? 2 : 3) + (tries > 8 * size ? 1 : 0));
    if (one.latin.length > 3) found.set(plain(one.latin), one);
  }
  return [...found.values()];
}

const LETTERS = new Map([
  ['đ', 'd'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
]);

/** As typed without diacritics, in lower case. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đıßłø]/g, (letter) => LETTERS.get(letter) ?? letter);

export interface Cast {
  readonly people: readonly Name[];
  readonly places: readonly Name[];
}

const shares = (size: number): readonly { tongue: Tongue; size: number }[] =>
  TONGUES.map((tongue) => ({ tongue, size: Math.ceil(size / TONGUES.length) }));

/** People and places with distinct names, also after diacritics are removed. */
export function makeCast(chance: Chance, people: number, places: number): Cast {
  const named = new Map<string, Name>();
  for (const { tongue, size } of shares(people)) {
    const given = pool(chance, tongue, tongue.given, Math.min(160, 8 + Math.ceil(size / 4)));
    const family = pool(chance, tongue, tongue.family, 6 + Math.ceil(size * 0.6));
    for (let made = 0; made < size;) {
      const [one, other] = [chance.favour(given), chance.favour(family)];
      const house = `${one.latin} ${other.latin}`;
      if (named.has(plain(house))) continue;
      const pet = `${one.latin.slice(0, 3)}${chance.pick(['i', 'o', 'e'])}`;
      named.set(plain(house), {
        tongue: tongue.id,
        house,
        aliases: chance.often(0.15) ? [`${pet} ${other.latin}`] : [],
        cyrillic: `${one.cyrillic} ${other.cyrillic}`,
        greek: `${one.greek} ${other.greek}`,
        ear: `${one.ear} ${other.ear}`,
        ...inAbjads(`${one.sound} ${other.sound}`),
      });
      made++;
    }
  }
  const towns = shares(places).flatMap(({ tongue, size }) =>
    pool(chance, tongue, tongue.place, size).map(({ latin, sound, ...rest }): Name => ({
      tongue: tongue.id,
      house: latin,
      aliases: [],
      ...rest,
      ...inAbjads(sound),
    })),
  );
  return {
    people: chance.some([...named.values()], people),
    places: chance.some([...new Map(towns.map((town) => [plain(town.house), town])).values()], places),
  };
}
