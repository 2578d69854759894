import { listing } from '../reply/listing.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { SEARCH_OPTIONS } from './search.ts';
import { seek } from './seek.ts';

/** The search for what somebody claims: what the base says of it, with the status and the speaker of each. */
export const claim = {
  data: declare('claim', SEARCH_OPTIONS),
  query: 'words',
  answer: (ask, desk) => listing(seek(ask, desk, { option: 'words' }), 'claim.title'),
  complete: completeQuery,
} satisfies Command;
