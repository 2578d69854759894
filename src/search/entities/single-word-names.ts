import { isForeignCountry } from './countries.ts';
import { queryTermFrequency } from '../engine/text-index.ts';
import type { EntityHit } from '../results.ts';
import type { EntityIndexes } from './entity-indexes.ts';
import type { LookupCache } from './lookup-cache.ts';
import type { NameHit } from './name-index.ts';
import { documentFrequency } from '../engine/postings.ts';
import { isKnownWord } from '../engine/query-term.ts';
import { toEntityHit } from './suggestions.ts';
import { termId } from '../engine/term-dictionary.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Most words of a question that are searched as misspelt names: each costs as much as the rest of the question. */
export const MAX_SPELLING_GUESSES = 3;

const FEWEST_LETTERS = 3;
const SURE_ENOUGH = 0.77;
const SURNAME = 0.9;
/** A word in the names of more people than this names nobody. */
const MOST_OWNERS = 4;

/** The entity that a single word names: a person by surname or, if no fact uses the word, a misspelt name. */
export function entityForWord(
  index: EntityIndexes,
  lookups: LookupCache,
  word: Token,
  guesses: { left: number },
): EntityHit[] {
  const spelling = word.folds[0] ?? '';
  if (spelling.length < FEWEST_LETTERS || /^\d/.test(spelling)) return [];
  const { postings } = index.who.names.base;
  const term = termId(postings.vocabulary, spelling);
  const shared = term >= 0 && documentFrequency(postings, term) > MOST_OWNERS;
  const known = queryTermFrequency(index.facts.documents, word) > 0;
  if (shared || (known && term < 0) || guesses.left-- <= 0) return [];
  const isAbroad = isForeignCountry(word.raw);
  const good = (hit: NameHit): boolean =>
    hit.full &&
    !hit.weak &&
    hit.whole === 1 &&
    hit.sure >= SURE_ENOUGH &&
    (hit.way !== 'fuzzy' || !(known || isKnownWord(spelling)));
  const surname = (hit: NameHit): boolean => {
    const entity = index.who.list[hit.owner];
    const person = entity?.type === 'person' && !entity.unnamed;
    return person && hit.way === 'prefix' && hit.sure >= SURNAME && hit.full && !hit.weak;
  };
  const places = lookups.near('where', [word]).filter((hit) => good(hit) && !isAbroad(index.where, hit));
  const weak = new Set(lookups.asTyped('who', [word]).flatMap((hit) => (hit.weak ? [hit.owner] : [])));
  const people = lookups
    .near('who', [word])
    .filter((hit) => !weak.has(hit.owner) && (good(hit) || surname(hit)) && !isAbroad(index.who, hit));
  // A family name matches all who bear it, however long their other names are.
  const worth = ({ whole, sure }: NameHit): number => sure + (whole === 1 ? 1 : 0);
  const top = [...places, ...people].reduce((most, hit) => Math.max(most, worth(hit)), 0);
  const best = (hit: NameHit): boolean => worth(hit) >= top - 0.02;
  return [
    ...places.filter(best).flatMap((hit) => toEntityHit(index, 'where', hit)),
    ...people.filter(best).flatMap((hit) => toEntityHit(index, 'who', hit)),
  ];
}
