import { listing, type Group } from '../reply/cards/fact-list.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { SEARCH_OPTIONS } from './search.ts';
import { seek } from './lookup/look-up-facts.ts';

/** A claim that a source also reports in its own voice is not only a claim, so that stands apart. */
const GROUPS: readonly Group[] = [
  { heading: 'claim.said', holds: ({ said_by: speaker }) => speaker !== undefined },
  { heading: 'claim.own', holds: ({ said_by: speaker }) => speaker === undefined },
];

/** The search for what somebody claims: first what rests on a named speaker's word. */
export const claim = {
  data: declare('claim', SEARCH_OPTIONS),
  query: 'words',
  answer: (ask, desk) => listing(seek(ask, desk, { option: 'words' }), 'claim.title', GROUPS),
  complete: completeQuery,
} satisfies Command;
