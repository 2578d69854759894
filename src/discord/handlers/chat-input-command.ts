import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { appliesTo } from '../../commands/ask.ts';
import { toAsk } from '../interactions/parse-ask.ts';
import { contextOf, displayName } from '../interactions/context.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import {
  type PendingReply,
  type HandlerContext,
  immediately,
  errorReply,
  catchErrors,
  refusal,
} from '../interactions/reply.ts';
import { fitsCustomIds } from '../components/ask-state.ts';
import { modalOrAnswer } from './command-modal.ts';

/** Answers a slash command. */
export async function handleChatInputCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  answers: HandlerContext,
): Promise<PendingReply> {
  const { desk, commands, log } = answers;
  try {
    const command = commands.get(interaction.data.name);
    const here = await contextOf(interaction, desk);
    const { ask, shared: wanted } = toAsk(interaction, desk.clock, here);
    const shared = wanted && !appliesTo(command?.ephemeral, ask);
    const sharedBy = shared ? displayName(interaction) : null;
    const reply = catchErrors(interaction, log, async () => {
      if (!appliesTo(command?.notRepeatable, ask) && !fitsCustomIds(ask))
        return refusal(interaction, 'door.tooLong', here.locale);
      return modalOrAnswer(ask, command, async () => replyToAsk(ask, { ...here, sharedBy }, answers), answers);
    });
    return { reply, shared };
  } catch (error) {
    return immediately(errorReply(interaction, log, error));
  }
}
