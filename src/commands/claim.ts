import { factListCard, type FactGroup } from '../reply/cards/fact-list.ts';
import type { Command } from './command.ts';
import { completeOption } from './lookup/complete-option.ts';
import { slashCommand } from './definition.ts';
import { SEARCH_OPTIONS } from './search.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

/** A claim that a source also reports in its own voice is not only a claim, so that stands apart. */
const GROUPS: readonly FactGroup[] = [
  { heading: 'claim.said', holds: ({ said_by: speaker }) => speaker !== undefined },
  { heading: 'claim.own', holds: ({ said_by: speaker }) => speaker === undefined },
];

/** The search for what somebody claims: first what rests on a named speaker's word. */
export const claim = {
  definition: slashCommand('claim', SEARCH_OPTIONS),
  queryOption: 'words',
  answer: async (ask, desk) => factListCard(await lookUpFacts(ask, desk, { option: 'words' }), 'claim.title', GROUPS),
  autocomplete: completeOption,
} satisfies Command;
