import type { Fact, Story } from '../../data/model/fact.ts';
import { concerns, isSetIn, usableFacts } from '../../data/queries/fact-relations.ts';
import { readQuery } from '../analysis/read-query.ts';
import { isReportingVerb, isStopwordInName } from '../analysis/stopwords.ts';
import { mentionsIn, type EntityMention, type MentionedEntities } from '../entities/entity-mentions.ts';
import { sentencesOf } from '../meaning/fact-text.ts';
import { sentenceCosine } from '../meaning/load-encoder.ts';
import type { SentenceVectors } from '../meaning/sentence-vectors.ts';
import { wordScores } from '../meaning/word-score.ts';
import type { AskedKind, FactHit, Found, FoundFacts } from '../results.ts';
import type { Token } from '../analysis/tokenizer.ts';
import { nameRules } from './answer-rules.ts';
import { askedKind, holdsKind } from './asked-kind.ts';
import { findFacts } from './find-facts.ts';
import type { StoryIndex } from './searchable-story.ts';

/** Largest story whose facts are encoded: 10,000 take about five minutes. Larger ones are searched by words and names. */
const MOST_FACTS = 10_000;
export const isEncoded = ({ facts }: Story): boolean => facts.size <= MOST_FACTS;

const MOST_NEAREST = 3;

/** Facts that answer a question: by words and names first, then by meaning. Facts that the filter rejects are ignored. */
export async function searchFacts(
  index: StoryIndex,
  typed: string,
  filter: (fact: Fact) => boolean = () => true,
): Promise<FoundFacts> {
  const byWords = findFacts(index, typed, filter);
  const none: FoundFacts = { ...byWords, nearest: [], byMeaning: false, lacks: null };
  const hasAnswer = byWords.answers.length > 0;
  const { words } = readQuery(typed);
  const kind = askedKind(words);
  if (hasAnswer ? kind === null : index.sentences === null || !isEncoded(index.story)) return none;
  const mentions = mentionsIn(index, words);
  const named = new Set(mentions.hits.map(({ entity }) => entity.id));
  const holds = ({ fact }: FactHit): boolean => kind === null || holdsKind(fact, kind, named, index.story);
  if (hasAnswer) return byWords.answers.some(holds) ? none : lacking(byWords, byWords.answers, kind);
  const all = await rankByMeaning(index, { typed, words, mentions, kind });
  const ranked = all.filter(({ fact }) => filter(fact));
  const [best] = ranked;
  const sure = best === undefined ? -Infinity : confidence(best, all, words.length);
  const near = ranked
    .slice(0, MOST_NEAREST)
    .filter(({ score }) => score >= (best?.score ?? 0) - BESIDE_BEST)
    .map(({ fact, score }): FactHit => ({ fact, score, sure: score }));
  const retracted = byWords.related.filter(({ fact }) => fact.status === 'retracted');
  if (sure < NEAREST) return { ...none, related: retracted };
  if (!near.some(holds)) return lacking(byWords, near, kind);
  if (sure < ANSWERS || !saysWhatIsAsked(index, near[0]?.fact, words, mentions))
    return { ...none, related: retracted, nearest: near };
  const answers = near.filter((hit) => holds(hit) && hit.score >= (best?.score ?? 0) - AS_GOOD);
  return { ...none, answers, related: near.filter((hit) => !answers.includes(hit)), byMeaning: true };
}

const lacking = (found: Found<FactHit>, near: readonly FactHit[], lacks: AskedKind | null): FoundFacts => ({
  ...found,
  answers: [],
  related: near.slice(0, MOST_NEAREST),
  nearest: [],
  byMeaning: false,
  lacks,
});

/** Tells whether a fact matches more than the names: a fact about a company need not say who owns it. */
function saysWhatIsAsked(
  { story }: StoryIndex,
  fact: Fact | undefined,
  words: readonly Token[],
  { taken }: MentionedEntities,
): boolean {
  const asked = words.flatMap(({ folds: [word = ''] }, at) =>
    taken[at] === true || isStopwordInName(word) ? [] : [{ word, concerned: null }],
  );
  return fact !== undefined && (asked.length === 0 || (wordScores(story, [fact], asked)[0] ?? 0) >= ASKED);
}
const ASKED = 0.3;

interface ReadQuestion {
  readonly typed: string;
  readonly words: readonly Token[];
  readonly mentions: MentionedEntities;
  readonly kind: AskedKind | null;
}

/**
 * Logistic regression that separates answers from misses.
 * Inputs: matched share of the question, the encoder's lead of the best fact over the story, and its lead over the second.
 * A one-word question is weak evidence. DESIGN.md has the curve.
 */
const GATE = { base: -4.2, words: 7, stands: 8.4, margin: 4.2, oneWord: -2.5 };
/**
 * Least confidence of an answer. On the fitted questions, all that passed had the answer first; 1 in 90 without an answer
 * passed.
 */
const ANSWERS = 3;
/** Even odds that a right fact is among the first three. Below this nothing is shown. */
const NEAREST = 0;
/** Largest score difference between the best fact and a related one. */
const BESIDE_BEST = 0.5;
const AS_GOOD = 0.08;

/** @param all facts about the named entities, best first, including those of another kind than asked. */
function confidence(best: RankedFact, all: readonly RankedFact[], words: number): number {
  const second = all.find((one) => one !== best);
  const mean = all.reduce((sum, { bySentence }) => sum + bySentence, 0) / all.length;
  return (
    GATE.base +
    GATE.words * best.byWords +
    GATE.stands * (best.bySentence - mean) +
    GATE.margin * (best.score - (second?.score ?? 0)) +
    (words === 1 ? GATE.oneWord : 0)
  );
}

/** Similarity of a fact and a question, each 0 to 1. */
interface Nearness {
  readonly fact: Fact;
  /** By words of similar meaning. */
  readonly byWords: number;
  /** By the meaning of whole sentences. */
  readonly bySentence: number;
  /** 1 if the fact holds the number, name, reason or day asked for; -1 if not. */
  readonly kind: number;
}

interface RankedFact extends Nearness {
  readonly score: number;
}

/** The meaning of the sentence is stronger evidence than its words; both together are strongest. */
const WEIGHTS = { bySentence: 1.2, byWords: 1, kind: 0.1 };

/** Weight of the fact's sentence; its snippet has the rest. */
const SAYS = 0.6;

async function rankByMeaning(index: StoryIndex, { typed, words, mentions, kind }: ReadQuestion): Promise<RankedFact[]> {
  const { story } = index;
  const telling = tellingOf(words, mentions);
  const fits = nameRules(index, words, mentions);
  const missing = telling.map((word) => ({
    word,
    open: false,
    tags: [],
    saying: isReportingVerb(word.folds[0] ?? ''),
  }));
  const facts = usableFacts(story).filter((fact) => fits(fact, { missing }));
  if (facts.length === 0 || telling.length === 0 || index.sentences === null) return [];
  const named = new Set(mentions.hits.map(({ entity }) => entity.id));
  const means = wordScores(
    story,
    facts,
    telling.map((word) => ({ word: word.folds[0] ?? '', concerned: concernedBy(index, word, mentions.hits) })),
  );
  const said = await sentenceScores(index.sentences, typed, facts);
  const ranked = facts.map((fact, at): RankedFact => {
    const near = {
      byWords: means[at] ?? 0,
      bySentence: said[at] ?? 0,
      kind: kind === null ? 0 : holdsKind(fact, kind, named, story) ? 1 : -1,
    };
    const score = WEIGHTS.byWords * near.byWords + WEIGHTS.bySentence * near.bySentence + WEIGHTS.kind * near.kind;
    return { fact, ...near, score };
  });
  return ranked.toSorted((a, b) => b.score - a.score);
}

const tellingOf = (words: readonly Token[], { taken }: MentionedEntities): Token[] =>
  words.filter(({ folds: [word = ''] }, at) => taken[at] === true || !isStopwordInName(word));

/** Tells whether a fact concerns the entity that a word names; null if the word names none. */
function concernedBy(
  { story }: StoryIndex,
  { start, end }: Token,
  hits: readonly EntityMention[],
): ((fact: Fact) => boolean) | null {
  const named = hits.filter((hit) => start >= hit.start && end <= hit.end);
  if (named.length === 0) return null;
  return (fact) =>
    named.some(({ kind, entity }) => (kind === 'who' ? concerns(fact, entity.id) : isSetIn(fact, entity.id, story)));
}

async function sentenceScores(sentences: SentenceVectors, typed: string, facts: readonly Fact[]): Promise<number[]> {
  const texts = facts.map(sentencesOf);
  const { question, vectorOf } = await sentences.encode(typed, texts.flat());
  return texts.map(([says = '', ...quotes]) => {
    const near = (text: string): number => {
      const vector = vectorOf(text);
      return vector === undefined ? 0 : sentenceCosine(question, vector);
    };
    return SAYS * near(says) + (1 - SAYS) * Math.max(...quotes.map(near), 0);
  });
}
