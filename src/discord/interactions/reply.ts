import type { APIInteraction, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Command, Desk } from '../../commands/command.ts';
import { ReaderError } from '../../errors.ts';
import type { Card } from '../../reply/model/card.ts';
import { languageOf, translateText, type MessageKey } from '../../reply/i18n/translate.ts';
import { describeError, type Log } from '../log.ts';
import type { ShownFact } from '../../store/corrections/shown-facts.ts';
import type { Message } from '../format/message.ts';
import { renderSentence } from '../rendering/render-card.ts';
import type { PictureOptions } from '../attachments/uploads.ts';

export interface MessageReply {
  readonly message: Message;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly update: boolean;
  /** The facts in it, for a message that everybody sees: a correction has to reach it. */
  readonly shown?: readonly ShownFact[];
  /** What is still to be done once it was delivered. Never rejects. */
  readonly after?: () => Promise<void>;
}

/** What comes of an interaction: a message, a window that asks for more, or a message that is deleted. */
export type Reply =
  | MessageReply
  | { readonly form: APIModalInteractionResponseCallbackData }
  | { readonly remove: true };

/** An answer that is being made. `reply` never rejects: what goes wrong has become a sentence. */
export interface PendingReply {
  readonly reply: Promise<Reply>;
  /** Whether everybody will see it, should it have to be announced before it is known. */
  readonly shared: boolean;
}

export interface HandlerContext {
  readonly desk: Desk;
  /** By their names. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Those that take a draft, by the names of their menus. */
  readonly menus: ReadonlyMap<string, Command>;
  readonly log: Log;
  readonly studio: PictureOptions;
  /** Resolves when it is the asker's turn (`turns.ts`). */
  readonly turn: () => Promise<void>;
  /** Called when a proposal, or what its card says, may have changed. Never rejects. */
  readonly updateProposalCard: (proposal: string) => Promise<void>;
  /** The address of Discord's API: a room on this machine serves its files itself. */
  readonly api: string;
}

export const immediately = (reply: Reply): PendingReply => ({ reply: Promise.resolve(reply), shared: false });

/** Does the work; what goes wrong becomes a sentence. The one catch of the door. */
export async function catchErrors(to: APIInteraction, log: Log, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return errorReply(to, log, error);
  }
}

/** An error for the reader is told as it is, anything else is logged and told in one neutral sentence. */
export function errorReply(to: APIInteraction, log: Log, error: unknown): Reply {
  if (error instanceof ReaderError) return sentenceReply(error.message);
  log.error({ interaction: to.id, type: to.type, error: describeError(error) }, 'a question could not be answered');
  return refusal(to, 'door.failed');
}

type Sentence = MessageKey & `${'door' | 'draft'}.${string}`;

/** A sentence in place of an answer, for the one who acted, in their own language where none is given. */
export const refusal = (to: APIInteraction, key: Sentence, locale = 'locale' in to ? to.locale : 'en'): Reply =>
  sentenceReply(translateText(languageOf(locale), key));

/** A sentence that says what was done. */
export const confirmation = (key: Sentence, locale: string): Reply =>
  sentenceReply(translateText(languageOf(locale), key), 'answer');

/** A sentence in place of an answer, for the one who acted. */
export const sentenceReply = (sentence: string, tone: Card['outcome'] = 'refused'): Reply => ({
  message: renderSentence(sentence, tone),
  update: false,
});
