import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Desk } from '../../../commands/command.ts';
import type { Card } from '../../../reply/model/card.ts';
import type { MessageKey } from '../../../reply/i18n/translate.ts';
import type { Language } from '../../../reply/model/language.ts';
import type { ShownAsk } from '../ask-state.ts';

/** An answer as it is being shown. `page` counts from 0; `pages` is how many there are. */
export interface AnswerView {
  readonly card: Card;
  readonly page: number;
  readonly pages: number;
  /** Ids of the facts on the page. */
  readonly facts: readonly string[];
  /** Whether everybody sees it. */
  readonly shared: boolean;
  /** Whether the message shows the passages of an answer in place of the answer. */
  readonly passages: boolean;
  /** Whether there is a store and a channel, so that a press can be recorded. */
  readonly remembers: boolean;
  /** Whether page buttons are needed only because the state needs the space in their ids. */
  readonly wide: boolean;
  readonly language: Language;
}

export interface ButtonSpec {
  /** Part of the custom id: letters, digits, `-` and `_`, at most 6. */
  readonly argument: string;
  readonly label: string;
  readonly look: 'plain' | 'main';
  readonly disabled?: true;
  /** Makes it a select menu with `label` as its placeholder. What is chosen replaces the argument. */
  readonly choices?: readonly { readonly argument: string; readonly label: string; readonly note?: string }[];
}

export interface ActionPress {
  readonly argument: string;
  readonly asked: ShownAsk;
  readonly desk: Desk;
  /** Answers the question again. */
  readonly card: () => Promise<Card>;
}

/** What to show or say after a press; null for a button that no longer fits the answer. */
export type ActionResult =
  | { readonly show: ShownAsk; readonly page: number }
  | { readonly say: MessageKey & `door.${string}` }
  | null;

/** A button under an answer. Each has one file, and one line in `actions/index.ts`. */
export interface Action {
  /** Part of the custom id: at most 4 small letters. Old messages keep their ids, so it never changes. */
  readonly name: string;
  readonly row: 'names' | 'pages';
  /**
   * `turn`: the message itself changes, if it is the presser's own; others get a private answer.
   * `post`: a new message for everybody. `apart`: a new one for the presser alone.
   * `form`: a modal opens (`modal`). `remove`: the message is deleted, if it is the presser's own.
   */
  readonly effect: 'turn' | 'post' | 'apart' | 'form' | 'remove';
  /** The buttons that an answer gets; none where the action makes no sense. */
  buttons(showing: AnswerView): readonly ButtonSpec[];
  /** Of `turn`, `post` and `apart` alone. */
  run?(pressed: ActionPress): Promise<ActionResult>;
  /** Of `form` alone: the modal for the state of the message. `locale` is the presser's own. */
  modal?(state: string, locale: string): APIModalInteractionResponseCallbackData;
}
