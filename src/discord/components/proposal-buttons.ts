import type { Card } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { COMPONENT_TYPE, BUTTON_STYLE } from '../format/message.ts';

/** The buttons under a proposal. */
export const proposalButtons = (
  { id, version, deeds: actions }: NonNullable<Card['proposal']>,
  language: Language,
) => ({
  type: COMPONENT_TYPE.row,
  components: actions.map((action) => ({
    type: COMPONENT_TYPE.button,
    style: action === 'approve' ? BUTTON_STYLE.main : BUTTON_STYLE.plain,
    label: translateText(language, `deed.${action}`),
    custom_id: `deed.${action}.${id}.${version}`,
  })),
});
