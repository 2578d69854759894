import { KINDS, STATUSES } from '../data/model/fact.ts';
import { factListCard } from '../reply/cards/fact-list.ts';
import type { Command } from './command.ts';
import { completeOption } from './lookup/complete-option.ts';
import { slashCommand, type Option } from './definition.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

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
  definition: slashCommand('search', SEARCH_OPTIONS),
  queryOption: 'words',
  answer: async (ask, desk) => factListCard(await lookUpFacts(ask, desk, { option: 'words' }), 'search.title'),
  autocomplete: completeOption,
} satisfies Command;
