import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10';
import { type HandlerContext, immediately, type PendingReply, refusal } from '../interactions/reply.ts';
import { type ReplySender, sendReply } from '../interactions/send-reply.ts';
import { checkShape } from '../interactions/interaction-shape.ts';
import { describeError } from '../log.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { handleChatInputCommand } from './chat-input-command.ts';
import { dispatch } from './handler.ts';
import { handleMessageCommand } from './message-command.ts';
import { componentHandlers, modalHandlers } from './registry.ts';

/** Kinds of interactions: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
const INTERACTION_TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export interface RouterContext extends HandlerContext, ReplySender {
  /** How long an answer may take before it is deferred, in ms: well inside Discord's 3 s. */
  readonly deferAfterMs: number;
}

/** Answers one interaction, once. What is malformed is logged and dropped. Never rejects. */
export async function handleInteraction(raw: unknown, context: RouterContext): Promise<void> {
  const checked = checkShape(raw);
  if ('where' in checked) {
    context.log.warn({ where: checked.where }, 'a malformed interaction was dropped');
    return;
  }
  const { interaction } = checked;
  try {
    await answer(interaction, context);
  } catch (error) {
    const { id, type } = interaction;
    context.log.error({ interaction: id, type, error: describeError(error) }, 'an interaction was dropped');
  }
}

async function answer(interaction: APIInteraction, context: RouterContext): Promise<void> {
  const deferAt = performance.now() + context.deferAfterMs;
  if (interaction.type === INTERACTION_TYPE.autocomplete) return answerAutocomplete(interaction, context);
  const pending = await route(interaction, context);
  await sendReply(interaction, pending, context, deferAt);
  const reply = await pending.reply;
  if ('message' in reply) await reply.after?.();
}

async function route(interaction: APIInteraction, context: HandlerContext): Promise<PendingReply> {
  if (interaction.type === INTERACTION_TYPE.component) return dispatch(interaction, componentHandlers, context);
  if (interaction.type === INTERACTION_TYPE.modal) return dispatch(interaction, modalHandlers, context);
  if (interaction.type === INTERACTION_TYPE.command) {
    if (isChatInput(interaction)) return handleChatInputCommand(interaction, context);
    const command = context.menus.get(interaction.data.name);
    if (command !== undefined && isOfMessage(interaction)) return handleMessageCommand(interaction, command, context);
  }
  // A command that an earlier version registered and this one does not know.
  return immediately(refusal(interaction, 'door.unknown'));
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const isChatInput = (to: APIApplicationCommandInteraction): to is APIChatInputApplicationCommandInteraction =>
  to.data.type === 1;
const isOfMessage = (to: APIApplicationCommandInteraction): to is APIMessageApplicationCommandInteraction =>
  to.data.type === 3;
