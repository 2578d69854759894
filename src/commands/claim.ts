import { factListCard, type FactGroup } from '../reply/cards/fact-list.ts';
import { claimedCard } from '../reply/cards/claimed.ts';
import type { Card } from '../reply/model/card.ts';
import { factsInText } from '../search/story-search.ts';
import type { Ask, Desk } from './command.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { SEARCH_OPTIONS } from './search.ts';
import { languageFor, optionText, storyOf } from './ask.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

/** Facts that a source reports in its own voice are more than claims, so they are listed apart. */
const GROUPS: readonly FactGroup[] = [
  { heading: 'claim.said', holds: ({ said_by: speaker }) => speaker !== undefined },
  { heading: 'claim.own', holds: ({ said_by: speaker }) => speaker === undefined },
];

const [, ...FILTERS] = SEARCH_OPTIONS;

/** The search for what somebody claims: first what rests on a named speaker's word. A whole post goes into `text`. */
export const claim = defineCommand({
  name: 'claim',
  options: [{ name: 'words' }, { name: 'text', about: 'post', long: true }, ...FILTERS],
  permission: READERS,
  queryOption: 'words',
  // A post is too long for the ids of buttons.
  notRepeatable: { option: 'text' },
  message: { name: 'claim', options: (text) => ({ text }) },
  answer: async (ask, desk) =>
    optionText(ask, 'text') === ''
      ? factListCard(await lookUpFacts(ask, desk, { option: 'words' }), 'claim.title', GROUPS)
      : claimsOf(ask, desk),
  autocomplete: completeOption,
});

/** What of a post the base has already, and what the base contradicts: as the check of a draft finds it, and by its words. */
async function claimsOf(ask: Ask, desk: Desk): Promise<Card> {
  const index = storyOf(ask, desk);
  const text = optionText(ask, 'text');
  const checks = await desk.checking.check(index, text, { now: ask.now });
  const idsOf = (...verdicts: readonly string[]): Set<string> =>
    new Set(checks.filter(({ verdict }) => verdicts.includes(verdict)).flatMap(({ facts }) => facts));
  const differing = idsOf('differs');
  const agreeing = idsOf('agrees', 'agrees in part', 'attributed only');
  const told = await factsInText(index, text);
  const repeats = new Set([...agreeing, ...told.map(({ id }) => id)].filter((id) => !differing.has(id)));
  return claimedCard(index.story, languageFor(ask), {
    asked: text,
    repeats: [...repeats],
    contradicts: [...differing],
  });
}
