import type { Fact } from '../../data/model/fact.ts';
import { concerns, isSetIn } from '../../data/queries/fact-relations.ts';
import { isCountry } from '../entities/countries.ts';
import { asksAboutFuture, isStopwordInName } from '../analysis/stopwords.ts';
import type { StoryIndex } from './searchable-story.ts';
import type { MentionedEntities } from '../entities/entity-mentions.ts';
import { titlesIn } from '../entities/title-matcher.ts';
import type { ScoredDocument, SearchTerm } from '../engine/search-documents.ts';
import { tokenize } from '../analysis/tokenizer.ts';
import type { Token } from '../analysis/tokenizer.ts';

/** In a question with this few content words each must match: "wounded officer" does not answer "wounded soldiers". */
const FEW = 2;

/** Words that announce something. */
const AHEAD = /\b(?:will|would|until|expect(?:s|ed)?|due|plan(?:s|ned)?|scheduled|(?:is|are) to)\b/i;

/** @param hit tells which words the fact lacks. */
type Rule = (fact: Fact, hit: Pick<ScoredDocument, 'missing'>) => boolean;

/**
 * What a fact must have besides most of the words to be an answer and not merely related.
 * It must match the named places and people, something asked about them, and countries and offices outside the story.
 */
export function answerRules(
  index: StoryIndex,
  words: readonly Token[],
  mentions: MentionedEntities,
  sought: readonly SearchTerm[],
): Rule {
  const { hits } = mentions;
  const names = nameRules(index, words, mentions);
  const proper = hits.filter(({ kind, entity }) => kind === 'where' || (entity.type !== 'group' && !entity.unnamed));
  const isNamed = ({ word }: SearchTerm): boolean =>
    proper.some(({ start, end }) => word.start >= start && word.end <= end);
  const told = sought.filter((one) => !isNamed(one) && !one.saying);
  const few = sought.filter(({ saying }) => !saying).length <= FEW;
  return (fact, hit) => {
    if (few && hit.missing.some((one) => !one.saying)) return false;
    if (told.length > 0 && told.every((one) => hit.missing.includes(one))) return false;
    return names(fact, hit);
  };
}

/** The rules that also apply to facts found by meaning. */
export function nameRules(index: StoryIndex, words: readonly Token[], { hits, taken }: MentionedEntities): Rule {
  const named = [...Map.groupBy(hits, ({ start }) => start).values()].filter((fitting) =>
    fitting.every(({ kind, entity }) => kind === 'where' || (entity.type === 'person' && !entity.unnamed)),
  );
  if (words.some((word, at) => taken[at] !== true && isCountry(word.raw))) return () => false;
  const { offices: titles, byOffice } = index.roles;
  // "Ministry" is not a misspelt "minister".
  const exact = ({ folds }: Token): boolean =>
    folds.some((word) => titles.words.has(word)) || isStopwordInName(folds[0] ?? '');
  const unheld = titlesIn(titles, words).filter(
    ({ start, end, offices }) =>
      !taken.slice(start, end).includes(true) &&
      words.slice(start, end).every(exact) &&
      [...offices].every((one) => !byOffice.has(one)),
  );
  const holds = (fact: Fact): boolean => {
    const held = titlesIn(titles, tokenize(fact.says));
    return unheld.every(({ offices }) => held.some((one) => !one.offices.isDisjointFrom(offices)));
  };
  // A demand or an announcement may answer when something will happen.
  const isAhead = ({ kind, says }: Fact): boolean => kind === 'position' || AHEAD.test(says);
  const ahead = asksAboutFuture(words);
  return (fact, { missing }) => {
    if (ahead && !isAhead(fact)) return false;
    const speaks = named.every((fitting) =>
      fitting.some(({ kind, entity, start, end }) => {
        if (kind === 'who' ? concerns(fact, entity.id) : isSetIn(fact, entity.id, index.story)) return true;
        return !missing.some(({ word }) => word.start >= start && word.end <= end);
      }),
    );
    return speaks && (unheld.length === 0 || holds(fact));
  };
}
