import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import { holds } from '../../commands/ask.ts';
import type { Card } from '../../reply/model/card.ts';
import { actions } from '../components/actions/index.ts';
import { idOf, nameOf } from '../interactions/user.ts';
import { idsIn } from '../components/action-rows.ts';
import { readIds } from '../components/custom-id.ts';
import { entering } from '../interactions/with-permission.ts';
import { wrongForm } from './modal-submit.ts';
import { FLAG_EPHEMERAL } from '../limits.ts';
import { KIND } from '../format/message.ts';
import { cardFor, present } from '../interactions/answer-ask.ts';
import { type Answering, type Answers, atOnce, done, refused } from '../interactions/reply.ts';
import { type Asked, readAsk } from '../components/ask-state.ts';

/** Answers a pressed button, or a choice of a menu, from what its message holds: nothing about it is remembered here. */
export function answerPress(interaction: APIMessageComponentInteraction, answers: Answers): Answering {
  const { message, data } = interaction;
  const found = readIds(data.custom_id, idsIn(message.components ?? []));
  const action = actions.find(({ name }) => name === found?.action);
  const kept = found === null ? null : readAsk(found.state);
  if (found === null || action === undefined || kept === null) return atOnce(refused(interaction, 'door.stale'));
  // No answer that must not be asked again has buttons: such an id was made up.
  if (holds(answers.commands.get(kept.command)?.once, kept)) return atOnce(refused(interaction, 'door.stale'));
  const seenByAll = ((message.flags ?? 0) & FLAG_EPHEMERAL) === 0;
  const own = message.interaction_metadata?.user.id === idOf(interaction);
  if (action.as === 'post' && seenByAll) return atOnce(refused(interaction, 'door.posted'));
  // An answer is turned by the one who asked; a press of anybody else is answered to them alone.
  const turns = action.as === 'turn' && own;
  const shared = action.as === 'post' || (turns && seenByAll);
  const { reply } = entering(interaction, `button:${action.name}`, answers, async (here) => {
    if (action.as === 'remove') return own ? { remove: true } : refused(interaction, 'door.notYours');
    if (action.as === 'form') return { form: wrongForm(found.state, interaction.locale) };
    // The story of the channel was changed since, or the id is of another channel: it must not show what is not asked here.
    if (here.story !== kept.story) return refused(interaction, 'door.stale', here.locale);
    const asked: Asked = { ...kept, from: here.from, locale: turns || shared ? kept.locale : here.locale };
    const card = async (): Promise<Card> => cardFor(asked, answers);
    const argument = data.component_type === KIND.select ? (data.values[0] ?? '') : found.argument;
    const outcome = (await action.press?.({ argument, asked, desk: answers.desk, card })) ?? null;
    if (outcome === null) return refused(interaction, 'door.stale', here.locale);
    if ('say' in outcome) return done(outcome.say, here.locale);
    const { show, page } = outcome;
    const sharedBy = shared ? nameOf(interaction) : null;
    const next = await present(await cardFor(show, answers), show, { page, sharedBy }, here.theme, answers);
    return { ...next, update: turns };
  });
  return { reply, shared: action.as === 'post' };
}
