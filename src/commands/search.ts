import { KINDS, STATUSES } from '../data/model/fact.ts';
import { factListCard } from '../reply/cards/fact-list.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import type { Option } from './definition/discord-definition.ts';
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
export const search = defineCommand({
  name: 'search',
  options: SEARCH_OPTIONS,
  permission: READERS,
  queryOption: 'words',
  answer: async (ask, desk) => factListCard(await lookUpFacts(ask, desk, { option: 'words' }), 'search.title'),
  autocomplete: completeOption,
});
