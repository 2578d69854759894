import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { appliesTo } from '../../commands/ask.ts';
import type { Card } from '../../reply/model/card.ts';
import { actions } from '../components/actions/index.ts';
import { userId, displayName } from '../interactions/context.ts';
import { customIdsIn } from '../components/action-rows.ts';
import { decodeCustomIds } from '../components/custom-id.ts';
import { withPermission } from '../interactions/permission.ts';
import { feedbackModal } from './modal-submit.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import { COMPONENT_TYPE } from '../format/message.ts';
import { answerAsk, renderAnswer } from '../interactions/answer-ask.ts';
import { type PendingReply, type HandlerContext, immediately, confirmation, refusal } from '../interactions/reply.ts';
import { type ShownAsk, decodeAsk } from '../components/ask-state.ts';

/** Answers a pressed button, or a choice of a menu, from what its message holds: nothing about it is remembered here. */
export function handleComponent(interaction: APIMessageComponentInteraction, answers: HandlerContext): PendingReply {
  const { message, data } = interaction;
  const found = decodeCustomIds(data.custom_id, customIdsIn(message.components ?? []));
  const action = actions.find(({ name }) => name === found?.action);
  const kept = found === null ? null : decodeAsk(found.state);
  if (found === null || action === undefined || kept === null) return immediately(refusal(interaction, 'door.stale'));
  // No answer that must not be asked again has buttons: such an id was made up.
  if (appliesTo(answers.commands.get(kept.command)?.notRepeatable, kept))
    return immediately(refusal(interaction, 'door.stale'));
  const seenByAll = ((message.flags ?? 0) & FLAG_EPHEMERAL) === 0;
  const own = message.interaction_metadata?.user.id === userId(interaction);
  if (action.effect === 'post' && seenByAll) return immediately(refusal(interaction, 'door.posted'));
  // An answer is turned by the one who asked; a press of anybody else is answered to them alone.
  const turns = action.effect === 'turn' && own;
  const shared = action.effect === 'post' || (turns && seenByAll);
  const { reply } = withPermission(interaction, `button:${action.name}`, answers, async (here) => {
    if (action.effect === 'remove') return own ? { remove: true } : refusal(interaction, 'door.notYours');
    if (action.effect === 'form') return { form: feedbackModal(found.state, interaction.locale) };
    // The story of the channel was changed since, or the id is of another channel: it must not show what is not asked here.
    if (here.story !== kept.story) return refusal(interaction, 'door.stale', here.locale);
    const asked: ShownAsk = { ...kept, from: here.from, locale: turns || shared ? kept.locale : here.locale };
    const card = async (): Promise<Card> => answerAsk(asked, answers);
    const argument = data.component_type === COMPONENT_TYPE.select ? (data.values[0] ?? '') : found.argument;
    const outcome = (await action.run?.({ argument, asked, desk: answers.desk, card })) ?? null;
    if (outcome === null) return refusal(interaction, 'door.stale', here.locale);
    if ('say' in outcome) return confirmation(outcome.say, here.locale);
    const { show, page } = outcome;
    const sharedBy = shared ? displayName(interaction) : null;
    const next = await renderAnswer(await answerAsk(show, answers), show, { page, sharedBy }, here.theme, answers);
    return { ...next, update: turns };
  });
  return { reply, shared: action.effect === 'post' };
}
