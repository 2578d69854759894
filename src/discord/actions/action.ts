import type { Ask } from '../../commands/command.ts';
import type { Card } from '../../reply/card.ts';
import type { Language } from '../../reply/say.ts';

/** An answer as it is being shown. `page` counts from 0; `pages` is how many there are. */
export interface Showing {
  readonly card: Card;
  readonly page: number;
  readonly pages: number;
  /** Whether everybody sees it. */
  readonly shared: boolean;
  /** Whether the page buttons are wanted for their ids alone: the state needs the room. */
  readonly wide: boolean;
  readonly language: Language;
}

export interface Face {
  /** Goes into the id: letters, digits, `-` and `_`, at most 6. */
  readonly argument: string;
  readonly label: string;
  readonly look: 'plain' | 'main';
  readonly disabled?: true;
}

/** A pressed button and the question of its message. */
interface Pressed {
  readonly argument: string;
  readonly ask: Ask;
  /** Answers the question of the message again. */
  readonly card: () => Promise<Card>;
}

/** What is to be shown after a press; null for a button that no longer fits the answer. */
interface Turn {
  readonly ask: Ask;
  readonly page: number;
}

/** What a button does. One file, one line in the table of `actions/index.ts`. */
export interface Action {
  /** Goes into the id: at most 4 small letters. Buttons on old messages keep it, so it never changes. */
  readonly name: string;
  /** Buttons of one row stand side by side. */
  readonly row: 'names' | 'pages';
  /**
   * `turn`: the message itself changes, if it is the presser's own; others get a private answer.
   * `post`: a new message for everybody.
   */
  readonly as: 'turn' | 'post';
  /** The buttons that an answer gets; none where the action makes no sense. */
  faces(showing: Showing): readonly Face[];
  press(pressed: Pressed): Promise<Turn | null>;
}
