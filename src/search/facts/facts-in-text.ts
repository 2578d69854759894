import type { Fact } from '../../data/model/fact.ts';
import { usableFacts } from '../../data/queries/fact-relations.ts';
import { sentencesOf, tellingWords } from '../meaning/fact-text.ts';
import { sentenceCosine } from '../meaning/load-encoder.ts';
import { rarity, readWordVectors } from '../meaning/word-vectors.ts';
import { namesInText } from '../entities/entity-mentions.ts';
import type { StoryIndex } from './searchable-story.ts';

/** Most characters of a text that are read: Discord's longest message. */
const MOST_LETTERS = 2000;
const MOST_SENTENCES = 24;
/** Least share of a fact's sentence, by weight, that a text must contain to report the fact. */
const TOLD = 0.6;
/** Weight of the words in the score; the encoder has the rest. */
const BY_WORDS = 0.7;

/** Links, handles and tags of a post carry no content. */
const withoutHandles = (text: string): string =>
  text
    .slice(0, MOST_LETTERS)
    .replace(/https?:\/\/\S+|www\.\S+|pic\.twitter\.com\/\S+/giu, ' ')
    .replace(/(^|[^\p{L}\p{N}])[@#]([\p{L}\p{N}_]+)/gu, (_, before: string) => `${before} `);

/**
 * Facts that a text reports, best first. The score is the share of a fact's sentence that the text contains.
 * So a long text finds a fact as a short one does.
 */
export async function factsInText(index: StoryIndex, text: string): Promise<Fact[]> {
  const { story, sentences } = index;
  const said = withoutHandles(text);
  const own = new Set(tellingWords([said]).map(({ stem }) => stem));
  if (own.size === 0) return [];
  const named = new Set(namesInText(index, said).map(({ entity }) => entity.id));
  const vectors = readWordVectors();
  const scored = usableFacts(story).map((fact) => {
    const words = tellingWords([fact.says]);
    const nameWords = namesOf(fact);
    let sum = 0;
    let total = 0;
    for (const { word, stem } of words) {
      const weight = rarity(vectors, word);
      total += weight;
      if (own.has(stem) || nameWords.has(stem)) sum += weight;
    }
    return { fact, held: total === 0 ? 0 : sum / total };
  });
  function namesOf(fact: Fact): ReadonlySet<string> {
    const ids = [...fact.who, ...fact.where].filter((id) => named.has(id));
    const names = ids.map((id) => story.who.get(id)?.name ?? story.where.get(id)?.name ?? '');
    return new Set(tellingWords(names).map(({ stem }) => stem));
  }
  const candidates = scored.filter(({ held }) => held >= TOLD / 2).toSorted((a, b) => b.held - a.held);
  const near = candidates.slice(0, MOST_SENTENCES);
  const byMeaning = await meaningOf(near.map(({ fact }) => fact));
  return near
    .map(({ fact, held }, at) => ({ fact, score: BY_WORDS * held + (1 - BY_WORDS) * (byMeaning[at] ?? held) }))
    .filter(({ score }) => score >= TOLD)
    .toSorted((a, b) => b.score - a.score)
    .map(({ fact }) => fact);

  /** Similarity of each fact to the nearest sentence of the text. */
  async function meaningOf(facts: readonly Fact[]): Promise<number[]> {
    if (sentences === null || facts.length === 0) return [];
    const texts = facts.flatMap(sentencesOf);
    const best = facts.map(() => 0);
    for (const part of partsAbout(facts)) {
      const { question, vectorOf } = await sentences.encode(part, texts);
      for (const [at, fact] of facts.entries()) {
        const [says = ''] = sentencesOf(fact);
        const vector = vectorOf(says);
        if (vector !== undefined) best[at] = Math.max(best[at] ?? 0, sentenceCosine(question, vector));
      }
    }
    return best;
  }

  /** The sentences that share most words with the facts. */
  function partsAbout(facts: readonly Fact[]): string[] {
    const stems = new Set(tellingWords(facts.map(({ says }) => says)).map(({ stem }) => stem));
    const parts = [...new Set(said.split(/(?<=[.!?…])\s+|\n+/u))].map((part) => ({
      part,
      shared: tellingWords([part]).filter(({ stem }) => stems.has(stem)).length,
    }));
    const telling = parts.filter(({ shared }) => shared > 0).toSorted((one, other) => other.shared - one.shared);
    return telling.slice(0, MOST_SENTENCES).map(({ part }) => part);
  }
}
