import type { Fact } from '../data/model/fact.ts';
import { factListCard } from '../reply/cards/fact-list.ts';
import { isCurrent } from '../data/queries/fact-relations.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { storyOf } from './ask.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

const MOST = 5;

const eventsFirst = (facts: readonly Fact[]): Fact[] =>
  facts.toSorted((a, b) => Number(b.kind === 'event') - Number(a.kind === 'event'));

/** Answers a question in free words with up to five facts, best first. */
export const what = defineCommand({
  name: 'what',
  options: [{ name: 'question', required: true }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'question',
  async answer(ask, desk) {
    const sought = await lookUpFacts(ask, desk, { option: 'question', only: isCurrent(storyOf(ask, desk).story) });
    // For a place or a day, events come before conditions.
    const happened = sought.by === 'filter' || (sought.by === 'names' && sought.narrowedTo === 'where');
    const order = happened ? eventsFirst(sought.facts) : sought.facts;
    return factListCard({ ...sought, facts: order.slice(0, MOST) }, 'what.title');
  },
  autocomplete: completeOption,
});
