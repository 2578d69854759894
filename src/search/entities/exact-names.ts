import { forEachWithHash } from '../structures/hash-buckets.ts';
import { countryNames } from './countries.ts';
import { isInflectionOf } from '../analysis/case-endings.ts';
import { withoutStopwords } from '../analysis/stopwords.ts';
import { compareHits } from './name-index.ts';
import type { NameForm, NameHit, NameIndex, NormalizedForm } from './name-index.ts';
import { scriptOf } from '../analysis/transliteration.ts';
import { inflectedKeys, spacelessForms, spacelessKey } from '../analysis/spaceless-key.ts';
import type { Token } from '../analysis/tokenizer.ts';

/**
 * Names equal to the query after folding, wherever the spaces are.
 * A country also matches by its names in other languages, so editors need not add them.
 */
export function exactNames(names: NameIndex, words: readonly Token[]): NameHit[] {
  const typed = spacelessForms(words);
  const scripts = new Set(words.map(({ raw }) => scriptOf(raw)));
  const found = lettered(names, words, typed, (form) => {
    const foreign = scripts.size > 1 || !scripts.has(form.script);
    return foreign ? 'transliteration' : form.house ? 'name' : 'alias';
  });
  const [script] = scripts;
  if (found.length > 0 || script === undefined) return found;
  return lettered(names, words, countryNames(typed, script), () => 'alias');
}

function lettered(
  names: NameIndex,
  words: readonly Token[],
  letters: ReadonlySet<string>,
  wayOf: (form: NormalizedForm) => NameHit['way'],
): NameHit[] {
  const found = new Map<number, NameHit>();
  for (const whole of letters) {
    forEachWithHash(names.exactKeys, spacelessKey(whole), (at) => {
      const form = names.spelt(at);
      if (form === undefined || !form.squashes.has(whole)) return;
      keep(found, hitOf(form, at, wayOf(form), 1, words));
    });
  }
  return [...found.values()].toSorted(compareHits);
}

/** Score of an inflected name: a case, a suffixed article or an adjective (Kurtija, Leposaviqit, kosovski). */
const FORM = 0.92;

/** Names that equal the words once endings are stripped. */
export function inflectedNames(names: NameIndex, words: readonly Token[]): NameHit[] {
  const found = new Map<number, NameHit>();
  const typed = withoutStopwords(words);
  for (const key of inflectedKeys(words)) {
    forEachWithHash(names.exactKeys, spacelessKey(key), (at) => {
      const form = names.spelt(at);
      if (form === undefined || found.has(form.owner) || !isForm(typed, form.words)) return;
      keep(found, hitOf(form, at, 'alias', FORM, words));
    });
  }
  return [...found.values()].toSorted(compareHits);
}

function isForm(typed: readonly Token[], name: readonly Token[]): boolean {
  const told = withoutStopwords(name);
  return (
    told.length === typed.length &&
    typed.every(({ folds }, at) => {
      const word = told[at]?.folds[0] ?? '';
      return folds.some((one) => one === word || isInflectionOf(one, word));
    })
  );
}

const hitOf = (
  { owner, text, weak }: NameForm,
  form: number,
  way: NameHit['way'],
  sure: number,
  words: readonly Token[],
): NameHit => ({
  owner,
  form,
  way,
  matched: text,
  score: sure,
  sure,
  whole: 1,
  full: true,
  weak,
  met: words.map(() => true),
});

function keep(found: Map<number, NameHit>, hit: NameHit): void {
  const best = found.get(hit.owner);
  if (best === undefined || compareHits(hit, best) < 0) found.set(hit.owner, hit);
}

/** Names equal to the words or, if there are none, names that the words inflect. */
export const literalNames = (names: NameIndex, words: readonly Token[], whole = exactNames(names, words)): NameHit[] =>
  whole.length > 0 ? whole : inflectedNames(names, words);
