import { timelineCard } from '../reply/cards/timeline.ts';
import { attach } from '../reply/export/attach.ts';
import { csv } from '../reply/export/csv.ts';
import { timelineJs } from '../reply/export/timelinejs.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import type { Option } from './definition/discord-definition.ts';
import { completeOption } from './lookup/complete-option.ts';
import { exportFile } from './lookup/export-option.ts';
import { lookUpFacts } from './lookup/look-up-facts.ts';

export const TIME_OPTIONS = [
  { name: 'query' },
  { name: 'from' },
  { name: 'to' },
  { name: 'person' },
  { name: 'place' },
] as const satisfies readonly Option[];

/** Facts by date, oldest first, undated facts last. */
export const timeline = defineCommand({
  name: 'timeline',
  options: [...TIME_OPTIONS, { name: 'export', choices: ['timelinejs', 'csv'] }, { name: 'as_of' }],
  permission: READERS,
  queryOption: 'query',
  async answer(ask, desk) {
    const sought = await lookUpFacts(ask, desk, { option: 'query', whole: true });
    const card = timelineCard(sought, 'time');
    const { language } = sought;
    const { story } = sought.index;
    const file = exportFile(
      ask,
      { timelinejs: () => timelineJs(card.facts, story, language), csv: () => csv(card.facts, story, language) },
      language,
    );
    return file === null || card.outcome !== 'answer' ? card : attach(card, file, language);
  },
  autocomplete: completeOption,
});
