import { eachUnder } from '../structures/hash-buckets.ts';
import { namesakes } from './countries.ts';
import { isFormOf } from '../analysis/case-endings.ts';
import { telling } from '../analysis/stopwords.ts';
import { ahead } from './name-index.ts';
import type { Form, NameHit, Names, Spelt } from './name-index.ts';
import { scriptOf } from '../analysis/transliteration.ts';
import { formKeys, squashes, wholeKey } from '../analysis/spaceless-key.ts';
import type { Word } from '../analysis/tokenizer.ts';

/**
 * Names that are what was typed, letter for letter after folding, wherever the spaces stand. Of a country also those that it has
 * in other languages: whoever writes down France need not add what all the world calls it.
 */
export function wholeNames(names: Names, words: readonly Word[]): NameHit[] {
  const typed = squashes(words);
  const scripts = new Set(words.map(({ raw }) => scriptOf(raw)));
  const found = lettered(names, words, typed, (form) => {
    const foreign = scripts.size > 1 || !scripts.has(form.script);
    return foreign ? 'transliteration' : form.house ? 'name' : 'alias';
  });
  const [script] = scripts;
  if (found.length > 0 || script === undefined) return found;
  return lettered(names, words, namesakes(typed, script), () => 'alias');
}

function lettered(
  names: Names,
  words: readonly Word[],
  letters: ReadonlySet<string>,
  wayOf: (form: Spelt) => NameHit['way'],
): NameHit[] {
  const found = new Map<number, NameHit>();
  for (const whole of letters) {
    eachUnder(names.wholes, wholeKey(whole), (at) => {
      const form = names.spelt(at);
      if (form === undefined || !form.squashes.has(whole)) return;
      keep(found, hitOf(form, at, wayOf(form), 1, words));
    });
  }
  return [...found.values()].toSorted(ahead);
}

/** A name in a case, with an article behind or as an adjective: Kurtija, Leposaviqit, kosovski. */
const FORM = 0.92;

/** Names of which the words are forms, letter for letter once the endings are off. */
export function formNames(names: Names, words: readonly Word[]): NameHit[] {
  const found = new Map<number, NameHit>();
  const typed = telling(words);
  for (const key of formKeys(words)) {
    eachUnder(names.wholes, wholeKey(key), (at) => {
      const form = names.spelt(at);
      if (form === undefined || found.has(form.owner) || !isForm(typed, form.words)) return;
      keep(found, hitOf(form, at, 'alias', FORM, words));
    });
  }
  return [...found.values()].toSorted(ahead);
}

function isForm(typed: readonly Word[], name: readonly Word[]): boolean {
  const told = telling(name);
  return (
    told.length === typed.length &&
    typed.every(({ folds }, at) => {
      const word = told[at]?.folds[0] ?? '';
      return folds.some((one) => one === word || isFormOf(one, word));
    })
  );
}

const hitOf = (
  { owner, text, weak }: Form,
  form: number,
  way: NameHit['way'],
  sure: number,
  words: readonly Word[],
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
  if (best === undefined || ahead(hit, best) < 0) found.set(hit.owner, hit);
}

/** Names that the words are as they stand or, where there is none, of which they are forms. */
export const namesAsTyped = (names: Names, words: readonly Word[], whole = wholeNames(names, words)): NameHit[] =>
  whole.length > 0 ? whole : formNames(names, words);
