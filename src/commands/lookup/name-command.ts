import type { Fact } from '../../data/model/fact.ts';
import { memoize, memoizeByObject } from '../../memoize.ts';
import type { Card } from '../../reply/model/card.ts';
import { factsOfHits, nothingFoundCard, toSuggestion } from '../../reply/cards/answer.ts';
import { factListCard } from '../../reply/cards/fact-list.ts';
import { disambiguationCard } from '../../reply/cards/entity.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import { LANGUAGES, type Language } from '../../reply/model/language.ts';
import type { LookupResult } from '../../reply/lookup-result.ts';
import {
  findFacts,
  isQuestion,
  type EntityHit,
  type Found,
  type NameCompletion,
  type StoryIndex,
} from '../../search/story-search.ts';
import type { Ask, Choice, Command, Desk } from '../command.ts';
import type { OptionName } from '../definition/discord-definition.ts';
import { entityChoice, choiceLabel, languageFor, storyOf, optionText } from '../ask.ts';

interface NameCommandOptions<Hit extends EntityHit> {
  readonly option: OptionName;
  readonly find: (index: StoryIndex, text: string) => Found<Hit>;
  /** Other kinds to search: a place that was asked for as a person is offered, not answered. */
  readonly elsewhere: (index: StoryIndex, text: string) => Found<EntityHit>;
  readonly offer: (index: StoryIndex, text: string) => NameCompletion<EntityHit>;
  readonly show: (hit: Hit, at: Shown) => Card;
  /** Who is meant by a role in other words than the story's. */
  readonly byRole?: (index: StoryIndex, text: string) => Promise<readonly Hit[]>;
  /** Which facts answer where a question was typed instead of a name ("who threw stones"). */
  readonly tells: (fact: Fact) => boolean;
}

/** The entity to show, and the other options of the Ask. */
export interface Shown {
  readonly ask: Ask;
  readonly desk: Desk;
  readonly index: StoryIndex;
  readonly language: Language;
}

const once = (hits: readonly EntityHit[]): EntityHit[] =>
  hits.filter(({ entity }, at) => hits.findIndex((other) => other.entity === entity) === at);

const inWords = (index: StoryIndex, language: Language, asked: string, facts: readonly Fact[]): LookupResult => ({
  index,
  language,
  asked,
  facts,
  by: 'words',
  range: null,
  noSuchDay: null,
  narrowedTo: null,
  apart: false,
  related: [],
  nearest: [],
  byMeaning: false,
  lacks: null,
  suggestions: [],
});

/** Cached prefixes of one story in one language, with their choices: some 3 kB each. */
const MOST_KEPT = 500;

/** Look-up by name: shows one match, offers several, and says when there is none. */
export function nameCommand<Hit extends EntityHit>(
  naming: NameCommandOptions<Hit>,
): Required<Pick<Command, 'queryOption' | 'answer' | 'autocomplete'>> {
  // The same few prefixes are typed all day. Their choices depend on the index alone, so they are cached with it.
  const offered = memoizeByObject((index: StoryIndex) =>
    memoize(LANGUAGES.length, (language: Language) =>
      memoize(MOST_KEPT, (text: string) => choicesOf(naming, text, index, language)),
    ),
  );
  return {
    queryOption: naming.option,
    async answer(ask, desk) {
      const index = storyOf(ask, desk);
      const language = languageFor(ask);
      const asked = optionText(ask, naming.option);
      const { answers: named, suggestions } = naming.find(index, asked);
      const answers = named.length > 0 ? named : ((await naming.byRole?.(index, asked)) ?? []);
      const [first, ...others] = answers;
      if (first !== undefined && others.length === 0) return naming.show(first, { ask, desk, index, language });
      if (first !== undefined) return disambiguationCard(answers, asked, index.story, language);
      const near = findFacts(index, asked);
      const facts = factsOfHits(near.answers).filter(naming.tells);
      if (facts.length > 0 && isQuestion(index, asked))
        return factListCard(inWords(index, language, asked, facts), 'what.title');
      return nothingFoundCard(index.story, language, {
        asked,
        related: factsOfHits(near.answers),
        suggestions: once([...naming.elsewhere(index, asked).answers, ...suggestions]).map(toSuggestion),
      });
    },
    autocomplete: (typing, desk) =>
      offered(storyOf(typing, desk))(languageFor(typing))(optionText(typing, naming.option)),
  };
}

function choicesOf<Hit extends EntityHit>(
  naming: NameCommandOptions<Hit>,
  text: string,
  index: StoryIndex,
  language: Language,
): readonly Choice[] {
  const { hits, fitting } = naming.offer(index, text);
  const choices = hits.map((hit) => entityChoice(hit, index, language));
  // Discord sends the choice at the top on Enter: where a name fits several, that must not pick one of them.
  return fitting < 2
    ? choices
    : [
        { name: choiceLabel(translateText(language, 'who.all', { asked: text, n: fitting })), value: text },
        ...choices,
      ].slice(0, 25);
}
