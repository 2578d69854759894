import type { APIMessageApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Ask, Command } from '../../commands/command.ts';
import { replyToAsk } from '../interactions/answer-ask.ts';
import { withPermission } from '../interactions/permission.ts';
import type { HandlerContext, PendingReply } from '../interactions/reply.ts';
import { modalOrAnswer } from './command-modal.ts';

/** Answers a command in Discord's menu of a message. A draft is checked as of the day on which it was written. */
export const handleMessageCommand = (
  interaction: APIMessageApplicationCommandInteraction,
  command: Command,
  context: HandlerContext,
): PendingReply =>
  withPermission(interaction, `menu:${interaction.data.name}`, context, async ({ locale, story, from, theme }) => {
    const { content = '', timestamp } = interaction.data.resolved.messages[interaction.data.target_id] ?? {};
    const { draft, menu } = command;
    const isDraft = draft !== undefined;
    const options = isDraft ? { [draft.option]: content } : (menu?.options(content) ?? {});
    const now = isDraft && timestamp !== undefined ? Temporal.Instant.from(timestamp) : context.desk.clock.now();
    const ask: Ask = { command: command.definition.name, options, now, locale, story, from };
    return modalOrAnswer(ask, command, async () => replyToAsk(ask, { theme, sharedBy: null }, context), context);
  });
