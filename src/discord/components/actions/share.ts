import { word } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';
import { samePage } from './page.ts';

/** Shows a private answer to everybody in the channel, the page that is open first. */
export const post: Action = {
  name: 'post',
  row: 'pages',
  as: 'post',
  faces: ({ shared, page, language }) =>
    shared ? [] : [{ argument: String(page), label: word(language, 'door.post'), look: 'main' }],
  press: async (pressed) => samePage(pressed),
};
