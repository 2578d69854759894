import { gazetteer } from '../reply/profile.ts';
import { completeWhere, findWhere, findWho } from '../search/find.ts';
import type { Command } from './command.ts';
import { declare } from './declare.ts';
import { byName } from './named.ts';

/** A place by any of its names, and what happened there. */
export const where = {
  data: declare('where', [{ name: 'place', required: true }]),
  ...byName({
    option: 'place',
    find: findWhere,
    elsewhere: findWho,
    complete: completeWhere,
    show: (hit, { story }, language) => gazetteer(hit, story, language),
  }),
} satisfies Command;
