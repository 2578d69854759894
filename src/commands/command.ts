import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { Atlas } from '../data/borders/borders.ts';
import type { DryRun, TentativeChange } from '../data/revisions/revision.ts';
import type { Card } from '../reply/model/card.ts';
import type { MessageKey } from '../reply/i18n/translate.ts';
import type { Store } from '../store/store.ts';
import type { Origin, Rules } from './permissions/rank.ts';
import type { DraftChecker } from '../draft-check/checker-pool.ts';
import type { StoryIndex } from '../search/story-search.ts';

/** What was typed, by whom, where, when and in which language. */
export interface Ask {
  readonly command: string;
  /** Option name → what was typed or chosen. Choices of autocomplete carry ids; people may ignore them and type freely. */
  readonly options: Readonly<Record<string, string>>;
  readonly now: Temporal.Instant;
  /** The language of the bot's own words here: the channel's setting, else the asker's own, as a BCP 47 tag. */
  readonly locale: string;
  /** The story of the channel; null where none is set. */
  readonly story: string | null;
  readonly from: Origin;
}

/** An Ask that is still being typed. */
export interface Typing extends Ask {
  /** The option under the cursor. */
  readonly focused: string;
}

/** One choice of autocomplete: at most 100 characters each. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The facts as they were, and as they would be. */
export interface History {
  /**
   * The story as it stood at an instant, and as it may be shown now: what is under embargo now is not in it, nor what was
   * then. null where nothing is known of that time.
   */
  at(story: string, instant: Temporal.Instant): Promise<StoryIndex | null>;
  /** What the checker says of a change to the story of today. null for a story that is not loaded. */
  dryRun(story: string, change: TentativeChange): Promise<DryRun | null>;
  /** Resolves when everything that was approved until now is in the stories. */
  refresh(): Promise<void>;
}

/** What a command may know. Nothing else is at hand: no module state, no environment, no Discord. */
export interface Desk {
  /** By id. What is under embargo at the instant is in none of them. */
  readonly stories: ReadonlyMap<string, (now: Temporal.Instant) => StoryIndex>;
  readonly clock: Clock;
  /** Holds drafts against a story, in a thread of its own when they are long. */
  readonly checking: DraftChecker;
  /** The borders that maps are drawn from. */
  readonly atlas: Atlas;
  /** What is remembered; null in a terminal, where nothing is. */
  readonly store: Store | null;
  /** The facts as they were, and as they would be with a change; null in a terminal. */
  readonly history: History | null;
  /** Who may do what; what stands nowhere in it is denied. */
  readonly rules: Rules;
  /** All that can be asked: for /help, which names no command that is not there. */
  readonly commands: readonly Command[];
}

/** A text to be read that is no question: it may have thousands of letters, and nothing of it is kept. */
export interface DraftInput {
  /** The option that it is typed into. The text of a file or of a message is put there too; a window asks for it when left out. */
  readonly option: string;
  /** The option that takes a file. */
  readonly file: string;
  /** What the window asks for: option → what stands over its field. All but the draft may be left empty there. */
  readonly fields: Readonly<Record<string, MessageKey>>;
  /** Discord's menu of a message. */
  readonly menu: RESTPostAPIContextMenuApplicationCommandsJSONBody;
}

/** One field of a window. What is written into it becomes an option of the question. */
export interface ModalField {
  readonly option: string;
  readonly label: MessageKey;
  /** `text` is taken letter for letter; a `line` and a `sentence`, which has room for several lines, are cleaned as an option is. */
  readonly as: 'line' | 'sentence' | 'text' | 'choice';
  /** What stands in it at first. */
  readonly value?: string;
  /** May be left empty. */
  readonly optional?: true;
  /** At least one, at most 25; of `choice` alone. */
  readonly choices?: readonly Choice[];
}

/** A window that asks for what the options of a question do not say: at most five fields. */
export interface Modal {
  readonly title: MessageKey;
  readonly fields: readonly ModalField[];
}

/** A command in Discord's menu of a message, and what the message becomes in its question. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  options(message: string): Ask['options'];
}

export interface Command {
  /** The declaration as Discord takes it; its name is the command's name. */
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** The option that free text goes to (`ask -- who kurti`); null for a command that takes none. */
  readonly queryOption: string | null;
  /** Only the asker sees the answer, whatever was set for the channel. Of some subcommands alone where these are named. */
  readonly ephemeral?: true | readonly string[];
  /** Not to be asked again by a button: it would do the thing a second time, or an id could not hold the question. */
  readonly notRepeatable?: true | readonly string[];
  readonly draft?: DraftInput;
  /** Other menus than that of a draft. */
  readonly menu?: MessageCommand;
  /** The window that a question needs before it can be answered; null when nothing is missing. */
  modal?(ask: Ask, desk: Desk): Modal | null | Promise<Modal | null>;
  answer(ask: Ask, desk: Desk): Card | Promise<Card>;
  /** At most 25 choices, best first. */
  autocomplete?(typing: Typing, desk: Desk): readonly Choice[] | Promise<readonly Choice[]>;
}
