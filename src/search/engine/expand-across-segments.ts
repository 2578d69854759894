import { expandTyped } from './segment.ts';
import type { Few } from './segment.ts';
import { holders } from './segments.ts';
import type { Documents } from './segments.ts';
import { expand } from './expand-term.ts';
import type { Expansion } from './expand-term.ts';
import { placeIn } from '../structures/number-list.ts';
import { spread } from './postings.ts';
import { holding } from './bm25f.ts';
import type { Typed } from './query-term.ts';
import { termOf, wordAt } from './term-dictionary.ts';
import type { Vocabulary } from './term-dictionary.ts';

/** What a word of a question may mean in documents. */
export interface Meant {
  /** The words of each segment that it may mean, the large base first and then what was added, in its order. */
  readonly expansions: readonly Expansion[];
  /** 0 to 1: how surely the likeliest is meant. */
  readonly top: number;
  /** How many documents hold the commonest of the likeliest meanings. */
  readonly holding: number;
}

/**
 * A word is looked for once in the large base. What was added is mostly made of the same words, and for the others the
 * few that are new are looked through: the answer is that of one base that has all.
 * @param tags that it stands for besides.
 */
export function meantBy(documents: Documents, typed: Typed, tags: readonly string[] = []): Meant {
  const { main, added } = documents;
  const { vocabulary } = main.postings;
  const isIn = (words: Vocabulary): boolean => typed.spellings.some(({ word }) => termOf(words, word) >= 0);
  const known = isIn(vocabulary) || added.some(({ base: { fresh } }) => fresh !== null && isIn(fresh.vocabulary));
  const asked = { ...typed, known };
  const whole = withTags(expandTyped(main, asked), vocabulary, tags);
  const pooled = new Map(whole);
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const few = added.map((segment) => {
    const { base } = segment;
    const expansion = new Map<number, number>();
    for (const [term, weight] of whole) {
      const place = placeOf(base, term);
      if (place !== undefined) expansion.set(place, weight);
    }
    for (const [place, weight] of freshOf(base, main.names, asked, tags)) {
      expansion.set(place, weight);
      const word = wordAt(base.postings.vocabulary, place);
      const number = numbers.get(word) ?? vocabulary.size + numbers.size;
      numbers.set(word, number);
      pooled.set(number, weight);
      held[number - vocabulary.size] = (held[number - vocabulary.size] ?? 0) + holders(documents, segment, place);
    }
    return expansion;
  });
  const spreadOf = (number: number): number => {
    if (number >= vocabulary.size) return held[number - vocabulary.size] ?? 0;
    let total = holders(documents, { base: main, from: 0 }, number);
    for (const segment of added) {
      const place = placeOf(segment.base, number);
      if (place !== undefined) total += holders(documents, segment, place);
    }
    return total;
  };
  return { expansions: [whole, ...few], top: Math.max(0, ...pooled.values()), holding: holding(pooled, spreadOf) };
}

/** The number among the few of a word of the large base, if they have it. */
function placeOf({ known, places }: Few, term: number): number | undefined {
  const at = placeIn(known, term);
  return known[at] === term ? places[at] : undefined;
}

function* freshOf(
  { postings, fresh }: Few,
  names: boolean,
  typed: Typed,
  tags: readonly string[],
): Generator<readonly [place: number, weight: number]> {
  if (fresh === null) return;
  const { vocabulary, lexicon, places } = fresh;
  const spreadOf = (at: number): number => spread(postings, places[at] ?? 0);
  const found = withTags(expand({ vocabulary, lexicon, names, spread: spreadOf }, typed), vocabulary, tags);
  for (const [at, weight] of found) yield [places[at] ?? 0, weight];
}

function withTags(found: Expansion, vocabulary: Vocabulary, tags: readonly string[]): Expansion {
  const terms = tags.map((tag) => termOf(vocabulary, tag)).filter((term) => term >= 0);
  return terms.length === 0 ? found : new Map([...found, ...terms.map((term) => [term, 1] as const)]);
}
