import type { APIInteraction } from 'discord-api-types/v10';
import { answerCommand, answerPress, refused, type Answering, type Answers, type Reply } from './answer.ts';
import { choicesFor } from './choices.ts';
import type { Courier } from './courier.ts';
import { FLAG_EPHEMERAL } from './limits.ts';
import { described } from './log.ts';

/** Kinds of interactions and of answers, as Discord counts them: https://docs.discord.com/developers/interactions/receiving-and-responding */
const ASKED = { command: 2, press: 3, typing: 4 } as const;
const SAY = { message: 4, thinking: 5, update: 7, choices: 8 } as const;

export interface Responder extends Answers {
  readonly courier: Courier;
  /** How long an answer may take before it is announced, in ms: well inside Discord's 3 s. */
  readonly patience: number;
}

/** Answers one interaction, once. Never rejects. */
export async function respond(interaction: APIInteraction, responder: Responder): Promise<void> {
  const until = performance.now() + responder.patience;
  if (interaction.type === ASKED.typing) return offer(interaction, responder);
  if (interaction.type === ASKED.command && interaction.data.type === 1) {
    return deliver(interaction, await answerCommand(interaction, responder), responder, until);
  }
  if (interaction.type === ASKED.press && interaction.data.component_type === 2) {
    return deliver(interaction, answerPress(interaction, responder), responder, until);
  }
  // Something that an earlier version put into a channel or a menu, and that this one does not know.
  const refusal = refused(interaction, interaction.type === ASKED.press ? 'door.stale' : 'door.unknown');
  return deliver(interaction, { reply: Promise.resolve(refusal), shared: false }, responder, until);
}

/** Sends an answer at once if it is there by `until`, and otherwise says that it is coming and fills it in. */
async function deliver(
  to: APIInteraction,
  { reply, shared }: Answering,
  { courier }: Responder,
  until: number,
): Promise<void> {
  const soon = await within(reply, Math.max(0, until - performance.now()));
  if (soon !== null) {
    const delivery = await courier.callback(to, callbackOf(soon));
    if (delivery === 'refused') await courier.callback(to, callbackOf(refused(to, 'door.failed')));
    return;
  }
  const announced = await courier.callback(to, { type: SAY.thinking, data: { flags: shared ? 0 : FLAG_EPHEMERAL } });
  // Unsure: if Discord has the announcement, its reader waits for what it promised; if not, the edit is refused there.
  if (announced === 'refused' || announced === 'lost') return;
  const late = await reply;
  if ((await courier.edit(to, late.message)) === 'refused') {
    await courier.edit(to, refused(to, 'door.failed').message);
  }
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

function callbackOf({ message, update }: Reply) {
  const { flags, allowed_mentions: mentions, components } = message;
  const data = { allowed_mentions: { parse: [...mentions.parse] }, components: [...components] };
  return update
    ? { type: SAY.update, data: { ...data, flags: flags & ~FLAG_EPHEMERAL } }
    : { type: SAY.message, data: { ...data, flags } };
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
