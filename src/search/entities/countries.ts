import type { Where, Who } from '../../data/model/fact.ts';
import type { EntityBase } from './entity-index.ts';
import type { NameHit } from './name-index.ts';
import { scriptReader } from '../analysis/script-readers.ts';
import type { Script } from '../analysis/transliteration.ts';
import { scriptOf, SCRIPTS } from '../analysis/transliteration.ts';
import { tokenize } from '../analysis/tokenizer.ts';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const inLanguage = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

/**
 * Maps the spaceless key of a country name to the ISO 3166 codes that have this name in some language.
 * A typed country means the country, not a similar name in the story ("Albania", "Albanik").
 */
type Countries = ReadonlyMap<string, ReadonlySet<string>>;

function countriesIn(script: Script): Countries {
  const found = new Map<string, Set<string>>();
  const english = inLanguage('en');
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const taken = codes.filter((code) => english.of(code) !== undefined);
  for (const names of scriptReader(script).languages.map(inLanguage)) {
    for (const code of taken) {
      const name = names.of(code);
      if (name === undefined) continue;
      const letters = lettersOf(name);
      found.set(letters, (found.get(letters) ?? new Set()).add(code));
    }
  }
  return found;
}

const lettersOf = (name: string): string =>
  tokenize(name)
    .map(({ folds }) => folds[0] ?? '')
    .join('');

const known = new Map<Script, Countries>();
const NONE: ReadonlySet<string> = new Set();

function named(script: Script): Countries {
  let countries = known.get(script);
  if (countries === undefined) known.set(script, (countries = countriesIn(script)));
  return countries;
}

const countriesOf = (typed: string): ReadonlySet<string> => named(scriptOf(typed)).get(lettersOf(typed)) ?? NONE;

/** Names of each country in all languages and scripts, by code. */
let spellings: ReadonlyMap<string, readonly string[]> | null = null;

function spellingsOf(code: string): readonly string[] {
  if (spellings === null) {
    const found = new Map<string, string[]>();
    for (const script of SCRIPTS) {
      for (const [letters, codes] of named(script))
        for (const one of codes) found.set(one, (found.get(one) ?? []).concat(letters));
    }
    spellings = found;
  }
  return spellings.get(code) ?? [];
}

/** Reads all names once, at the start, so that no question waits for it: it takes 100 ms. */
export const loadCountries = (): void => void spellingsOf('');

/**
 * Names of a typed country in other languages.
 * @param typed its spaceless forms; the result has the same form.
 */
export function countryNames(typed: ReadonlySet<string>, script: Script): ReadonlySet<string> {
  const countries = named(script);
  const codes = new Set([...typed].flatMap((letters) => [...(countries.get(letters) ?? NONE)]));
  return new Set([...codes].flatMap(spellingsOf));
}

/** Tells whether a spaceless name is a country's. */
export const isCountry = (typed: string): boolean => countriesOf(typed).size > 0;

/** Tells whether a matching name is not a name of the country that was typed. */
type Abroad = (base: EntityBase<Who | Where>, hit: NameHit) => boolean;

/** "Albania" matches neither Albanik nor the Albanian part. A person may be called Jordan Petrović. */
export function isForeignCountry(typed: string): Abroad {
  let meant: ReadonlySet<string> | null = null;
  return ({ list, names }, { owner, sure }) => {
    meant ??= countriesOf(typed);
    if (meant.size === 0) return false;
    const entity = list[owner];
    if (sure === 1 && entity !== undefined && 'type' in entity && entity.type === 'person') return false;
    return names.named(owner).names.every((name) => countriesOf(name).isDisjointFrom(meant ?? NONE));
  };
}
