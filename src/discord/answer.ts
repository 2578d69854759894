import type {
  APIApplicationCommandInteraction,
  APIInteraction,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { Ask, Command, Desk } from '../commands/command.ts';
import { ReaderError } from '../errors.ts';
import { refusal } from '../reply/answer.ts';
import type { Card } from '../reply/card.ts';
import { languageOf, word, type Key } from '../reply/say.ts';
import { actions } from './actions/index.ts';
import { askOf, idOf, nameOf } from './ask.ts';
import { circumstancesOf, fromOf } from './circumstances.ts';
import { readIds } from './custom-id.ts';
import { FLAG_EPHEMERAL } from './limits.ts';
import { described, type Log } from './log.ts';
import type { Message } from './message.ts';
import { idsIn } from './buttons.ts';
import { renderCard, renderSentence } from './render.ts';
import { fitsButtons, readAsk } from './state.ts';

/** What is to be sent, and whether it takes the place of the message whose button was pressed. */
export interface Reply {
  readonly message: Message;
  readonly update: boolean;
}

/** An answer that is being made. `reply` never rejects: what goes wrong has become a sentence. */
export interface Answering {
  readonly reply: Promise<Reply>;
  /** Whether everybody will see it, should it have to be announced before it is known. */
  readonly shared: boolean;
}

export interface Answers {
  readonly desk: Desk;
  readonly commands: ReadonlyMap<string, Command>;
  readonly log: Log;
}

/** Answers a slash command. */
export async function answerCommand(
  interaction: APIApplicationCommandInteraction,
  answers: Answers,
): Promise<Answering> {
  const { desk, log } = answers;
  try {
    const { ask, shared } = askOf(interaction, desk.clock, await circumstancesOf(interaction, desk));
    const sharedBy = shared ? nameOf(interaction) : null;
    const reply = guarded(interaction, log, async () => {
      if (!fitsButtons(ask)) return refused(interaction, 'door.tooLong');
      const card = await cardFor(ask, answers);
      return { message: renderCard(card, ask, { page: 0, sharedBy }), update: false };
    });
    return { reply, shared };
  } catch (error) {
    return { reply: Promise.resolve(failed(interaction, log, error)), shared: false };
  }
}

/** Answers a pressed button from what its message holds: nothing about it is remembered here. */
export function answerPress(interaction: APIMessageComponentInteraction, answers: Answers): Answering {
  const { message, data } = interaction;
  const found = readIds(data.custom_id, idsIn(message.components ?? []));
  const action = actions.find(({ name }) => name === found?.action);
  const kept = found === null ? null : readAsk(found.state);
  if (found === null || action === undefined || kept === null) {
    return { reply: Promise.resolve(refused(interaction, 'door.stale')), shared: false };
  }
  const seenByAll = ((message.flags ?? 0) & FLAG_EPHEMERAL) === 0;
  const asked: Ask = { ...kept, from: fromOf(interaction) };
  // An answer that all see is turned by the one who asked; a press of anybody else is answered to them alone.
  const own = !seenByAll || message.interaction_metadata?.user.id === idOf(interaction);
  const shared = action.as === 'post' || (seenByAll && own);
  const reply = guarded(interaction, answers.log, async () => {
    if (action.as === 'post' && seenByAll) return refused(interaction, 'door.posted');
    const card = async (): Promise<Card> => cardFor(asked, answers);
    const turn = await action.press({ argument: found.argument, ask: asked, card });
    if (turn === null) return refused(interaction, 'door.stale');
    const sharedBy = shared ? nameOf(interaction) : null;
    const next = renderCard(await cardFor(turn.ask, answers), turn.ask, { page: turn.page, sharedBy });
    return { message: next, update: action.as === 'turn' && own };
  });
  return { reply, shared: action.as === 'post' };
}

async function cardFor(ask: Ask, { commands, desk }: Answers): Promise<Card> {
  const command = commands.get(ask.command);
  if (command === undefined) return refusal(word(languageOf(ask.locale), 'door.unknown'));
  return command.answer(ask, desk);
}

async function guarded(to: APIInteraction, log: Log, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return failed(to, log, error);
  }
}

/** The one catch: an error for the reader is told as it is, anything else is logged and told in one neutral sentence. */
function failed(to: APIInteraction, log: Log, error: unknown): Reply {
  if (error instanceof ReaderError) return told(error.message);
  log.error({ interaction: to.id, type: to.type, error: described(error) }, 'a question could not be answered');
  return refused(to, 'door.failed');
}

/** A sentence in place of an answer, for the one who acted. */
export const refused = (to: APIInteraction, key: Key & `door.${string}`): Reply =>
  told(word(languageOf('locale' in to ? to.locale : 'en'), key));

const told = (sentence: string): Reply => ({ message: renderSentence(sentence), update: false });
