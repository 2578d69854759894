import { timelineCard } from '../reply/cards/timeline.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';
import { TIME_OPTIONS } from './timeline.ts';

/** When something happened: a timeline that begins with the best matches. */
export const when = defineCommand({
  name: 'when',
  options: [...TIME_OPTIONS, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'query',
  async answer(ask, desk) {
    const sought = await lookUpFacts(ask, desk, { option: 'query', whole: true });
    return timelineCard(sought, sought.by === 'words' ? 'fit' : 'time');
  },
  autocomplete: completeOption,
});
