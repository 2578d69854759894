import { stemmer } from 'stemmer';
import type { Fact, Story } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import { isStopwordInName } from '../analysis/stopwords.ts';
import { tokenize } from '../analysis/tokenizer.ts';

/** Most snippets of a fact that are encoded: more repeat the same. */
const MOST_QUOTES = 3;

/** Texts of a fact to encode: its sentence, then its snippets. */
export const sentencesOf = ({ says, citations }: Fact): string[] => [
  says,
  ...citations.slice(0, MOST_QUOTES).map(({ quote }) => quote),
];

/** A content word of a fact. */
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

/** Distinct words of each fact: of its sentence, snippets, figure, keywords and entities. */
export const wordsOfFacts: (story: Story) => ReadonlyMap<Fact, readonly TellingWord[]> = memoizeByObject(
  (story) => new Map([...story.facts.values()].map((fact) => [fact, wordsOfFact(fact, story)])),
);

/** Cached per fact: facts keep their identity when a story changes, but entity names may change. */
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
