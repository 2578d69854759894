import { PROPOSAL_ACTIONS, type Card, type ProposalAction } from '../../reply/model/card.ts';
import { translateText } from '../../reply/i18n/translate.ts';
import type { Language } from '../../reply/model/language.ts';
import { COMPONENT_TYPE, BUTTON_STYLE } from '../format/message.ts';

export const PROPOSAL_PREFIX = 'deed.';
/** A proposal and its version. An id gives no rights: the proposal and the permission are looked up at each press. */
const CUSTOM_ID = new RegExp(`^deed\\.(${PROPOSAL_ACTIONS.join('|')})\\.([\\w-]{1,40})\\.(\\d{1,6})$`);

export interface ProposalActionId {
  readonly action: ProposalAction;
  readonly id: string;
  readonly version: string;
}

/** The buttons under a proposal. */
export const proposalButtons = ({ id, version, actions }: NonNullable<Card['proposal']>, language: Language) => ({
  type: COMPONENT_TYPE.row,
  components: actions.map((action) => ({
    type: COMPONENT_TYPE.button,
    style: action === 'approve' ? BUTTON_STYLE.main : BUTTON_STYLE.plain,
    label: translateText(language, `deed.${action}`),
    custom_id: `${PROPOSAL_PREFIX}${action}.${id}.${version}`,
  })),
});

/** Reads the id of such a button; null for any other id. */
export function parseProposalAction(customId: string): ProposalActionId | null {
  const [, name, id, version] = CUSTOM_ID.exec(customId) ?? [];
  const action = PROPOSAL_ACTIONS.find((known) => known === name);
  return action === undefined || id === undefined || version === undefined ? null : { action, id, version };
}
