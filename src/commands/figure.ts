import { listing } from '../reply/listing.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { seek } from './seek.ts';

/** How many: the value as printed, what it counts and who counted, and every value that competes with it. */
export const figure = {
  data: declare('figure', [{ name: 'what', required: true }, { name: 'place' }, { name: 'day' }]),
  query: 'what',
  answer: (ask, desk) =>
    listing(seek(ask, desk, { option: 'what', only: (fact) => fact.figure !== undefined }), 'figure.title'),
  complete: completeQuery,
} satisfies Command;
