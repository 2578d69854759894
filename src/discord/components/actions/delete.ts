import { translateText } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';

/** Deletes an answer that everybody sees. */
export const deleteAnswer: Action = {
  name: 'del',
  row: 'pages',
  effect: 'remove',
  buttons: ({ shared, language }) =>
    shared ? [{ argument: '', label: translateText(language, 'door.delete'), look: 'plain' }] : [],
};
