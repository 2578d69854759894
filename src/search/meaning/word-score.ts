import type { Fact, Story } from '../../data/model/fact.ts';
import { memoizeByObject } from '../../memoize.ts';
import { toEnglish } from '../analysis/glossary.ts';
import { isEnglishWord, readThesaurus, relatedWords } from '../analysis/thesaurus.ts';
import { tellingWords, wordsOfFacts, type TellingWord } from './fact-text.ts';
import { rarity, readWordVectors, wordCosine } from './word-vectors.ts';

/** A word of a question, and the facts that hold what it names; null where it is no name. */
export interface AskedWord {
  readonly word: string;
  readonly concerned: ((fact: Fact) => boolean) | null;
}

/** Words as like as this are met everywhere. */
const FLOOR = 0.45;
/** A word that is like another is worth less than the word. */
const LIKE = 0.9;
const SYNONYM = 0.8;
/** How much of a word's weight its rarity in the story makes, and its rarity in English. */
const IN_STORY = 0.55;
const IN_ENGLISH = 0.45;

interface StoryStem {
  /** Rows of its words in the table of vectors; none of names. */
  readonly rows: Set<number>;
  /** How many facts hold it. */
  count: number;
}

/** The words of a story's facts, by their stems. */
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
 * How much of a question the words of each fact mean, 0 to 1: each word of the question is met by the nearest word of the
 * fact, and weighs by its rarity. A name is met by who bears it, and by no name that is like it.
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

/** How near each stem of a story is to a word, where it is near at all. */
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
    // Names of one kind stand in the same sentences, and are not one another.
    if (row !== undefined && isEnglishWord(word)) {
      for (const [other, { rows }] of stems) {
        for (const one of rows) raise(other, (LIKE * (wordCosine(vectors, row, one) - FLOOR)) / (1 - FLOOR));
      }
    }
    raise(stem, 1);
  }
  return near;
}
