import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { Atlas } from '../data/borders/borders.ts';
import type { DryRun, TentativeChange } from '../data/revisions/revision.ts';
import type { Card } from '../reply/model/card.ts';
import type { MessageKey } from '../reply/i18n/translate.ts';
import type { Proposal } from '../store/curation/proposals.ts';
import type { Store } from '../store/store.ts';
import type { Origin, Rules } from './permissions.ts';
import type { DraftChecker } from '../draft-check/checker-pool.ts';
import type { StoryIndex } from '../search/story-search.ts';

/** A question: what was typed, by whom, where, when and in which language. */
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
  /** The entry point whose rule was checked before this Ask was made (`command:fact.approve`): it is not checked twice. */
  readonly permitted?: string;
  /** The proposal whose button was pressed, as it was read for that check. */
  readonly proposal?: Proposal;
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

/** The stories in the past, and with changes that are not approved. */
export interface History {
  /**
   * The story at an instant, without what is under embargo now or was then. null for a time before the first snapshot.
   */
  at(story: string, instant: Temporal.Instant): Promise<StoryIndex | null>;
  /** Checks a change to the current story. null for a story that is not loaded. */
  dryRun(story: string, change: TentativeChange): Promise<DryRun | null>;
  /** Resolves when the stories include every change approved before the call. */
  refresh(): Promise<void>;
}

/** The servers that the bot is in. */
export interface ServerList {
  has(server: string): boolean;
  /** The only one; null where there are several, or none is known. */
  only(): string | null;
}

/** `ownMachine`: whoever runs the bot is the only one who asks. So it is in a terminal and in the local emulator. */
export type Membership = ServerList | 'ownMachine';

/** Everything that a command may use: no module state, no environment, no Discord. */
export interface Desk {
  /** By id, without anything under embargo at the instant. */
  readonly stories: ReadonlyMap<string, (now: Temporal.Instant) => StoryIndex>;
  readonly clock: Clock;
  /** Checks drafts against a story; long ones in a worker thread. */
  readonly checking: DraftChecker;
  /** The borders that maps are drawn from. */
  readonly atlas: Atlas;
  /** null in a terminal, where nothing is stored. */
  readonly store: Store | null;
  /** null in a terminal. */
  readonly history: History | null;
  /** The servers that the bot is in: a story is asked about in no other one. */
  readonly servers: Membership;
  /** Who may do what; an entry point without a rule is closed. */
  readonly rules: Rules;
  /** For `/help`. */
  readonly commands: readonly Command[];
}

/** The draft option of a command: thousands of letters, never stored. */
export interface DraftInput {
  /** The option for its text, typed or taken from a file or message. A modal asks for it when it is left out. */
  readonly option: string;
  /** The option that takes a file. */
  readonly file: string;
  /** Fields of the modal: option → label. All but the draft may be left empty. */
  readonly fields: Readonly<Record<string, MessageKey>>;
  /** Discord's menu of a message. */
  readonly menu: RESTPostAPIContextMenuApplicationCommandsJSONBody;
}

/** One field of a modal. Its value becomes an option of the Ask. */
export interface ModalField {
  readonly option: string;
  readonly label: MessageKey;
  /** `text` keeps every letter; `line` and `sentence` (several lines) are cleaned as options are. */
  readonly as: 'line' | 'sentence' | 'text' | 'choice';
  /** The value that it opens with. */
  readonly value?: string;
  /** May be left empty. */
  readonly optional?: true;
  /** At least one, at most 25; of `choice` alone. */
  readonly choices?: readonly Choice[];
}

/** A modal that asks for missing options: at most five fields. */
export interface Modal {
  readonly title: MessageKey;
  readonly fields: readonly ModalField[];
}

/** A command in Discord's menu of a message, with the options that it makes of the message. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  options(message: string): Ask['options'];
}

export interface Command {
  /** The declaration as Discord takes it; its name is the command's name. */
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** The option that free text goes to (`ask -- who kurti`); null for a command that takes none. */
  readonly queryOption: string | null;
  /** Rules of its entry points. Without a rule an entry point is closed. */
  readonly rules?: Rules;
  /** Only the asker sees the answers, or those of the named subcommands, whatever the channel's setting. */
  readonly ephemeral?: true | readonly string[];
  /**
   * No button repeats it, or these subcommands, or it with this option: it would act twice, or a custom id cannot hold the
   * question.
   */
  readonly notRepeatable?: true | readonly string[] | { readonly option: string };
  readonly draft?: DraftInput;
  /** A message command other than that of a draft. */
  readonly menu?: MessageCommand;
  /** The modal that an Ask needs before it can be answered; null when nothing is missing. */
  modal?(ask: Ask, desk: Desk): Modal | null | Promise<Modal | null>;
  answer(ask: Ask, desk: Desk): Card | Promise<Card>;
  /** At most 25 choices, best first. */
  autocomplete?(typing: Typing, desk: Desk): readonly Choice[] | Promise<readonly Choice[]>;
}
