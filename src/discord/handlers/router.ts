import type {
  APIApplicationCommandInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10';
import { answerCommand } from './chat-input-command.ts';
import { choicesFor } from './autocomplete.ts';
import type { Callback, Courier } from '../interactions/responder.ts';
import { answerDeed, readDeed } from './proposal-action.ts';
import { answerDoubt, readDoubt } from './uncertain-post.ts';
import { draftOfMessage, draftTyped } from './draft-command.ts';
import { answerForm } from './modal-submit.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import { described } from '../log.ts';
import { KIND, withoutFiles } from '../format/message.ts';
import { answerPress } from './component.ts';
import { type Answering, type Answers, atOnce, refused, type Reply } from '../interactions/reply.ts';
import { openMenu } from './command-modal.ts';

/** Kinds of interactions and of answers, as Discord counts them: https://docs.discord.com/developers/interactions/receiving-and-responding */
const ASKED = { command: 2, press: 3, typing: 4, form: 5 } as const;
const SAY = { message: 4, thinking: 5, nothing: 6, update: 7, form: 9 } as const;

export interface Responder extends Answers {
  readonly courier: Courier;
  /** How long an answer may take before it is announced, in ms: well inside Discord's 3 s. */
  readonly patience: number;
}

/** Answers one interaction, once. Never rejects. */
export async function respond(interaction: APIInteraction, responder: Responder): Promise<void> {
  const until = performance.now() + responder.patience;
  if (interaction.type === ASKED.typing) return offer(interaction, responder);
  const answer = await answering(interaction, responder);
  await deliver(interaction, answer, responder, until);
  const reply = await answer.reply;
  if ('message' in reply) await reply.after?.();
}

async function answering(interaction: APIInteraction, responder: Responder): Promise<Answering> {
  if (interaction.type === ASKED.command && isTyped(interaction)) {
    const command = responder.commands.get(interaction.data.name);
    return command?.draft === undefined
      ? answerCommand(interaction, responder)
      : draftTyped(interaction, command, command.draft, responder);
  }
  if (interaction.type === ASKED.command && isOfMessage(interaction)) {
    const command = responder.menus.get(interaction.data.name);
    if (command?.draft !== undefined) return draftOfMessage(interaction, command, command.draft, responder);
    if (command?.menu !== undefined) return openMenu(interaction, command, command.menu, responder);
  }
  if (interaction.type === ASKED.press) {
    const { component_type: type, custom_id: id } = interaction.data;
    const doubt = readDoubt(id);
    if (doubt !== null) return answerDoubt(interaction, doubt, responder);
    const pressed = readDeed(id);
    if (pressed !== null) return answerDeed(interaction, pressed, responder);
    if (type === KIND.button || type === KIND.select) return answerPress(interaction, responder);
  }
  if (interaction.type === ASKED.form) return answerForm(interaction, responder);
  // Something that an earlier version put into a channel or a menu, and that this one does not know.
  return atOnce(refused(interaction, interaction.type === ASKED.press ? 'door.stale' : 'door.unknown'));
}

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
const isTyped = (to: APIApplicationCommandInteraction): to is APIChatInputApplicationCommandInteraction =>
  to.data.type === 1;
const isOfMessage = (to: APIApplicationCommandInteraction): to is APIMessageApplicationCommandInteraction =>
  to.data.type === 3;

/** Sends an answer at once if it is there by `until`, and otherwise says that it is coming and fills it in. */
async function deliver(
  to: APIInteraction,
  { reply, shared }: Answering,
  responder: Responder,
  until: number,
): Promise<void> {
  const { courier } = responder;
  const soon = await within(reply, Math.max(0, until - performance.now()));
  if (soon !== null) {
    for (const each of withOthers(soon, to)) {
      const delivery = await sending(each, to, responder, async (sent) => courier.callback(to, callbackOf(each), sent));
      if ('remove' in each && (delivery === 'delivered' || delivery === 'unsure')) return courier.remove(to);
      if (delivery !== 'refused') return;
    }
    return;
  }
  const announced = await courier.callback(to, {
    type: SAY.thinking,
    data: { flags: shared ? 0 : FLAG_EPHEMERAL },
  });
  // Unsure: if Discord has the announcement, its reader waits for what it promised; if not, the edit is refused there.
  if (announced === 'refused' || announced === 'lost') return;
  const late = await reply;
  for (const each of withOthers(late, to)) {
    if (!('message' in each)) continue;
    const delivery = await sending(each, to, responder, async (sent) => courier.edit(to, each.message, sent));
    if (delivery !== 'refused') return;
  }
}

/** Sends what everybody is to see, and remembers which facts they saw and where. */
async function sending(
  reply: Reply,
  { channel, guild_id: server }: APIInteraction,
  { desk, log }: Responder,
  send: (sent?: (message: string) => void) => ReturnType<Courier['edit']>,
): Promise<Awaited<ReturnType<Courier['edit']>>> {
  const facts = 'message' in reply ? (reply.shown ?? []) : [];
  if (facts.length === 0 || desk.store === null || channel === undefined) return send();
  const sent: string[] = [];
  const delivery = await send((message) => sent.push(message));
  try {
    for (const message of sent) {
      await desk.store.shown.add({ server: server ?? null, channel: channel.id, message, at: desk.clock.now() }, facts);
    }
  } catch (error) {
    log.error({ error: described(error) }, 'it could not be remembered where facts were shown');
  }
  return delivery;
}

/** A reply, and what is sent in its place if Discord will not have it: the same in words alone, then a sentence. */
function* withOthers(reply: Reply, to: APIInteraction): Generator<Reply> {
  yield reply;
  if ('message' in reply && reply.message.files !== undefined) yield { ...reply, message: withoutFiles(reply.message) };
  yield refused(to, 'door.failed');
}

/** Choices that come too late, or that could not be made, are missed by nobody: the next key asks anew. */
async function offer(
  interaction: Extract<APIInteraction, { type: typeof ASKED.typing }>,
  { courier, commands, desk, log }: Responder,
): Promise<void> {
  let choices: Awaited<ReturnType<typeof choicesFor>> = [];
  try {
    choices = await choicesFor(interaction, commands.get(interaction.data.name), desk);
  } catch (error) {
    log.error({ command: interaction.data.name, error: described(error) }, 'no choices could be offered');
  }
  await courier.offer(interaction, choices);
}

function callbackOf(reply: Reply): Callback {
  if ('form' in reply) return { type: SAY.form, data: reply.form };
  if ('remove' in reply) return { type: SAY.nothing };
  const { message, update } = reply;
  // Whether an answer is private was decided when it was made.
  return update
    ? { type: SAY.update, message: { ...message, flags: message.flags & ~FLAG_EPHEMERAL } }
    : { type: SAY.message, message };
}

/** The value if it is there within `ms`, else null. */
async function within<Value>(value: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
