import type { APIInteraction, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Command, Desk } from '../../commands/command.ts';
import { ReaderError } from '../../errors.ts';
import type { Card } from '../../reply/model/card.ts';
import { languageOf, word, type Key } from '../../reply/i18n/translate.ts';
import type { Board } from './proposal-board.ts';
import { described, type Log } from '../log.ts';
import type { FactShown } from '../../store/corrections/shown-facts.ts';
import type { Message } from '../format/message.ts';
import { renderSentence } from '../rendering/render-card.ts';
import type { Studio } from '../attachments/uploads.ts';

export interface Shown {
  readonly message: Message;
  /** Whether it takes the place of the message whose button was pressed. */
  readonly update: boolean;
  /** The facts in it, for a message that everybody sees: a correction has to reach it. */
  readonly shown?: readonly FactShown[];
  /** What is still to be done once it was delivered. Never rejects. */
  readonly after?: () => Promise<void>;
}

/** What comes of an interaction: a message, a window that asks for more, or a message that is deleted. */
export type Reply = Shown | { readonly form: APIModalInteractionResponseCallbackData } | { readonly remove: true };

/** An answer that is being made. `reply` never rejects: what goes wrong has become a sentence. */
export interface Answering {
  readonly reply: Promise<Reply>;
  /** Whether everybody will see it, should it have to be announced before it is known. */
  readonly shared: boolean;
}

export interface Answers {
  readonly desk: Desk;
  /** By their names. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Those that take a draft, by the names of their menus. */
  readonly menus: ReadonlyMap<string, Command>;
  readonly log: Log;
  readonly studio: Studio;
  /** Resolves when it is the asker's turn (`turns.ts`). */
  readonly turn: () => Promise<void>;
  /** Where proposals wait. */
  readonly board: Board;
  /** The address of Discord's API: a room on this machine serves its files itself. */
  readonly api: string;
}

export const atOnce = (reply: Reply): Answering => ({ reply: Promise.resolve(reply), shared: false });

/** Does the work; what goes wrong becomes a sentence. The one catch of the door. */
export async function guarded(to: APIInteraction, log: Log, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    return failed(to, log, error);
  }
}

/** An error for the reader is told as it is, anything else is logged and told in one neutral sentence. */
export function failed(to: APIInteraction, log: Log, error: unknown): Reply {
  if (error instanceof ReaderError) return told(error.message);
  log.error({ interaction: to.id, type: to.type, error: described(error) }, 'a question could not be answered');
  return refused(to, 'door.failed');
}

type Sentence = Key & `${'door' | 'draft'}.${string}`;

/** A sentence in place of an answer, for the one who acted, in their own language where none is given. */
export const refused = (to: APIInteraction, key: Sentence, locale = 'locale' in to ? to.locale : 'en'): Reply =>
  told(word(languageOf(locale), key));

/** A sentence that says what was done. */
export const done = (key: Sentence, locale: string): Reply => told(word(languageOf(locale), key), 'answer');

/** A sentence in place of an answer, for the one who acted. */
export const told = (sentence: string, tone: Card['outcome'] = 'refused'): Reply => ({
  message: renderSentence(sentence, tone),
  update: false,
});
