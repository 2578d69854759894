import { listing } from '../reply/listing.ts';
import { isCurrent } from '../search/about.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { storyOf } from './desk.ts';
import { seek } from './seek.ts';

const MOST = 5;

/** A question in one's own words: up to five facts, best first. */
export const what = {
  data: declare('what', [{ name: 'question', required: true }]),
  query: 'question',
  answer(ask, desk) {
    const sought = seek(ask, desk, { option: 'question', only: isCurrent(storyOf(ask, desk).story) });
    return listing({ ...sought, facts: sought.facts.slice(0, MOST) }, 'what.title');
  },
  complete: completeQuery,
} satisfies Command;
