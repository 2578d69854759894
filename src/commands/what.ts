import { listing } from '../reply/listing.ts';
import type { Command } from './command.ts';
import { completeQuery } from './complete.ts';
import { declare } from './declare.ts';
import { seek } from './seek.ts';

const MOST = 5;

/** A question in one's own words: up to five facts, best first. */
export const what = {
  data: declare('what', [{ name: 'question', required: true }]),
  query: 'question',
  answer(ask, desk) {
    const sought = seek(ask, desk, 'question');
    return listing({ ...sought, facts: sought.facts.slice(0, MOST) }, 'what.title');
  },
  complete: completeQuery,
} satisfies Command;
