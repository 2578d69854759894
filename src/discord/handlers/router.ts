import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10';
import { handleChatInputCommand } from './chat-input-command.ts';
import { autocompleteChoices } from './autocomplete.ts';
import type { Callback, InteractionResponder } from '../interactions/responder.ts';
import { handleProposalAction, parseProposalAction } from './proposal-action.ts';
import { handleUncertainPost, parseUncertainPostId } from './uncertain-post.ts';
import { handleDraftMessageCommand, handleDraftCommand } from './draft-command.ts';
import { handleModalSubmit } from './modal-submit.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import { describeError } from '../log.ts';
import { withTimeout } from '../with-timeout.ts';
import { COMPONENT_TYPE, withoutFiles } from '../format/message.ts';
import { handleComponent } from './component.ts';
import { type PendingReply, type HandlerContext, immediately, refusal, type Reply } from '../interactions/reply.ts';
import { handleMessageCommand } from './command-modal.ts';

/** Kinds of interactions and of answers, as Discord counts them: https://docs.discord.com/developers/interactions/receiving-and-responding */
const INTERACTION_TYPE = { command: 2, press: 3, typing: 4, form: 5 } as const;
const CALLBACK_TYPE = { message: 4, thinking: 5, nothing: 6, update: 7, form: 9 } as const;

export interface RouterOptions extends HandlerContext {
  readonly courier: InteractionResponder;
  /** How long an answer may take before it is announced, in ms: well inside Discord's 3 s. */
  readonly patience: number;
}

/** Answers one interaction, once. Never rejects. */
export async function handleInteraction(interaction: APIInteraction, responder: RouterOptions): Promise<void> {
  const until = performance.now() + responder.patience;
  if (interaction.type === INTERACTION_TYPE.typing) return answerAutocomplete(interaction, responder);
  const answer = await route(interaction, responder);
  await sendReply(interaction, answer, responder, until);
  const reply = await answer.reply;
  if ('message' in reply) await reply.after?.();
}

async function route(interaction: APIInteraction, responder: RouterOptions): Promise<PendingReply> {
  if (interaction.type === INTERACTION_TYPE.command && isTyped(interaction)) {
    const command = responder.commands.get(interaction.data.name);
    return command?.draft === undefined
      ? handleChatInputCommand(interaction, responder)
      : handleDraftCommand(interaction, command, command.draft, responder);
  }
  if (interaction.type === INTERACTION_TYPE.command && isOfMessage(interaction)) {
    const command = responder.menus.get(interaction.data.name);
    if (command?.draft !== undefined) return handleDraftMessageCommand(interaction, command, command.draft, responder);
    if (command?.menu !== undefined) return handleMessageCommand(interaction, command, command.menu, responder);
  }
  if (interaction.type === INTERACTION_TYPE.press) {
    const { component_type: type, custom_id: id } = interaction.data;
    const doubt = parseUncertainPostId(id);
    if (doubt !== null) return handleUncertainPost(interaction, doubt, responder);
    const pressed = parseProposalAction(id);
    if (pressed !== null) return handleProposalAction(interaction, pressed, responder);
    if (type === COMPONENT_TYPE.button || type === COMPONENT_TYPE.select)
      return handleComponent(interaction, responder);
  }
  if (interaction.type === INTERACTION_TYPE.form) return handleModalSubmit(interaction, responder);
  // Something that an earlier version put into a channel or a menu, and that this one does not know.
  return immediately(refusal(interaction, interaction.type === INTERACTION_TYPE.press ? 'door.stale' : 'door.unknown'));
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const isTyped = (to: APIApplicationCommandInteraction): to is APIChatInputApplicationCommandInteraction =>
  to.data.type === 1;
const isOfMessage = (to: APIApplicationCommandInteraction): to is APIMessageApplicationCommandInteraction =>
  to.data.type === 3;

/** Sends an answer at once if it is there by `until`, and otherwise says that it is coming and fills it in. */
async function sendReply(
  to: APIInteraction,
  { reply, shared }: PendingReply,
  responder: RouterOptions,
  until: number,
): Promise<void> {
  const { courier } = responder;
  const soon = await withTimeout(reply, Math.max(0, until - performance.now()));
  if (soon !== undefined) {
    for (const each of withFallbacks(soon, to)) {
      const delivery = await sendAndRecord(each, to, responder, async (sent) =>
        courier.respond(to, callbackOf(each), sent),
      );
      if ('remove' in each && (delivery === 'delivered' || delivery === 'unsure')) return courier.deleteOriginal(to);
      if (delivery !== 'refused') return;
    }
    return;
  }
  const announced = await courier.respond(to, {
    type: CALLBACK_TYPE.thinking,
    data: { flags: shared ? 0 : FLAG_EPHEMERAL },
  });
  // Unsure: if Discord has the announcement, its reader waits for what it promised; if not, the edit is refused there.
  if (announced === 'refused' || announced === 'lost') return;
  const late = await reply;
  for (const each of withFallbacks(late, to)) {
    if (!('message' in each)) continue;
    const delivery = await sendAndRecord(each, to, responder, async (sent) =>
      courier.editOriginal(to, each.message, sent),
    );
    if (delivery !== 'refused') return;
  }
}

/** Sends what everybody is to see, and remembers which facts they saw and where. */
async function sendAndRecord(
  reply: Reply,
  { channel, guild_id: server }: APIInteraction,
  { desk, log }: RouterOptions,
  send: (sent?: (message: string) => void) => ReturnType<InteractionResponder['editOriginal']>,
): Promise<Awaited<ReturnType<InteractionResponder['editOriginal']>>> {
  const facts = 'message' in reply ? (reply.shown ?? []) : [];
  if (facts.length === 0 || desk.store === null || channel === undefined) return send();
  const sent: string[] = [];
  const delivery = await send((message) => sent.push(message));
  try {
    for (const message of sent) {
      await desk.store.shown.add({ server: server ?? null, channel: channel.id, message, at: desk.clock.now() }, facts);
    }
  } catch (error) {
    log.error({ error: describeError(error) }, 'it could not be remembered where facts were shown');
  }
  return delivery;
}

/** A reply, and what is sent in its place if Discord will not have it: the same in words alone, then a sentence. */
function* withFallbacks(reply: Reply, to: APIInteraction): Generator<Reply> {
  yield reply;
  if ('message' in reply && reply.message.files !== undefined) yield { ...reply, message: withoutFiles(reply.message) };
  yield refusal(to, 'door.failed');
}

/** Choices that come too late, or that could not be made, are missed by nobody: the next key asks anew. */
async function answerAutocomplete(
  interaction: Extract<APIInteraction, { type: typeof INTERACTION_TYPE.typing }>,
  { courier: responder, commands, desk, log }: RouterOptions,
): Promise<void> {
  let choices: Awaited<ReturnType<typeof autocompleteChoices>> = [];
  try {
    choices = await autocompleteChoices(interaction, commands.get(interaction.data.name), desk);
  } catch (error) {
    log.error({ command: interaction.data.name, error: describeError(error) }, 'no choices could be offered');
  }
  await responder.respondWithChoices(interaction, choices);
}

function callbackOf(reply: Reply): Callback {
  if ('form' in reply) return { type: CALLBACK_TYPE.form, data: reply.form };
  if ('remove' in reply) return { type: CALLBACK_TYPE.nothing };
  const { message, update } = reply;
  // Whether an answer is private was decided when it was made.
  return update
    ? { type: CALLBACK_TYPE.update, message: { ...message, flags: message.flags & ~FLAG_EPHEMERAL } }
    : { type: CALLBACK_TYPE.message, message };
}
