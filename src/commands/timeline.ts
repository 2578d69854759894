import { chronicle } from '../reply/chronicle.ts';
import type { Command } from './command.ts';
import { declare, type Option } from './declare.ts';
import { completeQuery } from './complete.ts';
import { seek } from './seek.ts';

export const TIME_OPTIONS = [
  { name: 'query' },
  { name: 'from' },
  { name: 'to' },
  { name: 'person' },
  { name: 'place' },
] as const satisfies readonly Option[];

/** What happened when: oldest first, the undated last. */
export const timeline = {
  data: declare('timeline', TIME_OPTIONS),
  query: 'query',
  answer: (ask, desk) => chronicle(seek(ask, desk, { option: 'query', whole: true }), 'time'),
  complete: completeQuery,
} satisfies Command;
