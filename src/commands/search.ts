import { KINDS, STATUSES } from '../data/fact.ts';
import { listing } from '../reply/listing.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { seek } from './seek.ts';

/** Everything in the story, best first, with counts by kind. */
export const search = {
  data: declare('search', [
    { name: 'words', required: true },
    { name: 'kind', choices: KINDS },
    { name: 'status', choices: STATUSES },
    { name: 'said_by' },
    { name: 'person' },
    { name: 'place' },
    { name: 'day' },
  ]),
  query: 'words',
  answer: (ask, desk) => listing(seek(ask, desk, { option: 'words' }), 'search.title'),
  complete: completeQuery,
} satisfies Command;
