import type {
  APIModalInteractionResponseCallbackData,
  APIModalSubmissionComponent,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { storyOf } from '../../commands/ask.ts';
import { languageOf, translateText } from '../../reply/i18n/translate.ts';
import { customIdsIn } from '../components/action-rows.ts';
import { decodeState, checksum } from '../components/custom-id.ts';
import { handleDraftModal, DRAFT_MODAL_ID } from './draft-command.ts';
import { withPermission } from '../interactions/permission.ts';
import { MODAL_TITLE_LENGTH } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';
import { type PendingReply, type HandlerContext, immediately, confirmation, refusal } from '../interactions/reply.ts';
import { decodeAsk, typedText } from '../components/ask-state.ts';
import { truncate } from '../format/text.ts';
import { handleCommandModal } from './command-modal.ts';

const PARAGRAPH = 2;
const EXPECTED = 'expected';
const MOST_EXPECTED = 1_000;
/** The window names its message by the sum over its state: the message comes along when it is sent. */
const WRONG = /^1\.bad\.([\w-]{4})$/;

/** Asks what was expected in place of an answer. */
export function feedbackModal(state: string, locale: string): APIModalInteractionResponseCallbackData {
  const language = languageOf(locale);
  const expected = {
    type: COMPONENT_TYPE.input,
    custom_id: EXPECTED,
    style: PARAGRAPH,
    max_length: MOST_EXPECTED,
    required: true,
  } as const;
  return {
    custom_id: `1.bad.${checksum(state)}`,
    title: truncate(translateText(language, 'door.wrong'), MODAL_TITLE_LENGTH),
    components: [
      {
        type: COMPONENT_TYPE.label,
        label: truncate(translateText(language, 'door.expected'), MODAL_TITLE_LENGTH),
        component: expected,
      },
    ],
  };
}

/** Takes what was written into one of our windows. */
export function handleModalSubmit(interaction: APIModalSubmitInteraction, answers: HandlerContext): PendingReply {
  const { custom_id: id, components } = interaction.data;
  const fields = fieldsIn(components);
  const draft = DRAFT_MODAL_ID.exec(id)?.[1];
  if (draft !== undefined) return handleDraftModal(interaction, draft, fields, answers);
  const window = handleCommandModal(interaction, fields, answers);
  if (window !== null) return window;
  const [, sum] = WRONG.exec(id) ?? [];
  return sum === undefined
    ? immediately(refusal(interaction, 'door.stale'))
    : saveFeedback(interaction, sum, fields, answers);
}

/** Keeps an answer that somebody called wrong, for the desk. */
function saveFeedback(
  interaction: APIModalSubmitInteraction,
  sum: string,
  fields: ReadonlyMap<string, string>,
  answers: HandlerContext,
): PendingReply {
  const state = decodeState(customIdsIn(interaction.message?.components ?? []));
  const kept = state === null || checksum(state) !== sum ? null : decodeAsk(state);
  if (kept === null) return immediately(refusal(interaction, 'door.stale'));
  const { desk } = answers;
  return withPermission(interaction, 'form:bad', answers, async ({ from, story, locale }) => {
    const { server, channel, user } = from;
    const { store } = desk;
    const expected = truncate((fields.get(EXPECTED) ?? '').trim(), MOST_EXPECTED);
    if (story !== kept.story || store === null || channel === null || user === null || expected === '') {
      return refusal(interaction, 'door.stale', locale);
    }
    await store.feedback.add({
      kind: 'wrong',
      story: storyOf({ ...kept, from }, desk).story.id,
      server,
      channel,
      command: kept.command,
      asked: typedText(kept),
      expected,
      locale: kept.locale,
      asker: store.users.hash(user),
    });
    return confirmation('door.thanks', locale);
  });
}

/** What stands in each field of a window, by its id: in labels, and in the rows of old windows. */
function fieldsIn(components: readonly APIModalSubmissionComponent[]): ReadonlyMap<string, string> {
  const inputs = components.flatMap((part) => {
    if (part.type === COMPONENT_TYPE.label) return [part.component];
    return part.type === COMPONENT_TYPE.row ? part.components : [];
  });
  return new Map(
    inputs.flatMap((one): [string, string][] => {
      if (one.type === COMPONENT_TYPE.input) return [[one.custom_id, one.value]];
      return one.type === COMPONENT_TYPE.select ? [[one.custom_id, one.values[0] ?? '']] : [];
    }),
  );
}
