import { word } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';
import { isPage } from './page.ts';

/** Shows the snippets of the open page in the paragraphs that they were copied from. */
export const source: Action = {
  name: 'src',
  row: 'pages',
  as: 'apart',
  faces: ({ facts, passages, page, language }) =>
    facts.length === 0 || passages
      ? []
      : [{ argument: String(page), label: word(language, 'door.source'), look: 'plain' }],
  press: async ({ argument, asked }) =>
    isPage(argument) ? { show: { ...asked, passages: Number(argument) }, page: 0 } : null,
};
