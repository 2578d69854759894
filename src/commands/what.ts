import type { Fact } from '../data/fact.ts';
import { listing } from '../reply/listing.ts';
import { isCurrent } from '../search/about.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { storyOf } from './desk.ts';
import { seek } from './seek.ts';

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
