import { translateText } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';
import { isPageNumber } from './page.ts';

/** Shows the snippets of the open page in the paragraphs that they were copied from. */
export const showSource: Action = {
  name: 'src',
  row: 'pages',
  effect: 'apart',
  buttons: ({ facts, passages, page, language }) =>
    facts.length === 0 || passages
      ? []
      : [{ argument: String(page), label: translateText(language, 'door.source'), look: 'plain' }],
  run: async ({ argument, asked }) =>
    isPageNumber(argument) ? { show: { ...asked, passages: Number(argument) }, page: 0 } : null,
};
