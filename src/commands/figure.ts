import type { Fact } from '../data/model/fact.ts';
import { listing } from '../reply/cards/fact-list.ts';
import { counting, counts } from '../search/story-search.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { storyOf, typed } from './ask.ts';
import { seek } from './lookup/look-up-facts.ts';

/** How many: the value as printed, what it counts and who counted, and every value that competes with it. */
export const figure = {
  data: declare('figure', [{ name: 'what', required: true }, { name: 'place' }, { name: 'day' }, { name: 'as_of' }]),
  query: 'what',
  answer(ask, desk) {
    const index = storyOf(ask, desk);
    const asked = counting(index, typed(ask, 'what'));
    const only = (fact: Fact): boolean => fact.figure !== undefined && asked(fact);
    // "Police" asks how many of them, before what a police force has counted.
    const foremost = counts(index, typed(ask, 'what'));
    return listing(seek(ask, desk, { option: 'what', only, foremost }), 'figure.title');
  },
  complete: completeQuery,
} satisfies Command;
