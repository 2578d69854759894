import type { Fact } from '../data/model/fact.ts';
import { factListCard } from '../reply/cards/fact-list.ts';
import { figureFilter, countsEntity } from '../search/story-search.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { storyOf, optionText } from './ask.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

/** How many: the value as printed, what it counts and who counted, and every value that competes with it. */
export const figure = defineCommand({
  name: 'figure',
  options: [{ name: 'what', required: true }, { name: 'place' }, { name: 'day' }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'what',
  async answer(ask, desk) {
    const index = storyOf(ask, desk);
    const asked = figureFilter(index, optionText(ask, 'what'));
    const only = (fact: Fact): boolean => fact.figure !== undefined && asked(fact);
    // "Police" asks how many of them, before what a police force has counted.
    const foremost = countsEntity(index, optionText(ask, 'what'));
    return factListCard(await lookUpFacts(ask, desk, { option: 'what', only, foremost }), 'figure.title');
  },
  autocomplete: completeOption,
});
