import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { appliesTo } from '../../commands/ask.ts';
import type { Card } from '../../reply/model/card.ts';
import type { Action } from '../components/actions/action.ts';
import { customIdsIn } from '../components/action-rows.ts';
import { type AskState, decodeAsk, type ShownAsk } from '../components/ask-state.ts';
import { decodeCustomIds } from '../components/custom-id.ts';
import { COMPONENT_TYPE } from '../format/message.ts';
import { answerAsk, renderAnswer } from '../interactions/answer-ask.ts';
import { displayName, userId } from '../interactions/context.ts';
import { confirmation, refusal, type Reply } from '../interactions/reply.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import type { Handler, HandlerRun, Parsed } from './handler.ts';

/** A press of a button under an answer. All of it comes from the message: the bot remembers nothing about it. */
export interface AnswerPress {
  readonly argument: string;
  readonly state: string;
  readonly ask: AskState;
  /** Whether the presser asked for this answer. */
  readonly isOwn: boolean;
  /** Whether everybody sees the message of the button. */
  readonly isSeenByAll: boolean;
}

/** Answers a press of the buttons that `action` puts under answers. */
export const answerAction = (action: Action): Handler<APIMessageComponentInteraction, AnswerPress> => ({
  prefix: `1.${action.name}.`,
  parse: (interaction, { commands }): Parsed<AnswerPress> => {
    const { message, data } = interaction;
    if (data.component_type !== COMPONENT_TYPE.button && data.component_type !== COMPONENT_TYPE.select)
      return { refused: 'door.stale' };
    const found = decodeCustomIds(data.custom_id, customIdsIn(message.components ?? []));
    const ask = found === null ? null : decodeAsk(found.state);
    if (found === null || ask === null) return { refused: 'door.stale' };
    // An answer that must not be asked again has no buttons, so somebody made this id up.
    if (appliesTo(commands.get(ask.command)?.notRepeatable, ask)) return { refused: 'door.stale' };
    const isSeenByAll = ((message.flags ?? 0) & FLAG_EPHEMERAL) === 0;
    if (action.effect === 'post' && isSeenByAll) return { refused: 'door.posted' };
    const argument = data.component_type === COMPONENT_TYPE.select ? (data.values[0] ?? '') : found.argument;
    const isOwn = message.interaction_metadata?.user.id === userId(interaction);
    return { value: { argument, state: found.state, ask, isOwn, isSeenByAll } };
  },
  entry: () => `button:${action.name}`,
  isShared: () => action.effect === 'post',
  async run(press, { interaction, here, context }) {
    const { isOwn, state } = press;
    if (action.effect === 'remove') return isOwn ? { remove: true } : refusal(interaction, 'door.notYours');
    if (action.modal !== undefined) return { form: action.modal(state, interaction.locale) };
    return showAnswer(action, press, { interaction, here, context });
  },
});

async function showAnswer(
  action: Action,
  { argument, ask, isOwn, isSeenByAll }: AnswerPress,
  { interaction, here, context }: HandlerRun<APIMessageComponentInteraction>,
): Promise<Reply> {
  // The story of the channel was changed since, or the id is from another channel, whose story must not be shown here.
  if (here.story !== ask.story) return refusal(interaction, 'door.stale', here.locale);
  // Only the person who asked turns the message; anybody else gets a private answer.
  const turns = action.effect === 'turn' && isOwn;
  const shared = action.effect === 'post' || (turns && isSeenByAll);
  const asked: ShownAsk = { ...ask, from: here.from, locale: turns || shared ? ask.locale : here.locale };
  const card = async (): Promise<Card> => answerAsk(asked, context);
  const result = (await action.run?.({ argument, asked, desk: context.desk, card })) ?? null;
  if (result === null) return refusal(interaction, 'door.stale', here.locale);
  if ('say' in result) return confirmation(result.say, here.locale);
  const { show, page } = result;
  const sharedBy = shared ? displayName(interaction) : null;
  const next = await renderAnswer(await answerAsk(show, context), show, { page, sharedBy }, here.theme, context);
  return { ...next, update: turns };
}
