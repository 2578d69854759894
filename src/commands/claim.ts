import { listing } from '../reply/listing.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { seek } from './seek.ts';

/** The search, narrowed to what rests on somebody's word. */
export const claim = {
  data: declare('claim', [
    { name: 'words', required: true },
    { name: 'said_by' },
    { name: 'person' },
    { name: 'place' },
    { name: 'day' },
  ]),
  query: 'words',
  answer: (ask, desk) =>
    listing(seek(ask, desk, { option: 'words', only: ({ said_by }) => said_by !== undefined }), 'claim.title'),
  complete: completeQuery,
} satisfies Command;
