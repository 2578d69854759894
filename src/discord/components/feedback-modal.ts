import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { checksum } from './custom-id.ts';
import { MODAL_TITLE_LENGTH } from '../limits.ts';
import { COMPONENT_TYPE, INPUT_STYLE } from '../format/message.ts';
import { truncate } from '../format/text.ts';

export const FEEDBACK_PREFIX = '1.bad.';
/** The id holds a checksum of the state of the message. Discord sends that message along with the modal. */
const CUSTOM_ID = /^1\.bad\.([\w-]{4})$/;
/** UTF-16 units. */
export const MAX_EXPECTED = 1_000;
/** The custom id of the one field. */
export const EXPECTED = 'expected';

/** Asks what was expected in place of an answer. */
export function feedbackModal(state: string, locale: string): APIModalInteractionResponseCallbackData {
  const language = languageOf(locale);
  return {
    custom_id: `${FEEDBACK_PREFIX}${checksum(state)}`,
    title: truncate(translateText(language, 'door.wrong'), MODAL_TITLE_LENGTH),
    components: [
      {
        type: COMPONENT_TYPE.label,
        label: truncate(translateText(language, 'door.expected'), MODAL_TITLE_LENGTH),
        component: {
          type: COMPONENT_TYPE.input,
          custom_id: EXPECTED,
          style: INPUT_STYLE.paragraph,
          max_length: MAX_EXPECTED,
          required: true,
        },
      },
    ],
  };
}

/** The checksum in the id of such a modal; null for any other id. */
export const parseFeedbackModalId = (customId: string): string | null => CUSTOM_ID.exec(customId)?.[1] ?? null;
