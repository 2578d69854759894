import type { Fact } from '../data/fact.ts';
import { listing } from '../reply/listing.ts';
import { counting, counts } from '../search/find.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { storyOf, typed } from './desk.ts';
import { seek } from './seek.ts';

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
