import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { holds } from '../../commands/ask.ts';
import { nameOf } from '../interactions/user.ts';
import { askOf } from '../interactions/parse-ask.ts';
import { circumstancesOf } from '../interactions/context.ts';
import { answered } from '../interactions/answer-ask.ts';
import { type Answering, type Answers, atOnce, failed, guarded, refused } from '../interactions/reply.ts';
import { fitsButtons } from '../components/ask-state.ts';
import { replyTo } from './command-modal.ts';

/** Answers a slash command. */
export async function answerCommand(
  interaction: APIChatInputApplicationCommandInteraction,
  answers: Answers,
): Promise<Answering> {
  const { desk, commands, log } = answers;
  try {
    const command = commands.get(interaction.data.name);
    const here = await circumstancesOf(interaction, desk);
    const { ask, shared: wanted } = askOf(interaction, desk.clock, here);
    const shared = wanted && !holds(command?.own, ask);
    const sharedBy = shared ? nameOf(interaction) : null;
    const reply = guarded(interaction, log, async () => {
      if (!holds(command?.once, ask) && !fitsButtons(ask)) return refused(interaction, 'door.tooLong', here.locale);
      return replyTo(ask, command, async () => answered(ask, { ...here, sharedBy }, answers), answers);
    });
    return { reply, shared };
  } catch (error) {
    return atOnce(failed(interaction, log, error));
  }
}
