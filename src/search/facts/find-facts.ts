import type { Fact } from '../../data/model/fact.ts';
import { asked } from '../analysis/read-query.ts';
import { countedWords } from './number-terms.ts';
import { uses } from '../engine/segments.ts';
import { factAt } from './fact-index.ts';
import type { EntityHit, FactHit, Found } from '../results.ts';
import type { StoryIndex } from './searchable-story.ts';
import { makeLookups } from '../entities/lookup-cache.ts';
import { namedIn } from '../entities/entity-mentions.ts';
import type { Mention } from '../entities/entity-mentions.ts';
import { byPhrase } from '../engine/phrase-boost.ts';
import { searchDocuments } from '../engine/search-segments.ts';
import type { Searched, Sought } from '../engine/search-segments.ts';
import { answering } from './answer-rules.ts';
import { isOpen, soughtIn } from './query-terms.ts';
import { entityHit } from '../entities/suggestions.ts';

/** A fact answers when this share of what the question's words tell is found in it; with less it is merely near. */
const ANSWERS = 0.52;
/** And at least this share of what the best one holds. */
const BESIDE_BEST = 0.6;
const NEAR = 0.25;
/** What is not for publication stands behind what is, unless it alone is meant. */
const DOUBTED = 0.95;

/** Facts that answer a question, best first. Facts that the filter does not pass are as good as absent. */
export function findFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Found<FactHit> {
  const { text, words: typedWords } = asked(typed);
  const words = countedWords(text, typedWords);
  const { documents } = index.facts;
  const named = namedIn(index, words);
  const question = soughtIn(documents, words, named, isOpen(text));
  if (question.sought.length === 0) return { answers: [], related: [], suggestions: [] };
  const wanted = (doc: number): boolean => {
    const fact = factAt(index.facts, doc);
    return fact !== undefined && filter(fact);
  };
  const textOf = (doc: number): string => factAt(index.facts, doc)?.says ?? '';
  const ranked = byPhrase(words, searchDocuments(documents, question, wanted), textOf);
  // What is said of Hetemi is near to what Hetemi said, and no more.
  const speaks = question.sought.some(({ saying }) => saying) ? saidBy(index, named.hits) : () => true;
  const fits = answering(index, words, named, question.sought);
  const { answers, related } = split(index, ranked, (fact, hit) => speaks(fact) && fits(fact, hit));
  return { answers, related, suggestions: answers.length > 0 ? [] : namesLike(index, question.sought) };
}

const MOST_SUGGESTIONS = 3;
/** A name of which less fits is another one. */
const LIKE = 0.6;

/** Names that are like the words of a question that no fact has. */
function namesLike(index: StoryIndex, sought: readonly Sought[]): EntityHit[] {
  const lookups = makeLookups(index);
  const unknown = sought.filter(({ word, tags }) => tags.length === 0 && uses(index.facts.documents, word) === 0);
  const hits = unknown.slice(0, MOST_SUGGESTIONS).flatMap(({ word }) =>
    (['who', 'where'] as const).flatMap((kind) => {
      const near = lookups.near(kind, [word]).filter((hit) => hit.full && hit.sure >= LIKE);
      return near.slice(0, 1).flatMap((hit) => entityHit(index, kind, hit));
    }),
  );
  return hits.toSorted((a, b) => b.score - a.score).slice(0, MOST_SUGGESTIONS);
}

/** Whether a fact rests on the word of one who was named or who speaks for it, was told to one, or is what they are for or against. */
function saidBy({ story }: StoryIndex, hits: readonly Mention[]): (fact: Fact) => boolean {
  const ids = new Set(hits.map(({ entity }) => entity.id));
  const isNamed = (id: string | undefined): boolean => id !== undefined && ids.has(id);
  return ({ said_by: speaker, told, kind, who }) =>
    isNamed(told) ||
    (speaker === undefined && kind === 'position' && who.some(isNamed)) ||
    (speaker !== undefined && (isNamed(speaker) || isNamed(story.who.get(speaker)?.role?.of)));
}

function split(
  { facts }: StoryIndex,
  ranked: readonly Searched[],
  isMeant: (fact: Fact, hit: Searched) => boolean,
): Pick<Found<FactHit>, 'answers' | 'related'> {
  const top = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const answers: FactHit[] = [];
  const related: FactHit[] = [];
  const known = ranked.flatMap((hit) => {
    const fact = factAt(facts, hit.doc);
    const part = fact?.status === 'unverified' ? DOUBTED : 1;
    return fact === undefined ? [] : [{ fact, hit, coverage: hit.coverage, score: hit.score * part }];
  });
  for (const { fact, hit, score, coverage } of known.toSorted((a, b) => b.score - a.score)) {
    const fits = coverage >= ANSWERS && coverage >= top * BESIDE_BEST && isMeant(fact, hit);
    if (fits && fact.status !== 'retracted') answers.push({ fact, score, sure: coverage });
    else if (coverage >= NEAR) related.push({ fact, score, sure: coverage });
  }
  return { answers, related };
}
