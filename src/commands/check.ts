import { margin } from '../reply/cards/draft-check.ts';
import type { Command } from './command.ts';
import { completeQuery } from './lookup/complete-option.ts';
import { declare, declareMenu } from './definition.ts';
import { languageFor, storyOf, typed } from './ask.ts';
import { dayOption } from './lookup/option-filters.ts';

/** A draft held against the facts, sentence by sentence. The draft is read and forgotten. */
export const check = {
  data: declare('check', [{ name: 'text', long: true }, { name: 'day' }, { name: 'file', file: true }], 'own'),
  query: 'text',
  own: true,
  once: true,
  draft: {
    option: 'text',
    file: 'file',
    fields: { text: 'form.text', day: 'form.day' },
    menu: declareMenu('check'),
  },
  async answer(ask, desk) {
    const index = storyOf(ask, desk);
    const language = languageFor(ask);
    const day = dayOption('day', ask, index, language)?.from ?? undefined;
    const checks = await desk.checking.check(index, typed(ask, 'text'), {
      now: ask.now,
      ...(day === undefined ? {} : { day }),
    });
    return margin(checks, index.story, language);
  },
  complete: completeQuery,
} satisfies Command;
