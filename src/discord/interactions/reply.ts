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
  /** Whether it replaces the message whose button was pressed. */
  readonly update: boolean;
  /** The facts in a message that everybody sees, so that a correction can reach it. */
  readonly shown?: readonly ShownFact[];
  /** Runs after the delivery. Never rejects. */
  readonly after?: () => Promise<void>;
}

/** A message, a modal, or the deletion of the message. */
export type Reply =
  | MessageReply
  | { readonly form: APIModalInteractionResponseCallbackData }
  | { readonly remove: true };

/** An answer that is being made. `reply` never rejects: an error becomes a sentence. */
export interface PendingReply {
  readonly reply: Promise<Reply>;
  /** Whether everybody will see it, in case it must be deferred. */
  readonly shared: boolean;
}

export interface HandlerContext {
  readonly desk: Desk;
  /** By name. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Those with a message command, by the name of that. */
  readonly menus: ReadonlyMap<string, Command>;
  readonly log: Log;
  readonly pictureOptions: PictureOptions;
  /** Resolves when it is the asker's turn (`turn-queue.ts`). */
  readonly turn: () => Promise<void>;
  /** Called when a proposal, or what its card says, may have changed. Never rejects. */
  readonly updateProposalCard: (proposal: string) => Promise<void>;
  /** The URL of Discord's API. An emulator serves its own attachments. */
  readonly api: string;
}

export const immediately = (reply: Reply): PendingReply => ({ reply: Promise.resolve(reply), shared: false });

/** The only try/catch around handlers: an error becomes a sentence. */
export async function catchErrors(to: APIInteraction, log: Log, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return errorReply(to, log, error);
  }
}

/** A ReaderError is shown as it is. Any other error is logged, and shown as one neutral sentence. */
export function errorReply(to: APIInteraction, log: Log, error: unknown): Reply {
  if (error instanceof ReaderError) return sentenceReply(error.message);
  log.error({ interaction: to.id, type: to.type, error: describeError(error) }, 'a question could not be answered');
  return refusal(to, 'door.failed');
}

export type Sentence = MessageKey & `${'door' | 'draft'}.${string}`;

/** A private sentence in place of an answer; in the user's own language where none is given. */
export const refusal = (to: APIInteraction, key: Sentence, locale = 'locale' in to ? to.locale : 'en'): Reply =>
  sentenceReply(translateText(languageOf(locale), key));

/** A private sentence that says what was done. */
export const confirmation = (key: Sentence, locale: string): Reply =>
  sentenceReply(translateText(languageOf(locale), key), 'answer');

export const sentenceReply = (sentence: string, tone: Card['outcome'] = 'refused'): Reply => ({
  message: renderSentence(sentence, tone),
  update: false,
});
