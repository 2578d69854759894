import type { Fact } from '../../data/model/fact.ts';
import { readQuery } from '../analysis/read-query.ts';
import { isStopwordInName, LINK_WORDS } from '../analysis/stopwords.ts';
import { searchForm } from '../analysis/folding.ts';
import type { StoryIndex } from './searchable-story.ts';
import { expandQueryTerm } from '../engine/expand-query-term.ts';
import { toQueryTerm } from '../engine/query-term.ts';
import { termText } from '../engine/term-dictionary.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** Words that ask for the number of what follows. */
const HOW_MANY = new Set(
  'many number koliko broj wieviel viele anzahl combien nombre πόσοι πόσες πόσα'.split(' ').map(searchForm),
);
/**
 * The counted thing ends here: "Serbs gathered
 * outside the town hall".
 */
const FURTHER = /\s(?:in|of|at|on|outside|inside|near|to|from|by|with|whose|who|which|compared)\s/u;
const asksHowMany = (phrase: string): boolean => tokenize(phrase).some(({ folds: [word = ''] }) => HOW_MANY.has(word));
/** Tells whether a question asks how many. */
export const isCountingQuestion = (words: readonly Token[]): boolean =>
  words.some(({ folds }, at) => folds.some((word) => HOW_MANY.has(word)) && !(at > 0 && isName(words[at - 1])));
const isName = (word: Token | undefined): boolean => NAME_BEFORE.has(word?.folds[0] ?? '');
/** "Case number", "phone number": an identifier, not a count. */
const NAME_BEFORE = new Set('case phone flight account serial'.split(' '));
/** Least similarity of two words for the same thing. */
const MEANS = 0.45;

/**
 * Passes facts whose figure counts what was asked. People outside a town hall don't answer "how many town halls".
 * Everything passes if the question asks for nothing countable.
 */
export function figureFilter(index: StoryIndex, typed: string): (fact: Fact) => boolean {
  const { words } = readQuery(typed);
  const at = words.findIndex(({ folds }) => folds.some((word) => HOW_MANY.has(word)));
  return (at < 0 ? null : counted(index, words.slice(at + 1))) ?? (() => true);
}

/** Passes facts whose figure counts the named thing: for "police", officers and cars, not what the police counted. */
export const countsEntity = (index: StoryIndex, typed: string): ((fact: Fact) => boolean) =>
  counted(index, readQuery(typed).words) ?? (() => false);

/** null if the words don't begin with a countable thing. */
function counted(index: StoryIndex, words: readonly Token[]): ((fact: Fact) => boolean) | null {
  const thing = words.find(({ folds }) => !LINK_WORDS.has(folds[0] ?? ''));
  // "How many had to leave" names no countable thing.
  if (thing === undefined || isStopwordInName(thing.folds[0] ?? '')) return null;
  const first = meaningsOf(index, thing);
  if (first.size === 0) return null;
  const next = words[words.indexOf(thing) + 1];
  const second = next === undefined || isStopwordInName(next.folds[0] ?? '') ? null : meaningsOf(index, next);
  const has = (fact: Fact, meant: ReadonlySet<string>): boolean =>
    countedBy(fact).some(({ folds }) => folds.some((word) => meant.has(word)));
  // "Police cars" counts cars if some figure does; "Serbs live" counts Serbs.
  const facts = [...index.story.facts.values()];
  const both = second !== null && facts.some((fact) => has(fact, first) && has(fact, second));
  return (fact) => has(fact, first) && (!both || second === null || has(fact, second));
}

/** Words of the index that a word may mean. */
function meaningsOf({ facts: { documents } }: StoryIndex, word: Token): Set<string> {
  const { expansion } = expandQueryTerm(documents, toQueryTerm(word, { open: false, thesaurus: documents.thesaurus }));
  return new Set(
    [...expansion].flatMap(([term, weight]) =>
      weight >= MEANS ? [termText(documents.postings.vocabulary, term)] : [],
    ),
  );
}

/** What the figure of a fact counts, in its own words and in its "how many" keywords. */
function countedBy({ figure, asks }: Fact): Token[] {
  if (figure === undefined) return [];
  const [things = ''] = figure.counts.split(FURTHER);
  return tokenize([things, figure.unit, ...asks.filter(asksHowMany)].join(' '));
}
