import { wordsOf } from './words.ts';

/**
 * The names of all countries in the languages that are typed here, as one run of letters each. Whoever types one means the
 * country, and not something of the story that is spelt nearly so ("Albania", "Albanik").
 */
const LANGUAGES = ['en', 'de', 'fr', 'it', 'hr', 'sr', 'sq', 'el'];
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

function countryNames(): ReadonlySet<string> {
  const [english, ...others] = LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  const found = new Set<string>();
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = english?.of(code);
    if (name === undefined) continue;
    found.add(lettersOf(name));
    for (const names of others) found.add(lettersOf(names.of(code) ?? name));
  }
  return found;
}

const lettersOf = (name: string): string =>
  wordsOf(name)
    .map(({ folds }) => folds[0] ?? '')
    .join('');

let countries: ReadonlySet<string> | null = null;

/** Whether the letters are those of a country. Naming all takes 30 ms, once, when it is first asked for. */
export function isCountry(typed: string): boolean {
  countries ??= countryNames();
  return countries.has(lettersOf(typed));
}
