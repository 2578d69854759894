import type { Fact } from '../../data/model/fact.ts';
import { readQuery } from '../analysis/read-query.ts';
import { queryNumbers } from './number-terms.ts';
import { queryTermFrequency } from '../engine/text-index.ts';
import { factAt } from './fact-index.ts';
import type { EntityHit, FactHit, Found } from '../results.ts';
import type { StoryIndex } from './searchable-story.ts';
import { createLookupCache } from '../entities/lookup-cache.ts';
import { mentionsIn } from '../entities/entity-mentions.ts';
import type { EntityMention } from '../entities/entity-mentions.ts';
import { boostPhrases } from '../engine/phrase-boost.ts';
import { searchDocuments } from '../engine/search-documents.ts';
import type { ScoredDocument, SearchTerm } from '../engine/search-documents.ts';
import { answerRules } from './answer-rules.ts';
import { isUnfinished, queryTerms } from './query-terms.ts';
import { toEntityHit } from '../entities/suggestions.ts';

/** A fact answers when this share of what the question's words tell is found in it; with less it is merely near. */
const ANSWER_THRESHOLD = 0.52;
/** And at least this share of what the best one holds. */
const BESIDE_BEST = 0.6;
const RELATED_THRESHOLD = 0.25;
/** What is not for publication stands behind what is, unless it alone is meant. */
const UNVERIFIED_PENALTY = 0.95;

/** Facts that answer a question, best first. Facts that the filter does not pass are as good as absent. */
export function findFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Found<FactHit> {
  const { text, words: typedWords } = readQuery(typed);
  const words = queryNumbers(text, typedWords);
  const { documents } = index.facts;
  const named = mentionsIn(index, words);
  const question = queryTerms(documents, words, named, isUnfinished(text));
  if (question.sought.length === 0) return { answers: [], related: [], suggestions: [] };
  const wanted = (doc: number): boolean => {
    const fact = factAt(index.facts, doc);
    return fact !== undefined && filter(fact);
  };
  const textOf = (doc: number): string => factAt(index.facts, doc)?.says ?? '';
  const ranked = boostPhrases(words, searchDocuments(documents, question, wanted), textOf);
  // What is said of Hetemi is near to what Hetemi said, and no more.
  const speaks = question.sought.some(({ saying }) => saying) ? saidBySpeaker(index, named.hits) : () => true;
  const fits = answerRules(index, words, named, question.sought);
  const { answers, related } = splitByConfidence(index, ranked, (fact, hit) => speaks(fact) && fits(fact, hit));
  return { answers, related, suggestions: answers.length > 0 ? [] : similarNames(index, question.sought) };
}

const MOST_SUGGESTIONS = 3;
/** A name of which less fits is another one. */
const LIKE = 0.6;

/** Names that are like the words of a question that no fact has. */
function similarNames(index: StoryIndex, sought: readonly SearchTerm[]): EntityHit[] {
  const lookups = createLookupCache(index);
  const unknown = sought.filter(
    ({ word, tags }) => tags.length === 0 && queryTermFrequency(index.facts.documents, word) === 0,
  );
  const hits = unknown.slice(0, MOST_SUGGESTIONS).flatMap(({ word }) =>
    (['who', 'where'] as const).flatMap((kind) => {
      const near = lookups.near(kind, [word]).filter((hit) => hit.full && hit.sure >= LIKE);
      return near.slice(0, 1).flatMap((hit) => toEntityHit(index, kind, hit));
    }),
  );
  return hits.toSorted((a, b) => b.score - a.score).slice(0, MOST_SUGGESTIONS);
}

/** Whether a fact rests on the word of one who was named or who speaks for it, was told to one, or is what they are for or against. */
function saidBySpeaker({ story }: StoryIndex, hits: readonly EntityMention[]): (fact: Fact) => boolean {
  const ids = new Set(hits.map(({ entity }) => entity.id));
  const isNamed = (id: string | undefined): boolean => id !== undefined && ids.has(id);
  return ({ said_by: speaker, told, kind, who }) =>
    isNamed(told) ||
    (speaker === undefined && kind === 'position' && who.some(isNamed)) ||
    (speaker !== undefined && (isNamed(speaker) || isNamed(story.who.get(speaker)?.role?.of)));
}

function splitByConfidence(
  { facts }: StoryIndex,
  ranked: readonly ScoredDocument[],
  isMeant: (fact: Fact, hit: ScoredDocument) => boolean,
): Pick<Found<FactHit>, 'answers' | 'related'> {
  const top = ranked.reduce((most, { coverage }) => Math.max(most, coverage), 0);
  const answers: FactHit[] = [];
  const related: FactHit[] = [];
  const known = ranked.flatMap((hit) => {
    const fact = factAt(facts, hit.doc);
    const part = fact?.status === 'unverified' ? UNVERIFIED_PENALTY : 1;
    return fact === undefined ? [] : [{ fact, hit, coverage: hit.coverage, score: hit.score * part }];
  });
  for (const { fact, hit, score, coverage } of known.toSorted((a, b) => b.score - a.score)) {
    const fits = coverage >= ANSWER_THRESHOLD && coverage >= top * BESIDE_BEST && isMeant(fact, hit);
    if (fits && fact.status !== 'retracted') answers.push({ fact, score, sure: coverage });
    else if (coverage >= RELATED_THRESHOLD) related.push({ fact, score, sure: coverage });
  }
  return { answers, related };
}
