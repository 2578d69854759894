import type { Card } from '../reply/card.ts';
import { word, type Language } from '../reply/say.ts';
import { KIND, LOOK } from './message.ts';

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
