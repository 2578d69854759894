import type { Card } from '../../reply/model/card.ts';
import { word } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { KIND, LOOK } from '../format/message.ts';

/** The buttons under a proposal. */
export const deedRow = ({ id, version, deeds }: NonNullable<Card['proposal']>, language: Language) => ({
  type: KIND.row,
  components: deeds.map((deed) => ({
    type: KIND.button,
    style: deed === 'approve' ? LOOK.main : LOOK.plain,
    label: word(language, `deed.${deed}`),
    custom_id: `deed.${deed}.${id}.${version}`,
  })),
});
