import type { Fact, Story } from '../data/fact.ts';
import { buildBase } from './base.ts';
import type { Base } from './base.ts';
import type { Doc } from './postings.ts';
import type { Thesaurus } from './synonyms.ts';
import { termOf } from './vocabulary.ts';
import type { Word } from './words.ts';

/** The facts of a story made searchable, in the order of its files. */
export interface FactBase {
  readonly list: readonly Fact[];
  readonly base: Base;
  /** Their numbers, newest first. */
  readonly byDate: readonly number[];
}

/** says · exact words, figure and snippets · asks · house names of those concerned */
const FIELDS = [
  { weight: 1, b: 0.6 },
  { weight: 0.4, b: 0.6 },
  { weight: 0.7, b: 0.4 },
  { weight: 0.4, b: 0.4 },
];

/** Tags stand for whom and what a fact names, so that a name in any spelling finds it. `@` is no letter of a fold. */
export const nameTag = (id: string): string => `@${id}`;
export const speakerTag = (id: string): string => `@@${id}`;

function docOf(fact: Fact, nameOf: (id: string) => string): Doc {
  const { figure } = fact;
  const ids = [...fact.who, ...fact.where, ...[fact.said_by, fact.told].filter((id) => id !== undefined)];
  return {
    fields: [
      [fact.says],
      [
        fact.words ?? '',
        ...fact.citations.map(({ quote }) => quote),
        ...(figure ? [figure.value, figure.unit, figure.counts] : []),
      ],
      fact.asks,
      [...new Set(ids)].map(nameOf),
    ],
    tags: [...new Set(ids)].map(nameTag).concat(fact.said_by === undefined ? [] : [speakerTag(fact.said_by)]),
  };
}

export function buildFacts(story: Story, thesaurus: Thesaurus): FactBase {
  const list = [...story.facts.values()];
  const nameOf = (id: string): string => (story.who.get(id) ?? story.where.get(id))?.name ?? '';
  const docs = list.map((fact) => docOf(fact, nameOf));
  const date = (at: number): string => list[at]?.when ?? '';
  return {
    list,
    base: buildBase(docs, FIELDS, false, thesaurus),
    byDate: list.map((_, at) => at).toSorted((a, b) => (date(b) > date(a) ? 1 : date(b) < date(a) ? -1 : a - b)),
  };
}

/** Whether a fact uses this very word. */
export const isKnownWord = ({ base }: FactBase, word: Word): boolean =>
  word.folds.some((spelling) => termOf(base.postings.vocabulary, spelling) >= 0);
