import { factListCard, type FactGroup } from '../reply/cards/fact-list.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { SEARCH_OPTIONS } from './search.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

/** Facts that a source reports in its own voice are more than claims, so they are listed apart. */
const GROUPS: readonly FactGroup[] = [
  { heading: 'claim.said', holds: ({ said_by: speaker }) => speaker !== undefined },
  { heading: 'claim.own', holds: ({ said_by: speaker }) => speaker === undefined },
];

/** The search for what somebody claims: first what rests on a named speaker's word. */
export const claim = defineCommand({
  name: 'claim',
  options: SEARCH_OPTIONS,
  permission: READERS,
  queryOption: 'words',
  answer: (ask, desk) => factListCard(lookUpFacts(ask, desk, { option: 'words' }), 'claim.title', GROUPS),
  autocomplete: completeOption,
});
