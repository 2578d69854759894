import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import { actions } from '../components/actions/index.ts';
import { answerAction } from './answer-action.ts';
import { commandModal, oldDraftModal } from './command-modal.ts';
import { feedback } from './feedback.ts';
import type { Handler } from './handler.ts';
import { proposalAction } from './proposal-action.ts';
import { uncertainPost } from './uncertain-post.ts';

/** Everything that can answer a button or a select menu. */
export const componentHandlers: readonly Handler<APIMessageComponentInteraction>[] = [
  ...actions.map(answerAction),
  proposalAction,
  uncertainPost,
];

/** Everything that can answer a submitted modal. */
export const modalHandlers: readonly Handler<APIModalSubmitInteraction>[] = [commandModal, oldDraftModal, feedback];
