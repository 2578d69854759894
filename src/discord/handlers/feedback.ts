import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import { storyOf } from '../../commands/ask.ts';
import { customIdsIn } from '../components/action-rows.ts';
import { type AskState, decodeAsk, typedText } from '../components/ask-state.ts';
import { checksum, decodeState } from '../components/custom-id.ts';
import { EXPECTED, FEEDBACK_PREFIX, MAX_EXPECTED, parseFeedbackModalId } from '../components/feedback-modal.ts';
import { modalFields } from '../components/modal-fields.ts';
import { truncate } from '../format/text.ts';
import { confirmation, refusal } from '../interactions/reply.ts';
import type { Handler } from './handler.ts';

export interface Feedback {
  readonly ask: AskState;
  readonly expected: string;
}

/** Saves for the desk what somebody expected in place of an answer. */
export const feedback: Handler<APIModalSubmitInteraction, Feedback> = {
  prefix: FEEDBACK_PREFIX,
  parse({ data, message }) {
    const state = decodeState(customIdsIn(message?.components ?? []));
    const sum = parseFeedbackModalId(data.custom_id);
    const ask = state === null || checksum(state) !== sum ? null : decodeAsk(state);
    if (ask === null) return { refused: 'door.stale' };
    const expected = modalFields(data.components).get(EXPECTED) ?? '';
    return { value: { ask, expected: truncate(expected.trim(), MAX_EXPECTED) } };
  },
  entry: () => 'form:bad',
  async run({ ask, expected }, { interaction, here, context: { desk } }) {
    const { from, story, locale } = here;
    const { server, channel, user } = from;
    const { store } = desk;
    if (story !== ask.story || store === null || channel === null || user === null || expected === '') {
      return refusal(interaction, 'door.stale', locale);
    }
    await store.feedback.add({
      kind: 'wrong',
      story: storyOf({ ...ask, from }, desk).story.id,
      server,
      channel,
      command: ask.command,
      asked: typedText(ask),
      expected,
      locale: ask.locale,
      asker: store.users.hash(user),
    });
    return confirmation('door.thanks', locale);
  },
};
