import type { Fact, Story } from '../../data/model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';
import { toEnglish } from '../analysis/glossary.ts';
import { isEnglishWord, readThesaurus, relatedWords } from '../analysis/thesaurus.ts';
import { tellingWords, wordsOfFacts, type TellingWord } from './fact-text.ts';
import { rarity, readWordVectors, wordCosine } from './word-vectors.ts';

/** A word of a question. If it names an entity, `concerned` selects the facts about it; otherwise it is null. */
export interface AskedWord {
  readonly word: string;
  readonly concerned: ((fact: Fact) => boolean) | null;
}

/** Unrelated words are this similar too: only what is above counts. */
const FLOOR = 0.45;
/** Factor for a similar word: it is worth less than the word itself. */
const LIKE = 0.9;
const SYNONYM = 0.8;
/** Weights of a word's rarity in the story and in English. */
const IN_STORY = 0.55;
const IN_ENGLISH = 0.45;

interface StoryStem {
  /** Rows of its words in the vector table; none for names. */
  readonly rows: Set<number>;
  /** Number of facts that contain it. */
  count: number;
}

/** The words of a story's facts, by stem. */
const stemsOf = memoizeByObject((story: Story) => {
  const { rows } = readWordVectors();
  const stems = new Map<string, StoryStem>();
  for (const words of wordsOfFacts(story).values()) {
    for (const { word, stem } of words) {
      const known = stems.get(stem) ?? { rows: new Set<number>(), count: 0 };
      const row = rows.get(word);
      if (row !== undefined && !known.rows.has(row) && isEnglishWord(word)) known.rows.add(row);
      known.count += 1;
      stems.set(stem, known);
    }
  }
  return stems;
});

/**
 * Share of a question that each fact's words match, 0 to 1.
 * Each word of the question takes its nearest word in the fact, weighted by rarity. A name matches its bearer only.
 */
export function wordScores(story: Story, facts: readonly Fact[], asked: readonly AskedWord[]): Float64Array {
  const stems = stemsOf(story);
  const words = wordsOfFacts(story);
  const sum = new Float64Array(facts.length);
  const most = Math.log(1 + story.facts.size);
  const vectors = readWordVectors();
  let total = 0;
  for (const { word, concerned } of asked) {
    const forms = tellingWords([word, ...(toEnglish(word) ?? [])]);
    const near = concerned === null ? nearness(forms, stems) : new Map(forms.map(({ stem }) => [stem, 1] as const));
    const holding = Math.max(0, ...forms.map(({ stem }) => stems.get(stem)?.count ?? 0));
    const weight =
      IN_STORY * (1 - Math.log(1 + holding) / most) +
      IN_ENGLISH * Math.min(...forms.map((form) => rarity(vectors, form.word)), 1);
    total += weight;
    for (const [at, fact] of facts.entries()) {
      const best = (words.get(fact) ?? []).reduce((top, { stem }) => Math.max(top, near.get(stem) ?? 0), 0);
      sum[at] = (sum[at] ?? 0) + weight * (concerned?.(fact) === true ? 1 : best);
    }
  }
  return total === 0 ? sum : sum.map((one) => one / total);
}

/** Similarity of a word to each stem of the story, above `FLOOR`. */
function nearness(forms: readonly TellingWord[], stems: ReadonlyMap<string, StoryStem>): ReadonlyMap<string, number> {
  const vectors = readWordVectors();
  const near = new Map<string, number>();
  const raise = (stem: string, to: number): void => {
    if (to > (near.get(stem) ?? 0)) near.set(stem, to);
  };
  for (const { word, stem } of forms) {
    for (const synonym of relatedWords(readThesaurus(), word)?.synonyms ?? [])
      for (const form of tellingWords([synonym])) raise(form.stem, SYNONYM);
    const row = vectors.rows.get(word);
    // Names of one kind appear in similar contexts but are not synonyms.
    if (row !== undefined && isEnglishWord(word)) {
      for (const [other, { rows }] of stems) {
        for (const one of rows) raise(other, (LIKE * (wordCosine(vectors, row, one) - FLOOR)) / (1 - FLOOR));
      }
    }
    raise(stem, 1);
  }
  return near;
}
