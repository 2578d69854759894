import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { appliesTo } from '../../commands/ask.ts';
import type { Command, DraftInput } from '../../commands/command.ts';
import { languageOf } from '../../reply/i18n/translate.ts';
import { attachmentText } from '../attachments/attachment-text.ts';
import { fitsCustomIds } from '../components/ask-state.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import { contextOf, displayName } from '../interactions/context.ts';
import { toAsk } from '../interactions/parse-ask.ts';
import { withPermission } from '../interactions/permission.ts';
import {
  catchErrors,
  errorReply,
  type HandlerContext,
  immediately,
  type PendingReply,
  refusal,
} from '../interactions/reply.ts';
import { draftModalReply, modalOrAnswer } from './command-modal.ts';

/** Answers a slash command. */
export async function handleChatInputCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  context: HandlerContext,
): Promise<PendingReply> {
  const { desk, commands, log } = context;
  const command = commands.get(interaction.data.name);
  if (command?.draft !== undefined) return answerDraft(interaction, command, command.draft, context);
  try {
    const here = await contextOf(interaction, desk);
    const { ask, shared: wanted } = toAsk(interaction, desk.clock, here);
    const shared = wanted && !appliesTo(command?.ephemeral, ask);
    const sharedBy = shared ? displayName(interaction) : null;
    const reply = catchErrors(interaction, log, async () => {
      if (!appliesTo(command?.notRepeatable, ask) && !fitsCustomIds(ask))
        return refusal(interaction, 'door.tooLong', here.locale);
      return modalOrAnswer(ask, command, async () => replyToAsk(ask, { ...here, sharedBy }, context), context);
    });
    return { reply, shared };
  } catch (error) {
    return immediately(errorReply(interaction, log, error));
  }
}

/** Takes a draft that was typed or attached. A modal asks for it where it is missing. */
const answerDraft = (
  interaction: APIChatInputApplicationCommandInteraction,
  { definition }: Command,
  draft: DraftInput,
  context: HandlerContext,
): PendingReply =>
  withPermission(interaction, `command:${definition.name}`, context, async (here) => {
    const { ask } = toAsk(interaction, context.desk.clock, here, draft.option);
    const { [draft.file]: file, [draft.option]: typed = '', ...options } = ask.options;
    if (file === undefined && typed === '')
      return draftModalReply({ ...ask, options }, draft, languageOf(interaction.locale));
    const upload = interaction.data.resolved?.attachments?.[file ?? ''];
    const attached = upload === undefined ? '' : await attachmentText(upload, context.api, languageOf(here.locale));
    const text = [typed, attached].filter((part) => part !== '').join('\n\n');
    const whole = { ...ask, options: { ...options, [draft.option]: text } };
    return replyToAsk(whole, { theme: here.theme, sharedBy: null }, context);
  });
