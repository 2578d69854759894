import { stemmer } from 'stemmer';
import type { Fact, Story } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { tokenize } from '../analysis/tokenizer.ts';

/** More snippets of one fact say the same again. */
const MOST_QUOTES = 3;

/** What is encoded of a fact: its sentence, then its snippets. */
export const sentencesOf = ({ says, citations }: Fact): string[] => [
  says,
  ...citations.slice(0, MOST_QUOTES).map(({ quote }) => quote),
];

/** A word of a fact that tells something. */
export interface TellingWord {
  readonly word: string;
  readonly stem: string;
}

const stemOf = memoize(20_000, stemmer);

export const tellingWords = (texts: readonly string[]): TellingWord[] => {
  const words = texts.flatMap((text) => tokenize(text).map(({ folds: [word = ''] }) => word));
  const telling = [...new Set(words)].filter((word) => word !== '' && !isStopwordInName(word));
  return telling.map((word) => ({ word, stem: stemOf(word) }));
};

/** The words of each fact, once each: of its sentence, snippets, figure and search words, and of those whom it concerns. */
export const wordsOfFacts: (story: Story) => ReadonlyMap<Fact, readonly TellingWord[]> = memoizeByObject(
  (story) => new Map([...story.facts.values()].map((fact) => [fact, wordsOfFact(fact, story)])),
);

/** Facts of a story that changes stay the same objects; what they are called by may change with it. */
const ownWords = memoizeByObject(({ says, citations, figure, asks, words }: Fact) =>
  tellingWords([
    says,
    words ?? '',
    ...citations.slice(0, MOST_QUOTES).map(({ quote }) => quote),
    ...(figure === undefined ? [] : [figure.unit, figure.counts]),
    ...asks,
  ]),
);

function wordsOfFact(fact: Fact, { who, where }: Story): TellingWord[] {
  const ids = new Set([...fact.who, ...fact.where, ...(fact.said_by === undefined ? [] : [fact.said_by])]);
  const names = [...ids].flatMap((id) => {
    const person = who.get(id);
    return [person?.name ?? where.get(id)?.name ?? '', person?.role?.title ?? ''];
  });
  const own = ownWords(fact);
  const stems = new Set(own.map(({ stem }) => stem));
  return [...own, ...tellingWords(names).filter(({ stem }) => !stems.has(stem))];
}
