import type { Fact } from '../data/fact.ts';
import { asked } from './asked.ts';
import { expandWord } from './base.ts';
import { segmentsOf } from './documents.ts';
import { isFiller } from './fillers.ts';
import { fold } from './fold.ts';
import type { StoryIndex } from './found.ts';
import { wordAt } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** What asks for a number of the thing that follows. */
const HOW_MANY = new Set(
  'many number koliko broj wieviel viele anzahl combien nombre πόσοι πόσες πόσα'.split(' ').map(fold),
);
/** What is counted ends here: "Serbs gathered | outside the town hall". */
const FURTHER = /\s(?:in|of|at|on|outside|inside|near|to|from|by|with|whose|who|which|compared)\s/u;
const asksHowMany = (phrase: string): boolean => wordsOf(phrase).some(({ folds: [word = ''] }) => HOW_MANY.has(word));
/** Below this a word of the base is another one. */
const MEANS = 0.45;

/**
 * Passes the facts whose figure counts what was asked for. "How many town halls" is not answered by how many people stood
 * outside one. Everything passes where nothing countable was asked for.
 */
export function counting(index: StoryIndex, typed: string): (fact: Fact) => boolean {
  const { words } = asked(typed);
  const at = words.findIndex(({ folds }) => folds.some((word) => HOW_MANY.has(word)));
  const thing = at < 0 ? undefined : words.slice(at + 1).find(({ folds }) => !isFiller(folds[0] ?? ''));
  if (thing === undefined) return () => true;
  const { documents } = index.facts;
  const meant = new Set(
    segmentsOf(documents).flatMap(({ base }) => {
      const expansion = expandWord(base, thing, { open: false, thesaurus: documents.thesaurus });
      return [...expansion].flatMap(([term, weight]) =>
        weight >= MEANS ? [wordAt(base.postings.vocabulary, term)] : [],
      );
    }),
  );
  if (meant.size === 0) return () => true;
  return ({ figure, asks }) => {
    if (figure === undefined) return false;
    const [counted = ''] = figure.counts.split(FURTHER);
    const text = [counted, figure.unit, ...asks.filter(asksHowMany)].join(' ');
    return wordsOf(text).some(({ folds }) => folds.some((word) => meant.has(word)));
  };
}
