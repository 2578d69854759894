import { translateText } from '../../../reply/i18n/translate.ts';
import { feedbackModal } from '../feedback-modal.ts';
import type { Action } from './action.ts';

/** Asks what was expected in place of the answer, and saves it for the desk. */
export const reportWrong: Action = {
  name: 'bad',
  row: 'pages',
  effect: 'form',
  buttons: ({ card, remembers, passages, language }) =>
    !remembers || passages || (card.outcome === 'answer' && card.facts.length === 0)
      ? []
      : [{ argument: '', label: translateText(language, 'door.wrong'), look: 'plain' }],
  modal: feedbackModal,
};
