import { margin } from '../reply/cards/draft-check.ts';
import { completeOption } from './lookup/complete-option.ts';
import { READERS } from './permissions.ts';
import { defineCommand } from './definition/define-command.ts';
import { messageCommand } from './definition/discord-definition.ts';
import { languageFor, storyOf, optionText } from './ask.ts';
import { dayOption } from './lookup/option-filters.ts';

/** Compares a draft with the facts, sentence by sentence. The draft is never stored. */
export const check = defineCommand({
  name: 'check',
  options: [{ name: 'text', long: true }, { name: 'day' }, { name: 'file', file: true }],
  permission: READERS,
  queryOption: 'text',
  ephemeral: true,
  notRepeatable: true,
  draft: {
    option: 'text',
    file: 'file',
    fields: { text: 'form.text', day: 'form.day' },
    menu: messageCommand('check'),
  },
  async answer(ask, desk) {
    const index = storyOf(ask, desk);
    const language = languageFor(ask);
    const day = dayOption('day', ask, index, language)?.from ?? undefined;
    const checks = await desk.checking.check(index, optionText(ask, 'text'), {
      now: ask.now,
      ...(day === undefined ? {} : { day }),
    });
    return margin(checks, index.story, language);
  },
  autocomplete: completeOption,
});
