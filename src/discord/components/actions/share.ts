import { translateText } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';
import { openPage } from './page.ts';

/** Shows a private answer to everybody in the channel, beginning at the open page. */
export const share: Action = {
  name: 'post',
  row: 'pages',
  effect: 'post',
  buttons: ({ shared, page, language }) =>
    shared ? [] : [{ argument: String(page), label: translateText(language, 'door.post'), look: 'main' }],
  run: async (pressed) => openPage(pressed),
};
