import { word } from '../../../reply/i18n/translate.ts';
import type { Action } from './action.ts';

/** Deletes an answer that everybody sees. */
export const remove: Action = {
  name: 'del',
  row: 'pages',
  as: 'remove',
  faces: ({ shared, language }) =>
    shared ? [{ argument: '', label: word(language, 'door.delete'), look: 'plain' }] : [],
};
