import { KINDS, STATUSES } from '../data/model/fact.ts';
import { listing } from '../reply/cards/fact-list.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare, type Option } from './definition.ts';
import { seek } from './lookup/look-up-facts.ts';

export const SEARCH_OPTIONS = [
  { name: 'words', required: true },
  { name: 'kind', choices: KINDS },
  { name: 'status', choices: STATUSES },
  { name: 'said_by' },
  { name: 'person' },
  { name: 'place' },
  { name: 'day' },
  { name: 'as_of' },
] as const satisfies readonly Option[];

/** Everything in the story, best first, with counts by kind. */
export const search = {
  data: declare('search', SEARCH_OPTIONS),
  query: 'words',
  answer: (ask, desk) => listing(seek(ask, desk, { option: 'words' }), 'search.title'),
  complete: completeQuery,
} satisfies Command;
