import type { Fact } from '../data/model/fact.ts';
import { factListCard } from '../reply/cards/fact-list.ts';
import { noQuotesCard } from '../reply/cards/fact-list.ts';
import { entityMentions } from '../search/story-search.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { storyOf, optionText } from './ask.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

const isQuote = (fact: Fact): boolean => fact.kind === 'quote' || fact.words !== undefined;

/** Quotes of a speaker, or the speaker of a quote. */
export const quote = defineCommand({
  name: 'quote',
  options: [{ name: 'words' }, { name: 'who' }, { name: 'day' }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'words',
  async answer(ask, desk) {
    const sought = await lookUpFacts(ask, desk, { option: 'words', only: isQuote });
    if (sought.facts.length > 0) return factListCard(sought, 'quote.title');
    const { hits, rest } = entityMentions(storyOf(ask, desk), optionText(ask, 'words') || optionText(ask, 'who'));
    const [speaker] = hits;
    return speaker === undefined || rest !== '' ? factListCard(sought, 'quote.title') : noQuotesCard(speaker, sought);
  },
  autocomplete: completeOption,
});
