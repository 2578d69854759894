import type { Fact } from '../data/model/fact.ts';
import { listing } from '../reply/cards/fact-list.ts';
import { isCurrent } from '../data/queries/fact-relations.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { storyOf } from './ask.ts';
import { seek } from './lookup/look-up-facts.ts';

const MOST = 5;

const eventsFirst = (facts: readonly Fact[]): Fact[] =>
  facts.toSorted((a, b) => Number(b.kind === 'event') - Number(a.kind === 'event'));

/** A question in one's own words: up to five facts, best first. */
export const what = {
  data: declare('what', [{ name: 'question', required: true }, { name: 'as_of' }]),
  query: 'question',
  answer(ask, desk) {
    const sought = seek(ask, desk, { option: 'question', only: isCurrent(storyOf(ask, desk).story) });
    // Of a place or a day, what happened goes before what was so.
    const happened = sought.by === 'filter' || (sought.by === 'names' && sought.narrowedTo === 'where');
    const order = happened ? eventsFirst(sought.facts) : sought.facts;
    return listing({ ...sought, facts: order.slice(0, MOST) }, 'what.title');
  },
  complete: completeQuery,
} satisfies Command;
