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

/** Least share of the question's word weight that an answer contains; with less the fact is only related. */
const ANSWER_THRESHOLD = 0.52;
/** And least share of the best answer's score. */
const BESIDE_BEST = 0.6;
const RELATED_THRESHOLD = 0.25;
/** Ranks unpublishable facts just below publishable ones. */
const UNVERIFIED_PENALTY = 0.95;

/** Facts that answer a question, best first. Facts that the filter rejects are ignored. */
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
  // Statements about Hetemi are related to "what did Hetemi say", but no answer.
  const speaks = question.sought.some(({ saying }) => saying) ? saidBySpeaker(index, named.hits) : () => true;
  const fits = answerRules(index, words, named, question.sought);
  const { answers, related } = splitByConfidence(index, ranked, (fact, hit) => speaks(fact) && fits(fact, hit));
  return { answers, related, suggestions: answers.length > 0 ? [] : similarNames(index, question.sought) };
}

const MOST_SUGGESTIONS = 3;
/** Least match of a similar name. */
const LIKE = 0.6;

/** Names similar to words of the question that no fact contains. */
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

/** Tells whether a named entity, or its speaker, said the fact or heard it, or is what the fact is for or against. */
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
