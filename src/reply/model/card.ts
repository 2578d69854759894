import type { Fact } from '../../data/model/fact.ts';
import type { Picture } from './picture.ts';
import type { StyledSpan, StyledText } from './styled-text.ts';

export type { StyledSpan, StyledText };

export interface Line {
  /** `quote` is a snippet of a source, `small` a source line or a remark, `item` one entry of a list. */
  readonly as: 'text' | 'item' | 'quote' | 'small';
  readonly words: StyledText;
}

/** Lines that are kept together: a page ends between blocks, never inside one. */
export interface Block {
  readonly lines: readonly Line[];
  /** The id of the fact that the block shows. */
  readonly fact?: string;
}

/** Blocks under one heading. The heading is shown again where a section goes on upon the next page. */
export interface Section {
  /** For the asker alone: left out where everybody sees the answer. */
  readonly own?: true;
  readonly heading?: StyledText;
  readonly blocks: readonly Block[];
}

/** A question that a button asks again. */
export interface AskAgain {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface Suggestion {
  /** What the button says: a name, never more than 80 characters. */
  readonly label: string;
  /** What tells it from another of the same name: a role, a place. Shown where it fits. */
  readonly note?: string;
  readonly ask: AskAgain;
}

export interface Entity {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
}

/** A downloadable file beside the answer: an export, notes. */
export interface AttachedFile {
  /** Letters, digits, hyphens and dots; unlike that of any other file or picture of the card. */
  readonly name: string;
  /** Sent as UTF-8. */
  readonly text: string;
}

export type Difference = 'count' | 'day' | 'place' | 'name' | 'role' | 'speaker' | 'words' | 'certainty' | 'negation';

/** What can be done about a proposal. */
export const PROPOSAL_ACTIONS = ['approve', 'edit', 'reject', 'submit', 'withdraw'] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

export interface CheckedSentence {
  readonly sentence: string;
  readonly verdict: 'agrees' | 'agrees in part' | 'differs' | 'not in the base';
  readonly differs: readonly Difference[];
  /** Ids of the facts that it was held against. */
  readonly facts: readonly string[];
}

/** An answer as a value. It knows nothing of Discord: `src/discord` renders it as a message, `ask` as plain text. */
export interface Card {
  /**
   * `maybe`: no fact surely answers, and `related` holds those that may. `refused`: the question could not be taken (too
   * long, a date that does not exist, no such story).
   */
  readonly outcome: 'answer' | 'maybe' | 'nothing' | 'refused';
  readonly title: StyledText;
  /** Lines under the title, before the sections. */
  readonly lead: readonly Line[];
  readonly sections: readonly Section[];
  /** Small lines at the very end, shown on every page: the story and the state of its base. */
  readonly foot: readonly Line[];
  readonly entity: Entity | null;
  /** Ids of the facts that answer, on all pages, in the order shown. */
  readonly facts: readonly Fact[];
  /** What is merely near; shown apart, and never as the answer. */
  readonly related: readonly Fact[];
  readonly suggestions: readonly Suggestion[];
  readonly checks: readonly CheckedSentence[];
  /** Of a post: ids of the facts that it repeats, and of those that it contradicts. */
  readonly claims?: { readonly repeats: readonly string[]; readonly contradicts: readonly string[] };
  /** Shown on the first page, at most ten. What they show is in the words too. */
  readonly pictures?: readonly Picture[];
  /** A proposal, of one version, with its buttons; where others see it too it must be updated. */
  readonly proposal?: { readonly id: string; readonly version: number; readonly actions: readonly ProposalAction[] };
  /** Beside the first page, at most three. */
  readonly files?: readonly AttachedFile[];
}
