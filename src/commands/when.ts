import { chronicle } from '../reply/cards/timeline.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare } from './definition.ts';
import { seek } from './lookup/look-up-facts.ts';
import { TIME_OPTIONS } from './timeline.ts';

/** When something happened: the timeline, but what answers the words best comes first. */
export const when = {
  data: declare('when', [...TIME_OPTIONS, { name: 'as_of' }]),
  query: 'query',
  answer(ask, desk) {
    const sought = seek(ask, desk, { option: 'query', whole: true });
    return chronicle(sought, sought.by === 'words' ? 'fit' : 'time');
  },
  complete: completeQuery,
} satisfies Command;
